package org.nocontact.reading;

import java.util.Locale;

/// What a message from the ex is, in the order of which counts first.
public enum InLabel {
    EMERGENCY,
    BOUNDARY,
    HOSTILE,
    WANTS_BACK,
    APOLOGY,
    PRACTICAL,
    SMALL_TALK;

    /// The label as it is printed, such as "wants-back".
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
