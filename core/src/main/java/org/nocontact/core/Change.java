package org.nocontact.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// One step from a rule to another. A step either tightens (it may be taken at once) or loosens (it waits); see
/// [#loosens()].
///
/// A change can be applied to any rule: where there is nothing left to change, the rule stays as it is. So a loosening
/// that waited is still right when other changes came in between.
public sealed interface Change {

    /// @throws InvalidRule when a tightening would name more people or ways than a rule can; a loosening never throws
    Rule applyTo(Rule rule);

    /// Applies the changes one after the other, in time proportional to their number also where they add many ways.
    static Rule applyAll(Rule rule, List<Change> changes) {
        var changed = rule;
        var ways = new ArrayList<Way>();
        for (var change : changes) {
            if (change instanceof AddWay(var way)) {
                ways.add(way);
            } else {
                changed = change.applyTo(withAll(changed, ways));
                ways.clear();
            }
        }
        return withAll(changed, ways);
    }

    private static Rule withAll(Rule rule, List<Way> added) {
        if (added.isEmpty()) {
            return rule;
        }
        var all = new ArrayList<>(rule.ways());
        all.addAll(added);
        return rule.withWays(all);
    }

    /// Whether the gate would let more through after this change than before.
    boolean loosens();

    /// What the person calls the ex. The former name stays one of the ways, so nothing opens by renaming.
    record Rename(String name) implements Change {
        public Rename {
            name = name.strip();
            InvalidRule.unless(
                    GoBetween.canBeAName(name),
                    "The name has to be one line of at most 200 characters that can be seen.");
        }

        @Override
        public Rule applyTo(Rule rule) {
            var former = new PersonName(rule.name());
            return former.equals(new PersonName(name))
                    ? rule.withName(name)
                    : rule.withWays(with(rule.ways(), new Way(former, rule.name())))
                            .withName(name);
        }

        @Override
        public boolean loosens() {
            return false;
        }
    }

    record AddWay(Way way) implements Change {
        @Override
        public Rule applyTo(Rule rule) {
            return withAll(rule, List.of(way));
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
            return rule.withGoBetweens(with(rule.goBetweens(), goBetween));
        }

        @Override
        public boolean loosens() {
            return false;
        }
    }

    record RemoveGoBetween(String name) implements Change {
        public RemoveGoBetween {
            checkGoBetween(name);
        }

        @Override
        public Rule applyTo(Rule rule) {
            return rule.withGoBetweens(rule.goBetweens().stream()
                    .filter(goBetween -> !goBetween.isNamed(name))
                    .toList());
        }

        @Override
        public boolean loosens() {
            return true;
        }
    }

    /// Removes one of the ways to reach a go-between, who stays one.
    record RemoveGoBetweenWay(String name, Handle handle) implements Change {
        public RemoveGoBetweenWay {
            checkGoBetween(name);
        }

        @Override
        public Rule applyTo(Rule rule) {
            return rule.withGoBetweens(rule.goBetweens().stream()
                    .map(goBetween -> goBetween.isNamed(name) ? without(goBetween) : goBetween)
                    .toList());
        }

        private GoBetween without(GoBetween goBetween) {
            return new GoBetween(
                    goBetween.name(),
                    goBetween.ways().stream()
                            .filter(way -> !way.handle().equals(handle))
                            .toList());
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
        public LengthenCoolingOff {
            Rule.checkCoolingOff(to);
        }

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
        public ShortenCoolingOff {
            Rule.checkCoolingOff(to);
        }

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
        public LengthenReplyPause {
            Rule.checkReplyPause(to);
        }

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
        public ShortenReplyPause {
            Rule.checkReplyPause(to);
        }

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

    private static void checkGoBetween(String name) {
        InvalidRule.unless(GoBetween.canBeAName(name), "No go-between can have this name.");
    }

    private static Set<Act> edited(Set<Act> acts, Consumer<Set<Act>> edit) {
        var copy = acts.isEmpty() ? EnumSet.noneOf(Act.class) : EnumSet.copyOf(acts);
        edit.accept(copy);
        return copy;
    }
}
