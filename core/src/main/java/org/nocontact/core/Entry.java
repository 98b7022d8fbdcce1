package org.nocontact.core;

import java.time.Instant;

/// An event in the ledger.
///
/// @param seq its number, from 1, without gaps
/// @param at when it was written down, by the computer's clock
/// @param trusted the same by the trusted clock, which waits are measured by; see [TrustedClock]
/// @param burned whether its words were burned; they are empty then
public record Entry(long seq, Instant at, Instant trusted, Event event, boolean burned) {}
