package org.nocontact.core;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The promise that a person made to themselves.
///
/// @param name what the person calls the ex
/// @param ways how the ex could be reached; the name itself always counts as one
/// @param acts what the rule holds, at least one of the nine
/// @param coolingOff how long a loosening waits, from one day to 90
/// @param replyPause how long after a reach-out the reply window opens, up to seven days
/// @param practice the gate only says what it would have held
public record Rule(
        String name,
        List<Way> ways,
        List<GoBetween> goBetweens,
        Kind kind,
        Set<Act> acts,
        Duration coolingOff,
        Duration replyPause,
        boolean practice) {

    public static final Duration SHORTEST_COOLING_OFF = Duration.ofHours(24);
    public static final Duration USUAL_COOLING_OFF = Duration.ofHours(72);
    /// Longer would lock a person in, which the field's users name as the worst fault of such programs.
    public static final Duration LONGEST_COOLING_OFF = Duration.ofDays(90);

    public static final Duration USUAL_REPLY_PAUSE = Duration.ofHours(12);
    public static final Duration LONGEST_REPLY_PAUSE = Duration.ofDays(7);

    private static final int MOST_WAYS = 10_000;

    public Rule {
        name = name.strip();
        ways = ways.stream().distinct().toList();
        goBetweens = List.copyOf(goBetweens);
        acts = Set.copyOf(acts);
        check(!name.isEmpty(), "The rule needs a name: whom is it about?");
        check(
                name.length() <= PersonName.LONGEST && name.chars().noneMatch(Character::isISOControl),
                "The name has to be one line of at most 200 characters.");
        check(ways.size() <= MOST_WAYS, "A rule can name at most 10,000 ways to reach somebody.");
        check(!acts.isEmpty(), "The rule has to hold at least one act.");
        check(coolingOff.compareTo(SHORTEST_COOLING_OFF) >= 0, "The cooling-off time is at least 24 hours.");
        check(coolingOff.compareTo(LONGEST_COOLING_OFF) <= 0, "The cooling-off time is at most 90 days.");
        check(!replyPause.isNegative(), "The pause before an answer cannot be negative.");
        check(replyPause.compareTo(LONGEST_REPLY_PAUSE) <= 0, "The pause before an answer is at most seven days.");
    }

    /// The rule that someone starts with when they give only a name.
    public static Rule about(String name) {
        return new Rule(
                name,
                List.of(),
                List.of(),
                new Kind.Indefinite(),
                EnumSet.allOf(Act.class),
                USUAL_COOLING_OFF,
                USUAL_REPLY_PAUSE,
                false);
    }

    public Rule withName(String name) {
        return new Rule(name, ways, goBetweens, kind, acts, coolingOff, replyPause, practice);
    }

    public Rule withWays(List<Way> ways) {
        return new Rule(name, ways, goBetweens, kind, acts, coolingOff, replyPause, practice);
    }

    public Rule withGoBetweens(List<GoBetween> goBetweens) {
        return new Rule(name, ways, goBetweens, kind, acts, coolingOff, replyPause, practice);
    }

    public Rule withKind(Kind kind) {
        return new Rule(name, ways, goBetweens, kind, acts, coolingOff, replyPause, practice);
    }

    public Rule withActs(Set<Act> acts) {
        return new Rule(name, ways, goBetweens, kind, acts, coolingOff, replyPause, practice);
    }

    public Rule withCoolingOff(Duration coolingOff) {
        return new Rule(name, ways, goBetweens, kind, acts, coolingOff, replyPause, practice);
    }

    public Rule withReplyPause(Duration replyPause) {
        return new Rule(name, ways, goBetweens, kind, acts, coolingOff, replyPause, practice);
    }

    public Rule withPractice(boolean practice) {
        return new Rule(name, ways, goBetweens, kind, acts, coolingOff, replyPause, practice);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new InvalidRule(otherwise);
        }
    }
}
