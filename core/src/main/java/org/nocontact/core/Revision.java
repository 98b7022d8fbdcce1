package org.nocontact.core;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What leads from the rule in force to a wanted one, parted into what may happen now and what has to wait.
public record Revision(List<Change> tightening, List<Change> loosening) {
    public Revision {
        tightening = List.copyOf(tightening);
        loosening = List.copyOf(loosening);
    }

    public boolean isEmpty() {
        return tightening.isEmpty() && loosening.isEmpty();
    }

    public static Revision between(Rule now, Rule wanted) {
        var changes = new ArrayList<Change>();
        if (!now.name().equals(wanted.name())) {
            changes.add(new Change.Rename(wanted.name()));
        }
        ways(now, wanted, changes);
        goBetweens(now, wanted, changes);
        topics(now, wanted, changes);
        acts(now, wanted, changes);
        durations(now, wanted, changes);
        if (now.practice() != wanted.practice()) {
            changes.add(wanted.practice() ? new Change.BeginPractice() : new Change.EndPractice());
        }
        var parts = changes.stream().collect(Collectors.partitioningBy(Change::loosens));
        return new Revision(parts.getOrDefault(false, List.of()), parts.getOrDefault(true, List.of()));
    }

    private static void ways(Rule now, Rule wanted, List<Change> changes) {
        var had = handles(now.ways());
        var wants = handles(wanted.ways());
        wanted.ways().stream()
                .filter(way -> !had.contains(way.handle()))
                .map(Change.AddWay::new)
                .forEach(changes::add);
        had.stream()
                .filter(handle -> !wants.contains(handle))
                .map(Change.RemoveWay::new)
                .forEach(changes::add);
    }

    private static void goBetweens(Rule now, Rule wanted, List<Change> changes) {
        var had = byName(now);
        var wants = byName(wanted);
        wants.forEach((name, goBetween) -> goBetween(had.get(name), goBetween, changes));
        had.forEach((name, goBetween) -> {
            if (!wants.containsKey(name)) {
                changes.add(new Change.RemoveGoBetween(goBetween.name()));
            }
        });
    }

    private static void goBetween(@Nullable GoBetween had, GoBetween wanted, List<Change> changes) {
        var before = had == null ? Set.<Handle>of() : handles(had.ways());
        var wants = handles(wanted.ways());
        if (had == null || !had.name().equals(wanted.name()) || !before.containsAll(wants)) {
            changes.add(new Change.AddGoBetween(wanted));
        }
        before.stream()
                .filter(handle -> !wants.contains(handle))
                .map(handle -> new Change.RemoveGoBetweenWay(wanted.name(), handle))
                .forEach(changes::add);
    }

    private static void topics(Rule now, Rule wanted, List<Change> changes) {
        var had = now.kind().openTopics();
        var wants = wanted.kind().openTopics();
        for (var topic : Topic.values()) {
            if (had.contains(topic) && !wants.contains(topic)) {
                changes.add(new Change.DropTopic(topic));
            } else if (!had.contains(topic) && wants.contains(topic)) {
                changes.add(new Change.OpenTopic(topic));
            }
        }
    }

    private static void acts(Rule now, Rule wanted, List<Change> changes) {
        var added = EnumSet.copyOf(wanted.acts());
        added.removeAll(now.acts());
        added.forEach(act -> changes.add(new Change.HoldAct(act)));
        var left = EnumSet.copyOf(now.acts());
        left.removeAll(wanted.acts());
        left.forEach(act -> changes.add(new Change.LeaveAct(act)));
    }

    private static void durations(Rule now, Rule wanted, List<Change> changes) {
        var coolingOff = now.coolingOff().compareTo(wanted.coolingOff());
        if (coolingOff < 0) {
            changes.add(new Change.LengthenCoolingOff(wanted.coolingOff()));
        } else if (coolingOff > 0) {
            changes.add(new Change.ShortenCoolingOff(wanted.coolingOff()));
        }
        var replyPause = now.replyPause().compareTo(wanted.replyPause());
        if (replyPause < 0) {
            changes.add(new Change.LengthenReplyPause(wanted.replyPause()));
        } else if (replyPause > 0) {
            changes.add(new Change.ShortenReplyPause(wanted.replyPause()));
        }
    }

    private static Map<PersonName, GoBetween> byName(Rule rule) {
        var byName = new LinkedHashMap<PersonName, GoBetween>();
        rule.goBetweens().forEach(goBetween -> byName.put(new PersonName(goBetween.name()), goBetween));
        return byName;
    }

    private static Set<Handle> handles(List<Way> ways) {
        return ways.stream().map(Way::handle).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
