package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.nocontact.core.Verdict.Hold;

class RevisionProperties {
    private final Gate gate =
            new Gate(Any.READER, (held, attempt) -> held == attempt.words().length());

    @Property
    void leadsToTheWantedRule(@ForAll("rules") Rule now, @ForAll("rules") Rule wanted) {
        var revision = Revision.between(now, wanted);
        var tightened = Change.applyAll(now, revision.tightening());
        assertMeansTheSame(Change.applyAll(tightened, revision.loosening()), wanted, now);
    }

    @Property
    void leadsToTheWantedRuleWhateverTheOrderOfTheLoosenings(@ForAll("rules") Rule now, @ForAll("rules") Rule wanted) {
        var revision = Revision.between(now, wanted);
        var tightened = Change.applyAll(now, revision.tightening());
        assertMeansTheSame(Change.applyAll(tightened, revision.loosening().reversed()), wanted, now);
    }

    @Property
    void isEmptyBetweenEqualRules(@ForAll("rules") Rule rule) {
        assertThat(Revision.between(rule, rule).isEmpty()).isTrue();
    }

    @Property
    void hasNothingLeftToTightenOnceItIsTightened(@ForAll("rules") Rule now, @ForAll("rules") Rule wanted) {
        var tightened = Change.applyAll(now, Revision.between(now, wanted).tightening());
        assertThat(Revision.between(tightened, wanted).tightening()).isEmpty();
    }

    @Property(tries = 5_000)
    void neverLetsThroughByTighteningWhatWasHeld(
            @ForAll("rules") Rule now,
            @ForAll("rules") Rule wanted,
            @ForAll("attempts") Attempt attempt,
            @ForAll("openings") List<Opening> openings) {
        var tightened = Change.applyAll(now, Revision.between(now, wanted).tightening());
        assertHoldsNoLess(tightened, now, attempt, openings);
    }

    @Property(tries = 5_000)
    void saysTruthfullyThatAChangeTightens(
            @ForAll("rules") Rule rule,
            @ForAll("changes") Change change,
            @ForAll("attempts") Attempt attempt,
            @ForAll("openings") List<Opening> openings) {
        if (change.loosens()) {
            assertHoldsNoLess(rule, change.applyTo(rule), attempt, openings);
        } else {
            assertHoldsNoLess(change.applyTo(rule), rule, attempt, openings);
        }
    }

    @Property
    void changesNothingByTheSameChangeAgain(@ForAll("rules") Rule rule, @ForAll("changes") Change change) {
        var once = change.applyTo(rule);
        assertThat(change.applyTo(once)).isEqualTo(once);
    }

    @Property
    void appliesManyChangesAsOneAfterTheOther(@ForAll("rules") Rule rule, @ForAll("manyChanges") List<Change> changes) {
        var oneByOne = rule;
        for (var change : changes) {
            oneByOne = change.applyTo(oneByOne);
        }
        assertThat(Change.applyAll(rule, changes)).isEqualTo(oneByOne);
    }

    private void assertHoldsNoLess(Rule tighter, Rule looser, Attempt attempt, List<Opening> openings) {
        if (decide(looser, attempt, openings) instanceof Hold) {
            assertThat(decide(tighter, attempt, openings)).isInstanceOf(Hold.class);
        }
    }

    private Verdict decide(Rule rule, Attempt attempt, List<Opening> openings) {
        return gate.decide(attempt, Rules.inForce(rule), openings, TurnedClock.START);
    }

    /// As sets, by handles; the former name stays one of the ways.
    private static void assertMeansTheSame(Rule changed, Rule wanted, Rule before) {
        assertThat(changed.name()).isEqualTo(wanted.name());
        assertThat(Any.handlesOf(changed.ways())).containsAll(Any.handlesOf(wanted.ways()));
        assertThat(Any.handlesOf(changed.ways()).stream()
                        .filter(handle -> !handle.equals(new PersonName(before.name()))))
                .isSubsetOf(Any.handlesOf(wanted.ways()));
        assertThat(goBetweens(changed)).isEqualTo(goBetweens(wanted));
        assertThat(changed.withName("D").withWays(List.of()).withGoBetweens(List.of()))
                .isEqualTo(wanted.withName("D").withWays(List.of()).withGoBetweens(List.of()));
    }

    private static Map<String, Set<Handle>> goBetweens(Rule rule) {
        return rule.goBetweens().stream()
                .collect(Collectors.toMap(GoBetween::name, goBetween -> Any.handlesOf(goBetween.ways())));
    }

    @Provide
    Arbitrary<Rule> rules() {
        return Any.rule();
    }

    @Provide
    Arbitrary<Change> changes() {
        return Any.change();
    }

    @Provide
    Arbitrary<List<Change>> manyChanges() {
        return Any.change().list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<Attempt> attempts() {
        return Any.attempt();
    }

    @Provide
    Arbitrary<List<Opening>> openings() {
        return Any.opening().list().ofMaxSize(3);
    }
}
