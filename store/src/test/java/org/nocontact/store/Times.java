package org.nocontact.store;

import java.time.Duration;
import java.time.Instant;
import org.nocontact.core.TimeSource;
import org.nocontact.core.TrustedClock;
import org.nocontact.core.TrustedClock.Mark;

/// Instants and marks that need no clock.
final class Times {
    static final Instant BEGIN = Instant.parse("2026-03-01T01:02:03.123456789Z");

    private Times() {}

    /// The mark so many minutes after the beginning.
    static Mark minute(long minute) {
        var since = Duration.ofMinutes(minute);
        var wall = BEGIN.plus(since).plusMillis(7);
        var reading = new TimeSource.Reading(wall, "boot-1", since, true);
        return new Mark(BEGIN.plus(since), reading, new TrustedClock.Anchor(BEGIN.plus(since), wall));
    }
}
