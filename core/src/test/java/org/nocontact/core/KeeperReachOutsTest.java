package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nocontact.core.Verdict.Allow;
import org.nocontact.core.Verdict.Hold;

class KeeperReachOutsTest {
    private static final Duration PAUSE = Rule.USUAL_REPLY_PAUSE;

    private final Scene scene = Scene.with(Rules.noContact());
    private final Keeper keeper = scene.keeper;

    @Test
    void opensOneAnswerAfterThePause() {
        var reachOut = receive("how are you?");
        var early = scene.text("fine");
        assertThat(early.verdict()).isEqualTo(new Hold(new Clause.ReplyLater(reachOut)));
        assertThat(early.askAgainAt()).isEqualTo(TurnedClock.START.plus(PAUSE));
        scene.passes(PAUSE);
        assertThat(scene.text("x".repeat(601)).verdict()).isEqualTo(new Hold(new Clause.ReplyTooLong(reachOut)));
        assertThat(scene.text("fine").verdict()).isEqualTo(new Allow(new Clause.Reply(reachOut)));
        assertThat(scene.text("fine").verdict()).isEqualTo(new Hold(new Clause.HeldAct(Act.TEXT)));
        assertThat(scene.story().reachOuts()).isEmpty();
    }

    @Test
    void tellsByTheClockOnTheWallWhenToAskAgain() {
        receive("how are you?");
        scene.clock.turned(Duration.ofDays(100)).passes(Duration.ofHours(2));
        assertThat(scene.text("fine").askAgainAt())
                .isEqualTo(TurnedClock.START.plus(PAUSE).plus(Duration.ofDays(100)));
    }

    @Test
    void closesTheWindowAfterSevenDays() {
        receive("how are you?");
        scene.passes(PAUSE.plus(ReachOut.OPEN_FOR).plusNanos(1));
        assertThat(scene.text("fine").verdict()).isEqualTo(new Hold(new Clause.HeldAct(Act.TEXT)));
    }

    @ParameterizedTest
    @EnumSource
    void opensByWhatTheReachOutSays(InboundLabel label) {
        var reachOut = receive("about the keys");
        assertThat(keeper.label(reachOut, label)).isTrue();
        var expected = switch (label) {
            case EMERGENCY, PRACTICAL -> new Allow(new Clause.Reply(reachOut));
            case BOUNDARY -> new Hold(new Clause.HeldAct(Act.TEXT));
            case HOSTILE, WANTS_BACK, APOLOGY, SMALL_TALK -> new Hold(new Clause.ReplyLater(reachOut));
        };
        assertThat(scene.text("ok").verdict()).isEqualTo(expected);
    }

    @Test
    void keepsABoundaryOne() {
        var reachOut = receive("please stop writing to me");
        keeper.label(reachOut, InboundLabel.BOUNDARY);
        assertThat(keeper.label(reachOut, InboundLabel.PRACTICAL)).isFalse();
        scene.passes(PAUSE);
        assertThat(scene.text("ok").verdict()).isEqualTo(new Hold(new Clause.HeldAct(Act.TEXT)));
        assertThat(keeper.close(reachOut, false)).isTrue();
    }

    @Test
    void opensOneWindowForOneMessageHoweverOftenItIsTakenIn() {
        var reachOut = receive("hey you");
        assertThat(receive("hey\r\nyou ")).isEqualTo(reachOut);
        scene.passes(PAUSE);
        scene.text("fine");
        assertThat(receive("hey you")).isEqualTo(reachOut);
        assertThat(scene.text("more").verdict()).isEqualTo(new Hold(new Clause.HeldAct(Act.TEXT)));
        scene.passes(Duration.ofHours(24));
        assertThat(receive("hey you")).isNotEqualTo(reachOut);
    }

    @Test
    void takesInEachMissedCall() {
        var first = keeper.receive("call", scene.clock.truth(), Words.NONE);
        assertThat(keeper.receive("call", scene.clock.truth(), Words.NONE)).isNotEqualTo(first);
    }

    @Test
    void laysAReachOutAside() {
        var reachOut = receive("hey");
        assertThat(keeper.close(reachOut, true)).isTrue();
        assertThat(keeper.close(reachOut, true)).isFalse();
        assertThat(keeper.label(reachOut, InboundLabel.PRACTICAL)).isFalse();
        scene.passes(PAUSE);
        assertThat(scene.text("fine").verdict()).isEqualTo(new Hold(new Clause.HeldAct(Act.TEXT)));
    }

    @Test
    void letsALongerPauseHoldForAWindowThatIsThere() {
        receive("hey");
        keeper.setRule(Rules.noContact().withReplyPause(Duration.ofDays(2)), null);
        scene.passes(PAUSE);
        assertThat(scene.text("fine").verdict()).isInstanceOf(Hold.class);
        scene.passes(Duration.ofDays(2));
        assertThat(scene.text("fine").verdict()).isInstanceOf(Allow.class);
    }

    @Test
    void takesInAMessageWhateverItsDate() {
        assertThat(came(Instant.MAX)).isEqualTo(TurnedClock.START);
        assertThat(came(Instant.MIN))
                .isBefore(TurnedClock.START)
                .isAfter(TurnedClock.START.minus(Duration.ofDays(365 * 51)));
        assertThat(came(TurnedClock.START.minusSeconds(9))).isEqualTo(TurnedClock.START.minusSeconds(9));
    }

    @Test
    void doesNotTakeItForAVisitOfThePerson() {
        scene.passes(Duration.ofDays(1));
        receive("hey");
        assertThat(scene.story().days().orElseThrow().of(LocalDate.of(2026, 3, 3)))
                .isEqualTo(Days.Mark.UNKNOWN);
    }

    @Test
    void refusesAWayItCannotHaveCome() {
        for (var via : new String[] {"", " ", "a\nb", "x".repeat(101)}) {
            assertThatThrownBy(() -> keeper.receive(via, TurnedClock.START, Words.NONE))
                    .isInstanceOf(Invalid.class);
        }
    }

    private Instant came(Instant came) {
        var seq = keeper.receive("email", came, Words.text("at " + came));
        return scene.story().reachOuts().stream()
                .filter(reachOut -> reachOut.seq() == seq)
                .findFirst()
                .orElseThrow()
                .came();
    }

    private long receive(String text) {
        return keeper.receive("text", scene.clock.truth(), Words.text(text));
    }
}
