package org.nocontact.core;

import java.time.Duration;
import java.time.Instant;

/// A loosening that waits.
///
/// @param seq the number of the entry that asked for it
/// @param asked when, by the trusted clock
/// @param coolingOff the cooling-off time of the rule when it was asked for, or a longer one taken on since
public record Pending(long seq, Loosening loosening, Instant asked, Duration coolingOff) {
    /// How long a loosening that has waited can be confirmed. It lapses then, so that none lies ready for a weak hour.
    public static final Duration ASKABLE_FOR = Duration.ofDays(7);

    /// When it may be confirmed, by the trusted clock.
    public Instant readyAt() {
        return asked.plus(coolingOff);
    }

    public boolean isReady(Instant now) {
        return !now.isBefore(readyAt());
    }

    public boolean hasLapsed(Instant now) {
        return now.isAfter(readyAt().plus(ASKABLE_FOR));
    }

    Pending waitingAtLeast(Duration longer) {
        return longer.compareTo(coolingOff) > 0 ? new Pending(seq, loosening, asked, longer) : this;
    }
}
