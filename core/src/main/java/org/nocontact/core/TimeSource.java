package org.nocontact.core;

import java.time.Duration;
import java.time.Instant;

/// Where time is read from. Passed in, so that tests can turn the clock.
@FunctionalInterface
public interface TimeSource {

    Reading read();

    /// What a computer can say about the time at one moment.
    ///
    /// @param wall the clock on the wall, which a person can set
    /// @param boot names the run of the steady counter: equal for two readings exactly when their `steady` can be
    /// compared
    /// @param steady time counted steadily since that run began, sleep included where the system can tell
    /// @param vouchedFor whether the system keeps its clock by the network at this moment
    record Reading(Instant wall, String boot, Duration steady, boolean vouchedFor) {}
}
