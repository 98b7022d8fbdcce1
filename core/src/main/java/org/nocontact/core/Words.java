package org.nocontact.core;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a person wrote or received, by the part it plays (`text`, `subject`, …): kept apart from the facts of an event,
/// so that it can be sealed, or burned, while the facts stay.
///
/// Blank parts are left out. What no file could hold (half a character, a NUL) stands as `\uFFFD`.
public record Words(SortedMap<String, String> parts) {
    /// The most characters of all parts together.
    public static final int LONGEST = 1_000_000;

    public static final Words NONE = new Words(Map.of());
    public static final String TEXT = "text";
    public static final String SUBJECT = "subject";

    /// What was attached to a mail, a line for each: the SHA-256 of its content, its type, its name.
    public static final String ATTACHED = "attached";

    /// The name under which [HeldMail] keeps the mail that the words were read from.
    public static final String MESSAGE = "message";

    /// Whom that mail was to go to, as the mail guard writes it.
    public static final String ENVELOPE = "envelope";

    /// Parts that nobody said: where the words lie, and how they were to travel.
    private static final Set<String> NOT_SAID = Set.of(MESSAGE, ENVELOPE);

    /// Parts that are not read aloud.
    private static final Set<String> NOT_READ = Set.of(ATTACHED, MESSAGE, ENVELOPE);

    public Words(Map<String, String> parts) {
        this(new TreeMap<>(parts));
    }

    public Words {
        var kept = new TreeMap<String, String>();
        parts.forEach((name, part) -> {
            if (!part.isBlank()) {
                kept.put(name, writable(part));
            }
        });
        parts = Collections.unmodifiableSortedMap(kept);
        Invalid.unless(length(parts) <= LONGEST, "The words can be at most 1,000,000 characters long.");
    }

    public static Words text(String text) {
        return new Words(Map.of(TEXT, text));
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /// How many characters there are to read.
    public int length() {
        return (int) length(without(NOT_READ));
    }

    /// The part, empty when it was not written.
    public String part(String name) {
        return parts.getOrDefault(name, "");
    }

    public String text() {
        return part(TEXT);
    }

    /// Whether both say the same, part by part; how the lines break and how wide the spaces are does not matter, nor
    /// does the mail that they were read from: a mail program that sends once more makes a new one.
    public boolean sayTheSameAs(Words other) {
        var said = without(NOT_SAID);
        return said.keySet().equals(other.without(NOT_SAID).keySet())
                && said.keySet().stream().allMatch(name -> squeezed(part(name)).equals(squeezed(other.part(name))));
    }

    private Map<String, String> without(Set<String> names) {
        var left = new TreeMap<>(parts);
        left.keySet().removeAll(names);
        return left;
    }

    private static String squeezed(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static long length(Map<String, String> parts) {
        return parts.values().stream().mapToLong(String::length).sum();
    }

    private static String writable(String text) {
        if (isWritable(text)) {
            return text;
        }
        var written = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 0xFFFD : c)
                .forEach(written::appendCodePoint);
        return written.toString();
    }

    /// Every entry that is read comes through here, hence the plain loop.
    private static boolean isWritable(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) == 0 || Character.isSurrogate(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }
}
