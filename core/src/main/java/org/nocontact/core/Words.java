package org.nocontact.core;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a person wrote or received, by the part it plays (`text`, `subject`, …): kept apart from the facts of an event,
/// so that
/// it can be sealed, or burned, while the facts stay.
public record Words(SortedMap<String, String> parts) {
    public static final Words NONE = new Words(Map.of());
    public static final String TEXT = "text";
    public static final String SUBJECT = "subject";

    public Words(Map<String, String> parts) {
        this(new TreeMap<>(parts));
    }

    public Words {
        parts = new TreeMap<>(parts);
        parts.values().removeIf(String::isBlank);
        parts = Collections.unmodifiableSortedMap(parts);
    }

    public static Words text(String text) {
        return new Words(Map.of(TEXT, text));
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /// The part, empty when it was not written.
    public String part(String name) {
        return parts.getOrDefault(name, "");
    }

    public String text() {
        return part(TEXT);
    }
}
