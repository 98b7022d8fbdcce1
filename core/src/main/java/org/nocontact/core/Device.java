package org.nocontact.core;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something that may ask the gate: an extension, a phone, a script.
///
/// @param lastSeen the last day on which it asked; null before the first
public record Device(
        long seq, String name, String tokenHash, @Nullable LocalDate lastSeen) {
    Device seen(LocalDate day) {
        return new Device(seq, name, tokenHash, day);
    }
}
