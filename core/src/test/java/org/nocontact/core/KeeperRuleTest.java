package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nocontact.core.Rules.DANIEL;
import static org.nocontact.core.Rules.noContact;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Keeper.Confirmation;
import org.nocontact.core.Verdict.Allow;
import org.nocontact.core.Verdict.Hold;

class KeeperRuleTest {
    private static final Duration COOLING_OFF = Rule.USUAL_COOLING_OFF;
    private static final Loosening LEAVE_CALLS = new Loosening.ChangeRule(List.of(new Change.LeaveAct(Act.CALL)));

    private final Scene scene = Scene.with(noContact());
    private final Keeper keeper = scene.keeper;

    @Test
    void beginsARuleOnce() {
        var fresh = new Scene();
        assertThat(fresh.keeper.setRule(noContact(), null).begun()).isTrue();
        assertThat(fresh.keeper.setRule(noContact(), null)).isEqualTo(new Keeper.Outcome(false, List.of(), List.of()));
        assertThat(fresh.events()).containsExactly(new Event.RuleBegun(noContact(), Scene.TODAY, null));
    }

    @Test
    void countsFromTheDayAfterTheLastContact() {
        var fresh = new Scene();
        fresh.keeper.setRule(noContact(), Scene.TODAY.minusDays(10));
        assertThat(fresh.story().days().orElseThrow().kept(fresh.today())).isEqualTo(9);
        assertThat(fresh.story().countedFrom().orElseThrow()).isEqualTo(Scene.TODAY.minusDays(9));
    }

    @Test
    void writesTheDayDownOnceWhenTheLastContactWasToday() {
        var fresh = new Scene();
        fresh.keeper.setRule(noContact(), Scene.TODAY);
        fresh.text("one");
        fresh.text("two");
        assertThat(fresh.events(Event.DaySeen.class)).isEmpty();
        fresh.passes(Duration.ofDays(1));
        fresh.keeper.seeToday();
        fresh.keeper.seeToday();
        assertThat(fresh.events(Event.DaySeen.class)).hasSize(1);
    }

    @Test
    void refusesALastContactThatCannotBe() {
        var fresh = new Scene();
        for (var day : List.of(Scene.TODAY.plusDays(1), Scene.TODAY.minusYears(51), LocalDate.MIN, LocalDate.MAX)) {
            assertThatThrownBy(() -> fresh.keeper.setRule(noContact(), day)).isInstanceOf(Invalid.class);
        }
        assertThat(fresh.entries()).isEmpty();
    }

    @Test
    void tightensAtOnceAndLetsWhatLoosensWait() {
        var wanted = noContact()
                .withWays(List.of(Rules.way(DANIEL), Rules.way(Rules.A_FRIEND)))
                .withActs(Set.of(Act.TEXT, Act.EMAIL))
                .withCoolingOff(Duration.ofDays(10));
        var outcome = keeper.setRule(wanted, null);
        assertThat(outcome.done())
                .containsExactlyInAnyOrder(
                        new Change.AddWay(Rules.way(Rules.A_FRIEND)),
                        new Change.LengthenCoolingOff(Duration.ofDays(10)));
        assertThat(outcome.waiting())
                .hasSize(9)
                .allMatch(waiting -> waiting.coolingOff().equals(Duration.ofDays(10)));
        assertThat(keeper.attempt(Attempts.text(Rules.A_FRIEND, "hi")).verdict())
                .isInstanceOf(Hold.class);
        assertThat(keeper.attempt(Attempts.attempt(Act.CALL, DANIEL)).verdict()).isInstanceOf(Hold.class);
    }

    @Test
    void doesNotAskTwiceForWhatWaitsAlready() {
        var wanted = noContact().withActs(Set.of(Act.TEXT));
        var first = keeper.setRule(wanted, null);
        var last = scene.ledger.last(Account.ME);
        assertThat(keeper.setRule(wanted, null).waiting()).isEqualTo(first.waiting());
        assertThat(scene.ledger.last(Account.ME)).isEqualTo(last);
    }

    @Test
    void loosensAfterTheCoolingOffAndASecondYes() {
        var asked = keeper.askToLoosen(LEAVE_CALLS).orElseThrow();
        assertThat(keeper.askToLoosen(LEAVE_CALLS)).contains(asked);
        scene.passes(COOLING_OFF.minusNanos(1));
        assertThat(keeper.confirm(asked.seq())).isEqualTo(new Confirmation.NotYet(asked.readyAt()));
        scene.passes(Duration.ofNanos(1));
        assertThat(call()).isInstanceOf(Hold.class);
        assertThat(keeper.confirm(asked.seq())).isEqualTo(new Confirmation.Done(LEAVE_CALLS));
        assertThat(call()).isEqualTo(new Allow(new Clause.ActLeftOut(Act.CALL)));
        assertThat(keeper.confirm(asked.seq())).isEqualTo(new Confirmation.Gone());
    }

    @Test
    void neverLoosensWhatWasCalledOff() {
        var asked = keeper.askToLoosen(LEAVE_CALLS).orElseThrow();
        assertThat(keeper.callOff(asked.seq())).isTrue();
        assertThat(keeper.callOff(asked.seq())).isFalse();
        scene.passes(COOLING_OFF);
        assertThat(keeper.confirm(asked.seq())).isEqualTo(new Confirmation.Gone());
        assertThat(call()).isInstanceOf(Hold.class);
    }

    @Test
    void lapsesSevenDaysAfterItCouldBeConfirmed() {
        var asked = keeper.askToLoosen(LEAVE_CALLS).orElseThrow();
        scene.passes(COOLING_OFF.plus(Pending.ASKABLE_FOR).plusNanos(1));
        assertThat(keeper.confirm(asked.seq())).isEqualTo(new Confirmation.Gone());
        var anew = keeper.askToLoosen(LEAVE_CALLS).orElseThrow();
        assertThat(anew.seq()).isNotEqualTo(asked.seq());
        assertThat(keeper.confirm(anew.seq())).isInstanceOf(Confirmation.NotYet.class);
    }

    @Test
    void doesNotShortenAWaitThatAnotherProgramBeganWhichKnewOfLessTime() {
        var scene = Scene.with(Rules.noContact());
        var other = scene.anotherKeeper();
        scene.clock.sleeps(Duration.ofHours(5));
        scene.keeper.look((_, now) -> now);
        scene.clock.turned(Duration.ofHours(-4_000));
        var asked = other.askToLoosen(new Loosening.EndRule()).orElseThrow();

        scene.clock.passes(asked.coolingOff().minusMinutes(1));
        assertThat(scene.keeper.confirm(asked.seq())).isInstanceOf(Confirmation.NotYet.class);
        scene.clock.passes(Duration.ofMinutes(1));
        assertThat(scene.keeper.confirm(asked.seq())).isInstanceOf(Confirmation.Done.class);
    }

    @Test
    void letsALongerCoolingOffHoldForWhatWaitsAlready() {
        var asked = keeper.askToLoosen(LEAVE_CALLS).orElseThrow();
        keeper.setRule(noContact().withCoolingOff(Duration.ofDays(5)), null);
        scene.passes(COOLING_OFF);
        assertThat(keeper.confirm(asked.seq())).isInstanceOf(Confirmation.NotYet.class);
        scene.passes(Duration.ofDays(2));
        assertThat(keeper.confirm(asked.seq())).isInstanceOf(Confirmation.Done.class);
    }

    @Test
    void doesNotLetAShorterCoolingOffHoldForWhatWaitsAlready() {
        var shorten = new Loosening.ChangeRule(List.of(new Change.ShortenCoolingOff(Rule.SHORTEST_COOLING_OFF)));
        var first = keeper.askToLoosen(shorten).orElseThrow();
        scene.passes(COOLING_OFF.minusHours(1));
        var asked = keeper.askToLoosen(LEAVE_CALLS).orElseThrow();
        scene.passes(Duration.ofHours(1));
        keeper.confirm(first.seq());
        scene.passes(Duration.ofHours(47));
        assertThat(keeper.confirm(asked.seq())).isInstanceOf(Confirmation.NotYet.class);
    }

    @Test
    void cannotBeHurriedByAClockThatIsTurnedForward() {
        var asked = keeper.askToLoosen(LEAVE_CALLS).orElseThrow();
        scene.clock.turned(Duration.ofDays(4));
        assertThat(keeper.confirm(asked.seq())).isInstanceOf(Confirmation.NotYet.class);
        scene.clock.restarts(Duration.ofMinutes(1));
        assertThat(scene.anotherKeeper().confirm(asked.seq())).isInstanceOf(Confirmation.NotYet.class);
    }

    @Test
    void cannotBeHurriedByAskingBeforeTheNetworkIsBack() {
        keeper.close();
        scene.clock.losesTheNetwork().restarts(Duration.ofDays(4));
        var after = scene.anotherKeeper();
        var asked = after.askToLoosen(LEAVE_CALLS).orElseThrow();
        scene.clock.findsTheNetwork();
        assertThat(after.confirm(asked.seq())).isInstanceOf(Confirmation.NotYet.class);
        after.close();
        assertThat(scene.anotherKeeper().confirm(asked.seq())).isInstanceOf(Confirmation.NotYet.class);
    }

    @Test
    void cannotBeHurriedThroughAKeeperThatWasOpenBefore() {
        keeper.close();
        scene.clock.losesTheNetwork().restarts(Duration.ofDays(4));
        var one = scene.anotherKeeper();
        var other = scene.anotherKeeper();
        var asked = one.askToLoosen(LEAVE_CALLS).orElseThrow();
        scene.clock.findsTheNetwork();
        assertThat(other.confirm(asked.seq())).isInstanceOf(Confirmation.NotYet.class);
        other.close();
        assertThat(scene.anotherKeeper().confirm(asked.seq())).isInstanceOf(Confirmation.NotYet.class);
    }

    @Test
    void endsTheRuleLikeEachOtherLoosening() {
        scene.loosen(new Loosening.EndRule());
        assertThat(scene.text("hello").verdict()).isEqualTo(Verdict.PASS);
        assertThat(keeper.askToLoosen(LEAVE_CALLS)).isEmpty();
        keeper.seeToday();
        scene.passes(Duration.ofDays(10));
        keeper.seeToday();
        assertThat(scene.story().days().orElseThrow().counted(scene.today())).isEqualTo(2);
    }

    @Test
    void keepsTheDaysOfARuleThatBeginsAnew() {
        scene.loosen(new Loosening.EndRule());
        scene.passes(Duration.ofDays(10));
        keeper.setRule(noContact(), null);
        scene.passes(Duration.ofDays(1));
        var days = scene.story().days().orElseThrow();
        var today = scene.today();
        assertThat(days.kept(today)).isEqualTo(3);
        assertThat(days.of(today.minusDays(5))).isEqualTo(Days.Mark.SKIPPED);
        assertThat(scene.story().countedFrom()).contains(today.minusDays(1));
    }

    @Test
    void forgetsWhatWaitedWhenARuleBeginsAnew() {
        var waits = keeper.askToLoosen(LEAVE_CALLS).orElseThrow();
        scene.loosen(new Loosening.EndRule());
        keeper.setRule(noContact(), null);
        assertThat(keeper.confirm(waits.seq())).isEqualTo(new Confirmation.Gone());
    }

    @Test
    void keepsTheFormerNameWhenTheExIsRenamed() {
        keeper.setRule(noContact().withName("Nobody"), null);
        assertThat(keeper.attempt(Attempts.text(new PersonName("Daniel"), "hi")).verdict())
                .isInstanceOf(Hold.class);
    }

    @Test
    void writesNothingDownWhenAChangeWouldNotFit() {
        keeper.setRule(noContact().withWays(ways(0, 6_000)), null);
        var last = scene.ledger.last(Account.ME);
        assertThatThrownBy(() -> keeper.setRule(noContact().withWays(ways(6_000, 12_000)), null))
                .isInstanceOf(InvalidRule.class);
        assertThat(scene.ledger.last(Account.ME)).isEqualTo(last);
        scene.keeper = scene.anotherKeeper();
        assertThat(scene.story().last()).isEqualTo(last);
    }

    @Test
    void refusesALooseningThatDoesNotLoosen() {
        assertThatThrownBy(() -> new Loosening.ChangeRule(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Loosening.ChangeRule(List.of(new Change.HoldAct(Act.CALL))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Change.ShortenCoolingOff(Duration.ofHours(1)))
                .isInstanceOf(InvalidRule.class);
    }

    private Verdict call() {
        return keeper.attempt(Attempts.attempt(Act.CALL, DANIEL)).verdict();
    }

    private static List<Way> ways(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Rules.way(Rules.mail("daniel" + i + "@climbing.example")))
                .toList();
    }
}
