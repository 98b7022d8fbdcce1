package org.nocontact.reading;

import java.util.Locale;
import java.util.Objects;

/// Points at words of a draft, says what they do, and offers a calmer wording.
///
/// @param says what the words do, one sentence
/// @param calmer a wording to start from, never empty
public record Remark(Span at, String says, String calmer) {
    public Remark {
        Objects.requireNonNull(at, "at");
        if (says.isBlank() || calmer.isBlank()) {
            throw new IllegalArgumentException("A remark says something and offers a calmer wording.");
        }
    }

    /// What the words do, in English or German. The calmer wording stays in the language of the draft.
    public String says(Locale language) {
        return language.getLanguage().equals("de") ? Tone.inGerman(at) : says;
    }
}
