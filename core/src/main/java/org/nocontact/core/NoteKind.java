package org.nocontact.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a person laid ready for themselves in a clear hour.
public enum NoteKind {
    /// Why they keep the rule, in their own words.
    REASON,
    /// Something to do instead.
    ACTIVITY,
    /// Somebody to ring who is not the ex: `text` is the name, `phone` the number.
    FRIEND,
    /// A place or an appointment where they could meet the ex: `text` names it, `plan` is what they will do.
    PLACE,
    /// What would have to be arranged so that a topic can be dropped: `topic` and `text`.
    EXIT;

    private final String word = name().toLowerCase(Locale.ROOT);

    public String word() {
        return word;
    }

    public static Optional<NoteKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
