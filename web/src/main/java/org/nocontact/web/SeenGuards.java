package org.nocontact.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nocontact.core.Act;
import org.nocontact.core.Device;
import org.nocontact.core.Event;
import org.nocontact.core.Keeper;
import org.nocontact.core.Now;
import org.nocontact.core.Story;

/// Which guards were really seen in the last days, and about what they asked. A device asks, and what it does with the
/// answer is its own: it watches, and is never said to guard. The mail gate holds by itself.
final class SeenGuards {
    private static final int LATEST = 200;
    private static final Duration RECENT = Duration.ofDays(7);

    private SeenGuards() {}

    static List<Coverage.Guard> of(Keeper keeper, Mailroom.State mail, Story story, Now now) {
        var guards = new ArrayList<>(devices(keeper, story, now));
        if (mail.open()
                && mail.clientSeen() != null
                && mail.clientSeen().isAfter(now.at().minus(RECENT))) {
            guards.add(new Coverage.Guard(
                    Coverage.Channel.MAIL_PROGRAM, "mail", heldByMail(story), Coverage.State.GUARDED));
        }
        return guards;
    }

    /// A picture that goes by mail is a mail: it is held where mails are.
    private static Set<Act> heldByMail(Story story) {
        var holdsMail =
                story.rule().map(rule -> rule.rule().acts().contains(Act.EMAIL)).orElse(false);
        return holdsMail ? EnumSet.of(Act.EMAIL, Act.PICTURE) : Set.of();
    }

    private static List<Coverage.Guard> devices(Keeper keeper, Story story, Now now) {
        var recent =
                story.devices().stream().filter(device -> wasSeen(device, now)).toList();
        if (recent.isEmpty()) {
            return List.of();
        }
        var asked = asked(keeper, now);
        var guards = new ArrayList<Coverage.Guard>();
        for (var device : recent) {
            var acts = asked.getOrDefault(device.name(), Set.of());
            guards.add(new Coverage.Guard(null, device.name(), acts, Coverage.State.WATCHED));
        }
        return guards;
    }

    private static boolean wasSeen(Device device, Now now) {
        return device.lastSeen() != null
                && !device.lastSeen().isBefore(now.day().minusDays(RECENT.toDays()));
    }

    private static Map<String, Set<Act>> asked(Keeper keeper, Now now) {
        var acts = new HashMap<String, Set<Act>>();
        var latest = keeper.ledger()
                .newest(
                        keeper.account(),
                        Set.of(Event.AttemptHeld.class, Event.AttemptAllowed.class),
                        Long.MAX_VALUE,
                        LATEST);
        for (var entry : latest) {
            if (entry.at().isBefore(now.at().minus(RECENT))) {
                continue;
            }
            if (entry.event() instanceof Event.AttemptHeld held) {
                acts.computeIfAbsent(held.guard(), _ -> EnumSet.noneOf(Act.class))
                        .add(held.act());
            } else if (entry.event() instanceof Event.AttemptAllowed allowed) {
                acts.computeIfAbsent(allowed.guard(), _ -> EnumSet.noneOf(Act.class))
                        .add(allowed.act());
            }
        }
        return acts;
    }
}
