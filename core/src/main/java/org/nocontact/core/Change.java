package org.nocontact.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// One step from a rule to another. A step either tightens (it may be taken at once) or loosens (it waits); see
/// [#loosens()].
///
/// A change can be applied to any rule: where there is nothing left to change, the rule stays as it is. So a loosening
/// that
/// waited is still right when other changes came in between.
public sealed interface Change {

    Rule applyTo(Rule rule);

    /// Whether the gate would let more through after this change than before.
    boolean loosens();

    /// What the person calls the ex. The former name stays one of the ways, so nothing opens by renaming.
    record Rename(String name) implements Change {
        @Override
        public Rule applyTo(Rule rule) {
            var former = new Way(new PersonName(rule.name()), rule.name());
            return rule.withWays(with(rule.ways(), former)).withName(name);
        }

        @Override
        public boolean loosens() {
            return false;
        }
    }

    record AddWay(Way way) implements Change {
        @Override
        public Rule applyTo(Rule rule) {
            var known = rule.ways().stream().anyMatch(other -> other.handle().equals(way.handle()));
            return known ? rule : rule.withWays(with(rule.ways(), way));
        }

        @Override
        public boolean loosens() {
            return false;
        }
    }

    record RemoveWay(Handle handle) implements Change {
        @Override
        public Rule applyTo(Rule rule) {
            return rule.withWays(rule.ways().stream()
                    .filter(way -> !way.handle().equals(handle))
                    .toList());
        }

        @Override
        public boolean loosens() {
            return true;
        }
    }

    /// Names a go-between, or adds ways to one that is named already.
    record AddGoBetween(GoBetween goBetween) implements Change {
        @Override
        public Rule applyTo(Rule rule) {
            var known = rule.goBetweens().stream()
                    .filter(other -> sameName(other.name(), goBetween.name()))
                    .flatMap(other -> other.ways().stream());
            var ways =
                    Stream.concat(known, goBetween.ways().stream()).distinct().toList();
            var merged = new GoBetween(goBetween.name(), ways);
            return rule.withGoBetweens(with(without(rule, goBetween.name()), merged));
        }

        @Override
        public boolean loosens() {
            return false;
        }
    }

    record RemoveGoBetween(String name) implements Change {
        @Override
        public Rule applyTo(Rule rule) {
            return rule.withGoBetweens(without(rule, name));
        }

        @Override
        public boolean loosens() {
            return true;
        }
    }

    record HoldAct(Act act) implements Change {
        @Override
        public Rule applyTo(Rule rule) {
            return rule.withActs(edited(rule.acts(), acts -> acts.add(act)));
        }

        @Override
        public boolean loosens() {
            return false;
        }
    }

    /// Takes an act out of the rule. The last one stays: to hold nothing is to end the rule.
    record LeaveAct(Act act) implements Change {
        @Override
        public Rule applyTo(Rule rule) {
            var left = edited(rule.acts(), acts -> acts.remove(act));
            return left.isEmpty() ? rule : rule.withActs(left);
        }

        @Override
        public boolean loosens() {
            return true;
        }
    }

    /// Opens a topic; an indefinite rule becomes a limited one by it.
    record OpenTopic(Topic topic) implements Change {
        @Override
        public Rule applyTo(Rule rule) {
            var topics = new HashSet<>(rule.kind().openTopics());
            topics.add(topic);
            return rule.withKind(Kind.leaving(topics));
        }

        @Override
        public boolean loosens() {
            return true;
        }
    }

    /// Drops a topic; with the last one the rule is no contact at all.
    record DropTopic(Topic topic) implements Change {
        @Override
        public Rule applyTo(Rule rule) {
            var topics = new HashSet<>(rule.kind().openTopics());
            topics.remove(topic);
            return rule.withKind(Kind.leaving(topics));
        }

        @Override
        public boolean loosens() {
            return false;
        }
    }

    record LengthenCoolingOff(Duration to) implements Change {
        @Override
        public Rule applyTo(Rule rule) {
            return rule.coolingOff().compareTo(to) < 0 ? rule.withCoolingOff(to) : rule;
        }

        @Override
        public boolean loosens() {
            return false;
        }
    }

    record ShortenCoolingOff(Duration to) implements Change {
        @Override
        public Rule applyTo(Rule rule) {
            return rule.coolingOff().compareTo(to) > 0 ? rule.withCoolingOff(to) : rule;
        }

        @Override
        public boolean loosens() {
            return true;
        }
    }

    record LengthenReplyPause(Duration to) implements Change {
        @Override
        public Rule applyTo(Rule rule) {
            return rule.replyPause().compareTo(to) < 0 ? rule.withReplyPause(to) : rule;
        }

        @Override
        public boolean loosens() {
            return false;
        }
    }

    record ShortenReplyPause(Duration to) implements Change {
        @Override
        public Rule applyTo(Rule rule) {
            return rule.replyPause().compareTo(to) > 0 ? rule.withReplyPause(to) : rule;
        }

        @Override
        public boolean loosens() {
            return true;
        }
    }

    /// Ends practice: from now on the gate holds.
    record EndPractice() implements Change {
        @Override
        public Rule applyTo(Rule rule) {
            return rule.withPractice(false);
        }

        @Override
        public boolean loosens() {
            return false;
        }
    }

    record BeginPractice() implements Change {
        @Override
        public Rule applyTo(Rule rule) {
            return rule.withPractice(true);
        }

        @Override
        public boolean loosens() {
            return true;
        }
    }

    private static <T> List<T> with(List<T> list, T added) {
        var longer = new ArrayList<>(list);
        longer.add(added);
        return longer;
    }

    private static List<GoBetween> without(Rule rule, String name) {
        return rule.goBetweens().stream()
                .filter(goBetween -> !sameName(goBetween.name(), name))
                .toList();
    }

    private static boolean sameName(String one, String other) {
        return new PersonName(one).equals(new PersonName(other));
    }

    private static Set<Act> edited(Set<Act> acts, Consumer<Set<Act>> edit) {
        var copy = acts.isEmpty() ? EnumSet.noneOf(Act.class) : EnumSet.copyOf(acts);
        edit.accept(copy);
        return copy;
    }
}
