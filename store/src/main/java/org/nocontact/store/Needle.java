package org.nocontact.store;

import java.text.Normalizer;
import java.util.Locale;
import org.nocontact.core.Words;

/// What is searched for in words. Letter case is set aside in every script (`ä` finds `Ä`, `ß` finds `SS`), and so is
/// whether an accent is part of its letter or follows it; accents themselves count.
record Needle(String folded) {

    static Needle of(String text) {
        return new Needle(fold(text));
    }

    boolean isIn(StoredEntry entry) {
        return entry.words() != null && isIn(EventCodec.words(entry.words()));
    }

    private boolean isIn(Words words) {
        return words.parts().values().stream().anyMatch(part -> fold(part).contains(folded));
    }

    /// By no language: upper case first, since some letters (`ß`, `ς`) meet only there.
    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
