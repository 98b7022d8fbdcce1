package org.nocontact.core;

import java.time.Duration;
import java.time.Instant;

/// A computer's clock for tests, with everything that can happen to one: time passes, a person sets it, the network
/// sets it right, the computer sleeps, restarts, or is off for a while.
///
/// Safe for several threads.
public final class TurnedClock implements TimeSource {
    /// A Monday, ten in the morning in UTC.
    public static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    private Instant truth = START;
    private Duration off = Duration.ZERO;
    private Duration steady = Duration.ofHours(1);
    private int boot = 1;
    private boolean vouchedFor = true;

    @Override
    public synchronized Reading read() {
        return new Reading(truth.plus(off), "boot-" + boot, steady, vouchedFor);
    }

    /// What the time really is, whatever the clock on the wall shows.
    public synchronized Instant truth() {
        return truth;
    }

    /// Time passes while the computer runs.
    public synchronized TurnedClock passes(Duration time) {
        truth = truth.plus(time);
        steady = steady.plus(time);
        return this;
    }

    /// Time passes while the computer sleeps, and its steady counter does not notice.
    public synchronized TurnedClock sleeps(Duration time) {
        truth = truth.plus(time);
        return this;
    }

    /// The computer is off for a while and starts again.
    public synchronized TurnedClock restarts(Duration time) {
        truth = truth.plus(time);
        boot++;
        steady = Duration.ofSeconds(20);
        return this;
    }

    /// A person turns the clock on the wall; a network that keeps it is cut off by that.
    public synchronized TurnedClock turned(Duration by) {
        off = off.plus(by);
        vouchedFor = false;
        return this;
    }

    /// Nobody vouches for the clock from here on.
    public synchronized TurnedClock losesTheNetwork() {
        vouchedFor = false;
        return this;
    }

    /// The network sets the clock right and keeps it.
    public synchronized TurnedClock findsTheNetwork() {
        off = Duration.ZERO;
        vouchedFor = true;
        return this;
    }
}
