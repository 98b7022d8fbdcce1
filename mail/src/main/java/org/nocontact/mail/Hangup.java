package org.nocontact.mail;

import org.jspecify.annotations.Nullable;

/// The conversation is over.
final class Hangup extends RuntimeException {
    private final @Nullable Reply lastWords;

    Hangup(@Nullable Reply lastWords) {
        super(lastWords == null ? "The mail program is gone." : lastWords.toString(), null, false, false);
        this.lastWords = lastWords;
    }

    /// What is said before the connection is closed; null when nobody is there to hear it.
    @Nullable
    Reply lastWords() {
        return lastWords;
    }
}
