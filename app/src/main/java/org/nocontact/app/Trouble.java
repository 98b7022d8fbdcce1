package org.nocontact.app;

/// Something that a command cannot do. The message is one plain sentence for the person: what was wrong, where, and
/// what
/// to do.
final class Trouble extends RuntimeException {
    private final int exitCode;

    Trouble(String sentence) {
        this(sentence, null);
    }

    Trouble(String sentence, @org.jspecify.annotations.Nullable Throwable cause) {
        super(sentence, cause);
        this.exitCode = Exit.FAULT;
    }

    private Trouble(String sentence, int exitCode) {
        super(sentence);
        this.exitCode = exitCode;
    }

    /// What was asked for cannot be.
    static Trouble badUsage(String sentence) {
        return new Trouble(sentence, Exit.BAD_USAGE);
    }

    int exitCode() {
        return exitCode;
    }
}
