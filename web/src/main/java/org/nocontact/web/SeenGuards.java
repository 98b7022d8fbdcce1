package org.nocontact.web;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.nocontact.core.Act;
import org.nocontact.core.Device;
import org.nocontact.core.Now;
import org.nocontact.core.Story;
import org.nocontact.web.Coverage.Channel;
import org.nocontact.web.Coverage.Guard;
import org.nocontact.web.Coverage.State;

/// Which guards were really seen in the last days, and about what they asked. A device asks, and what it does with the
/// answer is its own: it watches, and is never said to guard. The mail gate holds by itself.
final class SeenGuards {
    private static final Duration RECENT = Duration.ofDays(7);

    private SeenGuards() {}

    static List<Guard> of(Mailroom.State mail, Story story, Now now) {
        return Stream.concat(devices(story, now), mail(mail, story, now)).toList();
    }

    private static Stream<Guard> devices(Story story, Now now) {
        var since = now.at().minus(RECENT);
        return story.devices().stream()
                .filter(device -> wasSeen(device, now))
                .map(Device::name)
                .map(name -> new Guard(null, name, story.askedAbout(name, since), State.WATCHED));
    }

    private static boolean wasSeen(Device device, Now now) {
        return device.lastSeen() != null
                && !device.lastSeen().isBefore(now.day().minusDays(RECENT.toDays()));
    }

    private static Stream<Guard> mail(Mailroom.State mail, Story story, Now now) {
        var seen = mail.clientSeen();
        return mail.open() && seen != null && seen.isAfter(now.at().minus(RECENT))
                ? Stream.of(new Guard(Channel.MAIL_PROGRAM, "mail", heldByMail(story), State.GUARDED))
                : Stream.empty();
    }

    /// A picture that goes by mail is a mail: it is held where mails are.
    private static Set<Act> heldByMail(Story story) {
        var holdsMail =
                story.rule().map(rule -> rule.rule().acts().contains(Act.EMAIL)).orElse(false);
        return holdsMail ? EnumSet.of(Act.EMAIL, Act.PICTURE) : Set.of();
    }
}
