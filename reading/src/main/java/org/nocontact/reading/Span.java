package org.nocontact.reading;

import java.util.Objects;

/// Characters of a message that carry a label: from `start` (inclusive) to `end` (exclusive), as in [String#substring].
///
/// @param label the word of the label
/// @param why the key of a sentence that explains it, see [Explanation#of]
public record Span(int start, int end, String label, Source source, String why) {
    public Span {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(why, "why");
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("A span must hold at least one character: " + start + " to " + end);
        }
    }

    /// Where a span comes from.
    public enum Source {
        /// A pattern of the grammar stands there.
        CUE,
        /// Without these words the message reads less like the label.
        EMBEDDING
    }

    boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }
}
