package org.nocontact.mail;

/// Settings of the mail guard that cannot be. The message is one sentence that may be shown to the person.
public final class InvalidMail extends RuntimeException {
    public InvalidMail(String message) {
        super(message);
    }

    static void unless(boolean holds, String otherwise) {
        if (!holds) {
            throw new InvalidMail(otherwise);
        }
    }
}
