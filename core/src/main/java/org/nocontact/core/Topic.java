package org.nocontact.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What people who have to go on talking may still talk about under a limited rule.
public enum Topic {
    WORK,
    CHILDREN,
    HOME,
    MONEY,
    BELONGINGS,
    LEGAL;

    private final String word = name().toLowerCase(Locale.ROOT);

    public String word() {
        return word;
    }

    public static Optional<Topic> of(String word) {
        return Arrays.stream(values()).filter(topic -> topic.word.equals(word)).findFirst();
    }
}
