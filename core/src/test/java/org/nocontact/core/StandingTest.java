package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final Instant NOW = TurnedClock.START;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Loosening RELEASE = new Loosening.Release(9);

    private final Standing standing = new Standing();

    @Test
    void takesNothingInBeforeARuleBegins() {
        standing.change(List.of(new Change.HoldAct(Act.CALL)));
        standing.ask(1, RELEASE, NOW);
        standing.confirm(1, NOW);
        assertThat(standing.snapshot()).isEqualTo(new Standing().snapshot());
    }

    @Test
    void keepsWhenTheRuleBeganWhenItChanges() {
        standing.begin(Rules.noContact(), NOW);
        standing.change(List.of(new Change.Rename("Nobody")));
        assertThat(standing.rule().orElseThrow().since()).isEqualTo(NOW);
        assertThat(standing.rule().orElseThrow().rule().name()).isEqualTo("Nobody");
    }

    @Test
    void opensAReleaseForADayFromItsConfirmation() {
        standing.begin(Rules.noContact(), NOW);
        standing.ask(1, RELEASE, NOW);
        standing.confirm(1, NOW.plus(DAY));
        assertThat(standing.openings())
                .containsExactly(new Opening.Release(9, NOW.plus(DAY).plus(DAY)));
        standing.use(7, new Clause.ReleasedLetter(9));
        assertThat(standing.openings()).isEmpty();
    }

    @Test
    void opensAWindowForEachReachOutByTheRulesPause() {
        standing.begin(Rules.noContact(), NOW);
        standing.receive(new ReachOut(3, "text", NOW, NOW, null));
        var from = NOW.plus(Rule.USUAL_REPLY_PAUSE);
        assertThat(standing.openings()).containsExactly(new Opening.ReplyWindow(3, from, from.plus(ReachOut.OPEN_FOR)));
        standing.label(3, InboundLabel.BOUNDARY);
        assertThat(standing.openings()).isEmpty();
        standing.layAside(3);
        assertThat(standing.reachOuts()).isEmpty();
    }

    @Test
    void opensNothingWithoutARule() {
        standing.receive(new ReachOut(3, "text", NOW, NOW, null));
        assertThat(standing.openings()).isEmpty();
        assertThat(standing.reachOuts()).hasSize(1);
    }

    @Test
    void forgetsWhatIsOver() {
        standing.begin(Rules.noContact(), NOW);
        standing.receive(new ReachOut(3, "text", NOW, NOW, null));
        standing.ask(4, RELEASE, NOW);
        standing.ask(5, new Loosening.EndRule(), NOW);
        standing.confirm(4, NOW);
        standing.tidy(NOW.plus(DAY).plusNanos(1));
        assertThat(standing.snapshot().granted()).isEmpty();
        standing.tidy(NOW.plus(Duration.ofDays(10)));
        assertThat(standing.pending()).hasSize(1);
        standing.tidy(NOW.plus(Duration.ofDays(10)).plusNanos(1));
        assertThat(standing.pending()).isEmpty();
        standing.tidy(NOW.plus(Duration.ofDays(14)));
        assertThat(standing.reachOuts()).hasSize(1);
        standing.tidy(NOW.plus(Duration.ofDays(14)).plusNanos(1));
        assertThat(standing.reachOuts()).isEmpty();
    }

    @Test
    void forgetsWhatWaitedAndWasOpenWhenTheRuleEnds() {
        standing.begin(Rules.limitedTo(Topic.HOME), NOW);
        standing.look(2, Topic.HOME, NOW);
        standing.ask(3, RELEASE, NOW);
        standing.ask(4, new Loosening.EndRule(), NOW);
        standing.confirm(4, NOW);
        assertThat(standing.snapshot()).isEqualTo(new Standing().snapshot());
    }

    @Test
    void comesBackFromItsSnapshot() {
        standing.begin(Rules.limitedTo(Topic.HOME), NOW);
        standing.look(2, Topic.HOME, NOW);
        standing.ask(3, RELEASE, NOW);
        standing.receive(new ReachOut(4, "text", NOW, NOW, InboundLabel.APOLOGY));
        assertThat(Standing.of(standing.snapshot()).snapshot()).isEqualTo(standing.snapshot());
        assertThat(Standing.of(standing.snapshot()).openings()).isEqualTo(standing.openings());
    }
}
