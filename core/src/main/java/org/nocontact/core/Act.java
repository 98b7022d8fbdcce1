package org.nocontact.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// One of the nine things the rule speaks about. The first eight reach the ex; [#LOOK] reaches only the person.
public enum Act {
    TEXT,
    CALL,
    PICTURE,
    EMAIL,
    LIKE,
    COMMENT,
    THROUGH_SOMEONE,
    IN_PERSON,
    LOOK;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// The word used on the wire and in commands, such as `through-someone`.
    public String word() {
        return word;
    }

    /// Whether a limited rule can leave room for this act: it carries something that can be arranged.
    public boolean canServeATopic() {
        return switch (this) {
            case TEXT, CALL, PICTURE, EMAIL, IN_PERSON -> true;
            case LIKE, COMMENT, THROUGH_SOMEONE, LOOK -> false;
        };
    }

    public static Optional<Act> of(String word) {
        return Arrays.stream(values()).filter(act -> act.word.equals(word)).findFirst();
    }
}
