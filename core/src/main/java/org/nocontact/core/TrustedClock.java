package org.nocontact.core;

import java.time.Duration;
import java.time.Instant;
import org.nocontact.core.TimeSource.Reading;

/// Time as the rule counts it, which setting the clock forward does not move.
///
/// Between two readings of the same steady counter, the counter says how much time went by, whatever the clock on the
/// wall says.
/// Across a restart of the computer there is no such counter. Then the clock on the wall is believed if the system
/// keeps it by the
/// network; otherwise the time in between counts for nothing until it does. The latest mark is kept in the ledger. What
/// this cannot
/// see through: a person who edits the file, or who serves their own computer a wrong network time.
public final class TrustedClock {

    /// The latest trusted instant, with the reading it was taken at.
    public record Mark(Instant trusted, Reading reading) {}

    private TrustedClock() {}

    /// The first mark of a ledger.
    public static Mark begin(Reading now) {
        return new Mark(now.wall(), now);
    }

    /// The mark after `last`; its trusted instant is never before that of `last`.
    public static Mark after(Mark last, Reading now) {
        return new Mark(trusted(last, now), now);
    }

    private static Instant trusted(Mark last, Reading now) {
        var counted = last.reading().boot().equals(now.boot())
                ? now.steady().minus(last.reading().steady())
                : Duration.ZERO;
        var steady = counted.isNegative() ? last.trusted() : last.trusted().plus(counted);
        return now.vouchedFor() && now.wall().isAfter(steady) ? now.wall() : steady;
    }
}
