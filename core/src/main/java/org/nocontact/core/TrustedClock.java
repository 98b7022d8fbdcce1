package org.nocontact.core;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.TimeSource.Reading;

/// Time as the rule counts it, which setting the clock forward does not move: never faster than real time, and never
/// back.
///
/// Between two readings of the same steady counter, the counter says how much time went by. Where there is no such
/// counter (across a restart, or in a sleep that it does not count), the clock on the wall is believed if the system
/// kept it by the network before and afterwards; otherwise the time in between counts for nothing. What this cannot see
/// through: a person who edits the file, or who serves their own computer a wrong network time.
public final class TrustedClock {

    /// The latest trusted instant, with the reading it was taken at. The latest mark is kept in the ledger, all of it.
    ///
    /// @param anchor the latest pair that later network time may be measured from; null where there is none
    public record Mark(
            Instant trusted, Reading reading, @Nullable Anchor anchor) {

        /// This mark, when a wait begins at it. While nobody vouches for the clock, it is not known how much of what
        /// the
        /// network will say has gone by was before the wait began; so none of it may count.
        Mark whereAWaitBegins() {
            return reading.vouchedFor() ? this : new Mark(trusted, reading, null);
        }
    }

    /// A trusted instant, with what the clock on the wall showed then while the network kept it.
    public record Anchor(Instant trusted, Instant wall) {}

    private TrustedClock() {}

    /// The first mark of a ledger.
    public static Mark begin(Reading now) {
        return at(now.wall(), now, null);
    }

    /// The mark after `last`; its trusted instant is never before that of `last`.
    public static Mark after(Mark last, Reading now) {
        var counted = last.trusted().plus(counted(last.reading(), now));
        var anchor = last.anchor();
        if (anchor == null || !now.vouchedFor()) {
            return at(counted, now, anchor);
        }
        var byTheNetwork = anchor.trusted().plus(Duration.between(anchor.wall(), now.wall()));
        return at(byTheNetwork.isAfter(counted) ? byTheNetwork : counted, now, anchor);
    }

    private static Mark at(Instant trusted, Reading now, @Nullable Anchor anchor) {
        return new Mark(trusted, now, now.vouchedFor() ? new Anchor(trusted, now.wall()) : anchor);
    }

    private static Duration counted(Reading last, Reading now) {
        if (!last.boot().equals(now.boot())) {
            return Duration.ZERO;
        }
        var counted = now.steady().minus(last.steady());
        return counted.isNegative() ? Duration.ZERO : counted;
    }
}
