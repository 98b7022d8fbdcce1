package org.nocontact.core;

/// What was asked for cannot be; nothing was written down. The message is one sentence that may be shown to the person.
public sealed class Invalid extends RuntimeException permits InvalidRule {
    public Invalid(String message) {
        super(message);
    }

    static void unless(boolean holds, String otherwise) {
        if (!holds) {
            throw new Invalid(otherwise);
        }
    }
}
