package org.nocontact.core;

/// What was asked for cannot be a rule.
public final class InvalidRule extends Invalid {
    public InvalidRule(String message) {
        super(message);
    }

    static void unless(boolean holds, String otherwise) {
        if (!holds) {
            throw new InvalidRule(otherwise);
        }
    }
}
