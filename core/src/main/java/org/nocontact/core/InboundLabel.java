package org.nocontact.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a reach-out says, in the order in which the labels go before one another.
public enum InboundLabel {
    EMERGENCY,
    BOUNDARY,
    HOSTILE,
    WANTS_BACK,
    APOLOGY,
    PRACTICAL,
    SMALL_TALK;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public String word() {
        return word;
    }

    /// Whether an answer may go out at once instead of after the pause.
    public boolean cannotWait() {
        return this == EMERGENCY || this == PRACTICAL;
    }

    public static Optional<InboundLabel> of(String word) {
        return Arrays.stream(values()).filter(label -> label.word.equals(word)).findFirst();
    }
}
