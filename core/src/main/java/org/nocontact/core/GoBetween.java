package org.nocontact.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/// Someone through whom contact could run, with the ways to reach them that the person gave.
public record GoBetween(String name, List<Way> ways) {
    public GoBetween {
        name = name.strip();
        ways = Way.distinct(ways);
        InvalidRule.unless(
                canBeAName(name),
                "A go-between needs a name of one line and at most 200 characters, with letters in it.");
    }

    /// Whether both are the same person, by the name.
    boolean isNamed(String other) {
        return new PersonName(name).equals(new PersonName(other));
    }

    /// Those of the same name made one, with the ways of all and the name as it was written last.
    static List<GoBetween> merged(Collection<GoBetween> goBetweens) {
        var byName = new LinkedHashMap<PersonName, GoBetween>();
        goBetweens.forEach(goBetween -> byName.merge(new PersonName(goBetween.name), goBetween, GoBetween::mergedWith));
        return List.copyOf(byName.values());
    }

    private GoBetween mergedWith(GoBetween later) {
        var all = new ArrayList<>(ways);
        all.addAll(later.ways);
        return new GoBetween(later.name, all);
    }

    /// Whether something is left of the name once its spelling is folded, and it does not outgrow its bounds by that.
    static boolean canBeAName(String name) {
        try {
            return !new PersonName(new PersonName(name).name()).name().isEmpty();
        } catch (IllegalArgumentException notAName) {
            return false;
        }
    }
}
