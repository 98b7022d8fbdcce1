package org.nocontact.reading;

import java.util.Locale;
import java.util.Map;

/// The sentences that explain a [Span], in English and German.
public final class Explanation {
    private static final Map<String, String> ENGLISH = Sayings.load("explanations.txt");
    private static final Map<String, String> GERMAN = Sayings.load("explanations_de.txt");

    private Explanation() {}

    /// One sentence for a span's `why`.
    public static String of(String why, Locale language) {
        var sentences = language.getLanguage().equals("de") ? GERMAN : ENGLISH;
        var own = sentences.get(why);
        return own != null ? own : sentences.getOrDefault(Sayings.family(why), sentences.getOrDefault("words", ""));
    }
}
