package org.nocontact.core;

/// What a person says of days that nothing was heard of. A skipped day counts neither way.
public enum DayAnswer {
    KEPT,
    CONTACTED,
    SKIPPED
}
