package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TrustedClockProperties {

    /// Something that happens to a clock.
    record Happening(String what, Consumer<TurnedClock> to) {
        @Override
        public String toString() {
            return what;
        }
    }

    @Property
    void noWaitPassesFasterThanRealTimeWhateverHappensToTheClock(
            @ForAll("happenings") List<Happening> before, @ForAll("happenings") List<Happening> after) {
        var clock = new TurnedClock();
        var mark = happens(clock, TrustedClock.begin(clock.read()), before).whereAWaitBegins();
        var asked = mark.trusted();
        var truth = clock.truth();
        for (var happening : after) {
            mark = happens(clock, mark, List.of(happening));
            assertThat(Duration.between(asked, mark.trusted()))
                    .isLessThanOrEqualTo(Duration.between(truth, clock.truth()));
        }
    }

    @Property
    void timeNeverGoesBack(@ForAll("happenings") List<Happening> happenings) {
        var clock = new TurnedClock();
        var mark = TrustedClock.begin(clock.read());
        for (var happening : happenings) {
            var later = happens(clock, mark, List.of(happening));
            assertThat(later.trusted()).isAfterOrEqualTo(mark.trusted());
            mark = later;
        }
    }

    @Property
    void noTimeIsLostBetweenTwoReadingsThatTheNetworkVouchesFor(
            @ForAll("happenings") List<Happening> before, @ForAll("happenings") List<Happening> after) {
        var clock = new TurnedClock();
        var mark = happens(clock, TrustedClock.begin(clock.read()), before);
        clock.findsTheNetwork();
        mark = TrustedClock.after(mark, clock.read()).whereAWaitBegins();
        var asked = mark.trusted();
        var truth = clock.truth();
        mark = happens(clock, mark, after);
        clock.findsTheNetwork();
        mark = TrustedClock.after(mark, clock.read());
        assertThat(Duration.between(asked, mark.trusted())).isEqualTo(Duration.between(truth, clock.truth()));
    }

    @Property
    void theTimeThatAComputerRunsIsNeverLost(@ForAll("happenings") List<Happening> happenings) {
        var clock = new TurnedClock();
        var mark = happens(clock, TrustedClock.begin(clock.read()), happenings);
        var before = mark.trusted();
        mark = TrustedClock.after(mark, clock.passes(Duration.ofHours(5)).read());
        assertThat(mark.trusted()).isAfterOrEqualTo(before.plus(Duration.ofHours(5)));
    }

    private static TrustedClock.Mark happens(TurnedClock clock, TrustedClock.Mark mark, List<Happening> happenings) {
        var latest = mark;
        for (var happening : happenings) {
            happening.to.accept(clock);
            latest = TrustedClock.after(latest, clock.read());
        }
        return latest;
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return happening().list().ofMaxSize(12);
    }

    static Arbitrary<Happening> happening() {
        var times = Arbitraries.of(1, 30, 24 * 60, 4 * 24 * 60).map(Duration::ofMinutes);
        var turns = Arbitraries.of(-4_000, -80, -1, 1, 80, 4_000).map(Duration::ofHours);
        return Arbitraries.oneOf(
                times.map(time -> new Happening("passes " + time, clock -> clock.passes(time))),
                times.map(time -> new Happening("sleeps " + time, clock -> clock.sleeps(time))),
                times.map(time -> new Happening("restarts after " + time, clock -> clock.restarts(time))),
                turns.map(by -> new Happening("is turned " + by, clock -> clock.turned(by))),
                Arbitraries.of(
                        new Happening("loses the network", TurnedClock::losesTheNetwork),
                        new Happening("finds the network", TurnedClock::findsTheNetwork)));
    }
}
