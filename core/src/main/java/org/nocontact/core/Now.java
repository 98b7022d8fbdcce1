package org.nocontact.core;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// One moment, as the person sees it and as the rule counts it.
///
/// @param at by the clock on the wall
/// @param trusted by the trusted clock
/// @param zone where the person is
public record Now(Instant at, Instant trusted, ZoneId zone) {

    public LocalDate day() {
        return dayOf(at);
    }

    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /// What the clock on the wall will show at a trusted instant, if nobody sets it.
    public ZonedDateTime shown(Instant trustedInstant) {
        return at.plus(Duration.between(trusted, trustedInstant)).atZone(zone);
    }
}
