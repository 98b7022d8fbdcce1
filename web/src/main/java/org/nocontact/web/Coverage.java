package org.nocontact.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Act;
import org.nocontact.core.Rule;

/// What stands in the way of each of the nine acts, channel by channel: never more than is true. Where no guard was
/// seen, an act rests on the person's word.
public record Coverage(List<OfAct> acts) {

    /// Where an act can happen.
    public enum Channel {
        PHONE,
        BROWSER,
        APPS,
        MAIL_PROGRAM,
        WEBMAIL,
        DRAFTS,
        TALKING,
        PLACES;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// From the weakest to the strongest.
    public enum State {
        /// Nothing stands there but the person.
        ON_YOUR_WORD,
        /// The person is told and asked; what they do is theirs.
        WATCHED,
        /// It is held before it happens.
        GUARDED
    }

    /// A guard that was really seen a short while ago.
    ///
    /// @param channel where it stands; null where that is not known
    /// @param name what the person calls it; shown where the channel is not known
    /// @param acts what it asked about or is known to stop
    public record Guard(@Nullable Channel channel, String name, Set<Act> acts, State state) {
        public Guard {
            acts = Set.copyOf(acts);
        }
    }

    /// One act on one channel.
    ///
    /// @param guard the guard's name, where its channel is not known
    public record Row(@Nullable Channel channel, String guard, State state) {}

    /// The rows of one act, at least one.
    ///
    /// @param inTheRule whether the rule speaks about the act at all
    public record OfAct(Act act, boolean inTheRule, List<Row> rows) {}

    /// While the rule is practised nothing is held, so nothing is guarded.
    static Coverage of(Rule rule, List<Guard> guards) {
        var table = new ArrayList<OfAct>();
        for (var act : Act.values()) {
            var inTheRule = rule.acts().contains(act);
            var onIt = inTheRule
                    ? guards.stream()
                            .filter(guard -> guard.acts().contains(act))
                            .toList()
                    : List.<Guard>of();
            table.add(new OfAct(act, inTheRule, rows(act, onIt, rule.practice())));
        }
        return new Coverage(List.copyOf(table));
    }

    private static List<Row> rows(Act act, List<Guard> guards, boolean practice) {
        var rows = new ArrayList<Row>();
        guards.stream()
                .filter(guard -> guard.channel() == null)
                .map(guard -> new Row(null, guard.name(), atMost(guard.state(), practice)))
                .forEach(rows::add);
        for (var channel : channels(act)) {
            var state = guards.stream()
                    .filter(guard -> guard.channel() == channel)
                    .map(Guard::state)
                    .reduce(State.ON_YOUR_WORD, (one, other) -> one.compareTo(other) < 0 ? other : one);
            rows.add(new Row(channel, "", atMost(state, practice)));
        }
        return List.copyOf(rows);
    }

    private static State atMost(State state, boolean practice) {
        return practice && state == State.GUARDED ? State.WATCHED : state;
    }

    private static List<Channel> channels(Act act) {
        return switch (act) {
            case TEXT -> List.of(Channel.PHONE, Channel.BROWSER);
            case CALL -> List.of(Channel.PHONE);
            case PICTURE -> List.of(Channel.PHONE, Channel.BROWSER, Channel.MAIL_PROGRAM);
            case EMAIL -> List.of(Channel.MAIL_PROGRAM, Channel.WEBMAIL);
            case LIKE, COMMENT, LOOK -> List.of(Channel.BROWSER, Channel.APPS);
            case THROUGH_SOMEONE -> List.of(Channel.DRAFTS, Channel.TALKING);
            case IN_PERSON -> List.of(Channel.PLACES);
        };
    }
}
