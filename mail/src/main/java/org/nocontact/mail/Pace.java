package org.nocontact.mail;

import java.time.Duration;

/// How often the watcher looks when nothing tells it to, and how long it waits after a failure: each time twice as
/// long,
/// up to a bound.
///
/// @param look between two looks, even where the server tells of new mail at once
/// @param firstPause after the first failure
/// @param longestPause at most
/// @param refused after the server refused the password, which more tries do not mend
record Pace(Duration look, Duration firstPause, Duration longestPause, Duration refused) {
    static final Pace USUAL =
            new Pace(Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

    Duration pause(int failures) {
        var pause = firstPause.multipliedBy(1L << Math.clamp(failures - 1, 0, 20));
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }
}
