package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.nocontact.core.TrustedClock.Mark;

class TrustedClockTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEAR = Duration.ofDays(365);

    private final TurnedClock clock = new TurnedClock();
    private Mark mark = TrustedClock.begin(clock.read());

    @Test
    void beginsWithTheClockOnTheWall() {
        assertThat(mark.trusted()).isEqualTo(TurnedClock.START);
    }

    @Test
    void countsTheTimeThatPasses() {
        clock.passes(HOUR);
        assertCounts(HOUR);
    }

    @Test
    void isNotMovedByAClockThatIsTurnedForwardOrBack() {
        clock.turned(YEAR).passes(HOUR);
        assertCounts(HOUR);
        clock.turned(YEAR.multipliedBy(-3)).passes(HOUR);
        assertCounts(HOUR.multipliedBy(2));
    }

    @Test
    void countsTheTimeThatAComputerWasOffOnceTheNetworkVouchesForIt() {
        clock.restarts(DAY);
        assertCounts(DAY);
    }

    @Test
    void countsNothingAcrossARestartWhileNobodyVouchesForTheClock() {
        clock.losesTheNetwork().restarts(DAY).turned(YEAR);
        assertCounts(Duration.ZERO);
        clock.passes(HOUR);
        assertCounts(HOUR);
    }

    @Test
    void countsTheTimeOffLaterWhenTheNetworkComesBack() {
        clock.losesTheNetwork().restarts(DAY);
        assertCounts(Duration.ZERO);
        clock.passes(HOUR).findsTheNetwork();
        assertCounts(DAY.plus(HOUR));
    }

    @Test
    void doesNotCountForAWaitWhatWentByBeforeItBegan() {
        clock.losesTheNetwork().restarts(DAY);
        read();
        mark = mark.whereAWaitBegins();
        clock.findsTheNetwork().passes(HOUR);
        assertCounts(HOUR);
        clock.restarts(DAY);
        assertCounts(HOUR.plus(DAY));
    }

    @Test
    void countsASleepThatTheCounterDoesNotNotice() {
        clock.sleeps(HOUR);
        assertCounts(HOUR);
    }

    @Test
    void doesNotJumpWhenAClockThatWasWrongFromTheBeginningIsSetRight() {
        clock.turned(YEAR.negated());
        mark = TrustedClock.begin(clock.read());
        var begin = mark.trusted();
        clock.passes(HOUR).findsTheNetwork();
        assertThat(read()).isEqualTo(begin.plus(HOUR));
        clock.restarts(DAY);
        assertThat(read()).isEqualTo(begin.plus(HOUR).plus(DAY));
    }

    @Test
    void goesOnWhenAClockThatWasAheadFromTheBeginningIsSetRight() {
        clock.turned(YEAR);
        mark = TrustedClock.begin(clock.read());
        var begin = mark.trusted();
        clock.findsTheNetwork();
        assertThat(read()).isEqualTo(begin);
        clock.restarts(DAY);
        assertThat(read()).isEqualTo(begin.plus(DAY));
    }

    @Test
    void neverGoesBack() {
        clock.passes(HOUR);
        var later = read();
        assertThat(TrustedClock.after(mark, new TurnedClock().read()).trusted()).isEqualTo(later);
    }

    private Instant read() {
        mark = TrustedClock.after(mark, clock.read());
        return mark.trusted();
    }

    private void assertCounts(Duration since) {
        assertThat(Duration.between(TurnedClock.START, read())).isEqualTo(since);
    }
}
