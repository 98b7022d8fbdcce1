package org.nocontact.core;

/// What was asked for cannot be a rule. The message is one sentence that may be shown to the person.
public final class InvalidRule extends RuntimeException {
    public InvalidRule(String message) {
        super(message);
    }
}
