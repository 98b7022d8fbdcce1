package org.nocontact.core;

import java.text.Normalizer;
import java.util.Locale;

/// Folds away the differences between characters that carry no meaning in an address: width, letter case, composed
/// or not, and marks that cannot be seen.
final class Spelling {
    private Spelling() {}

    /// NFKC, lower case, without default-ignorable characters, and with the four characters on which IDNA2003 and
    /// IDNA2008 differ (UTS 46, section 7) folded as the older one did: `ß` is `ss`, `ς` is `σ`, joiners are gone.
    /// Folding twice changes nothing. Not linear on runs of combining marks: call it on bounded text only.
    static String fold(String text) {
        var once = foldOnce(text);
        var twice = foldOnce(once);
        return twice.equals(once) ? once : foldOnce(twice);
    }

    private static String foldOnce(String text) {
        if (isPlain(text)) {
            return text;
        }
        var lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(lower.length() + 8);
        lower.codePoints().forEach(c -> {
            if (c == 'ß') {
                folded.append("ss");
            } else if (c == 'ς') {
                folded.append('σ');
            } else if (!isIgnorable(c)) {
                folded.appendCodePoint(c);
            }
        });
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    /// Full-width ASCII and the ideographic space as ASCII, character by character: enough to find the marks that
    /// take an address apart, and linear on any text.
    static String narrow(String text) {
        var narrow = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0xFF01 && c <= 0xFF5E) {
                narrow.append((char) (c - 0xFEE0));
            } else if (c == 0xFE6B) {
                narrow.append('@');
            } else {
                narrow.append(Character.isSpaceChar(c) ? ' ' : c);
            }
        }
        return narrow.toString();
    }

    /// Format characters, variation selectors and fillers: nothing of them is seen.
    static boolean isIgnorable(int c) {
        return Character.getType(c) == Character.FORMAT
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0100 && c <= 0xE01EF)
                || (c >= 0x180B && c <= 0x180F)
                || c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || c == 0x3164
                || c == 0xFFA0;
    }

    /// Control characters (tab and line ends too), line and paragraph separators, and halves of surrogate pairs.
    static boolean hasControl(String text) {
        return text.codePoints().anyMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        });
    }
}
