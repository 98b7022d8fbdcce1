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
    private static final int MOST_GO_BETWEENS = 1_000;

    public Rule {
        name = name.strip();
        ways = Way.distinct(ways);
        goBetweens = GoBetween.merged(goBetweens);
        acts = Set.copyOf(acts);
        InvalidRule.unless(!name.isEmpty(), "The rule needs a name: whom is it about?");
        InvalidRule.unless(
                GoBetween.canBeAName(name), "The name has to be one line of at most 200 characters that can be seen.");
        InvalidRule.unless(
                ways.size() + waysOf(goBetweens) <= MOST_WAYS, "A rule can name at most 10,000 ways to reach people.");
        InvalidRule.unless(goBetweens.size() <= MOST_GO_BETWEENS, "A rule can name at most 1,000 go-betweens.");
        InvalidRule.unless(!acts.isEmpty(), "The rule has to hold at least one act.");
        checkCoolingOff(coolingOff);
        checkReplyPause(replyPause);
    }

    static void checkCoolingOff(Duration coolingOff) {
        InvalidRule.unless(
                coolingOff.compareTo(SHORTEST_COOLING_OFF) >= 0, "The cooling-off time is at least 24 hours.");
        InvalidRule.unless(coolingOff.compareTo(LONGEST_COOLING_OFF) <= 0, "The cooling-off time is at most 90 days.");
    }

    static void checkReplyPause(Duration replyPause) {
        InvalidRule.unless(!replyPause.isNegative(), "The pause before an answer cannot be negative.");
        InvalidRule.unless(
                replyPause.compareTo(LONGEST_REPLY_PAUSE) <= 0, "The pause before an answer is at most seven days.");
    }

    private static int waysOf(List<GoBetween> goBetweens) {
        return goBetweens.stream()
                .mapToInt(goBetween -> goBetween.ways().size())
                .sum();
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
}
