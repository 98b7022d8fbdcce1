package org.nocontact.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Locale;

/// What is searched for in words. Letter case is set aside in every script (`ä` finds `Ä`, `ß` finds `SS`), and so is
/// whether an accent is part of its letter or follows it; accents themselves count.
final class Needle {
    private static final char FIRST_COMBINING = 0x300;

    private final String folded;
    private final boolean standsAsItIs;

    private Needle(String folded) {
        this.folded = folded;
        this.standsAsItIs = folded.chars().allMatch(Needle::standsAsItIs);
    }

    static Needle of(String text) {
        return new Needle(fold(text));
    }

    /// @param words as JSON
    boolean isIn(byte[] words) {
        return mayBeIn(words)
                && EventCodec.words(words).parts().values().stream()
                        .anyMatch(part -> fold(part).contains(folded));
    }

    /// Looks through the JSON as it stands, which is quicker than to take it apart.
    private boolean mayBeIn(byte[] words) {
        return !standsAsItIs || fold(new String(words, UTF_8)).contains(folded);
    }

    /// Whether JSON says the character by itself, and it is not part of an escape.
    private static boolean standsAsItIs(int character) {
        return character >= ' ' && character != '"' && character != '\\' && !Character.isSurrogate((char) character);
    }

    /// By no language: upper case first, since some letters (`ß`, `ς`) meet only there.
    private static String fold(String text) {
        var composed = isComposed(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
        return composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /// Before the first combining mark, Unicode has no text that could be composed further.
    private static boolean isComposed(String text) {
        for (var index = 0; index < text.length(); index++) {
            if (text.charAt(index) >= FIRST_COMBINING) {
                return false;
            }
        }
        return true;
    }
}
