package org.nocontact.reading;

import java.util.Locale;

/// What a draft to the ex holds; several at once. Danger stands first.
public enum OutLabel {
    CRISIS,
    BEGGING,
    PRESSURE,
    BLAME,
    DECLARATION,
    FISHING,
    GUILT,
    RELATIONSHIP_TALK,
    PRACTICAL,
    RESPECTFUL,
    /// Never learnt: follows from the topics that are given.
    OFF_TOPIC;

    /// The label as it is printed, such as "relationship-talk".
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
