package org.nocontact.core;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Parts a text into sentences, and these into words in lower case. A comma (or colon, dash, bracket) is a word of its
/// own, so is each other sign and symbol; what cannot be seen is dropped.
///
/// Takes time in proportion to the text.
final class Sentences {
    static final String COMMA = ",";

    private static final int LONGEST_READ = 20_000;
    private static final int MOST_MARKS = 4;

    private final List<List<String>> sentences = new ArrayList<>();
    private List<String> sentence = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();

    private Sentences() {}

    /// A text longer than 20,000 characters is read to there: no message to a friend is longer.
    static List<List<String>> of(String text) {
        var read = text.length() > LONGEST_READ ? text.substring(0, LONGEST_READ) : text;
        var parts = new Sentences();
        Normalizer.normalize(withoutHeaps(read), Normalizer.Form.NFC)
                .codePoints()
                .forEach(parts::take);
        parts.endSentence();
        return parts.sentences;
    }

    private void take(int c) {
        if (Character.isLetterOrDigit(c) || isMark(c)) {
            word.appendCodePoint(Character.toLowerCase(c));
        } else if ((c == '\'' || c == '’') && !word.isEmpty()) {
            word.append('\'');
        } else if (c == '.' || c == '!' || c == '?' || c == '\n' || c == '…') {
            endSentence();
        } else {
            endWord();
            takeSign(c);
        }
    }

    private void takeSign(int c) {
        switch (Character.getType(c)) {
            case Character.DASH_PUNCTUATION, Character.START_PUNCTUATION, Character.END_PUNCTUATION ->
                sentence.add(COMMA);
            case Character.OTHER_PUNCTUATION -> {
                if (c != '"' && c != '\'') {
                    sentence.add(c == ';' || c == ':' ? COMMA : Character.toString(c));
                }
            }
            case Character.OTHER_SYMBOL,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.CONNECTOR_PUNCTUATION -> sentence.add(Character.toString(c));
            default -> {}
        }
    }

    private void endWord() {
        while (!word.isEmpty() && word.charAt(word.length() - 1) == '\'') {
            word.setLength(word.length() - 1);
        }
        if (!word.isEmpty()) {
            sentence.add(word.toString());
            word.setLength(0);
        }
    }

    private void endSentence() {
        endWord();
        if (!sentence.isEmpty()) {
            sentences.add(sentence);
            sentence = new ArrayList<>();
        }
    }

    /// Without what cannot be seen, and with at most four marks on a letter: to bring more of them into order would
    /// take
    /// the square of their number.
    private static String withoutHeaps(String text) {
        var kept = new StringBuilder(text.length());
        var marks = 0;
        for (var i = 0; i < text.length(); ) {
            var c = text.codePointAt(i);
            i += Character.charCount(c);
            marks = isMark(c) ? marks + 1 : 0;
            if (marks <= MOST_MARKS && !Spelling.isIgnorable(c)) {
                kept.appendCodePoint(c);
            }
        }
        return kept.toString();
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }
}
