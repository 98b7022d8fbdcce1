package org.nocontact.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// A message in plain lower-case words ("u" becomes "you", "pleeease" becomes "please"), with the way back to the
/// characters that were typed. Made in time linear in the message.
final class PlainText {
    private static final Map<String, String> PLAIN_WORDS = load();
    /// "ill" is "I'll" before one of these, else an illness.
    private static final Set<String> AFTER_I_WILL = Set.of(
            ("be get grab do bring pick drop ring call come take go see pay send wait never always just have tell let"
                            + " make kill put give stop try still change love miss keep meet text find show move leave"
                            + " shoot smash end cut sell fix prove fetch collect hurt")
                    .split(" "));

    private final String text;
    private final int[] origins;

    private PlainText(String text, int[] origins) {
        this.text = text;
        this.origins = origins;
    }

    static PlainText of(String typed) {
        var making = new Making(typed);
        int at = 0;
        while (at < typed.length()) {
            int end = wordEnd(typed, at);
            if (end == at) {
                at = making.one(at);
            } else {
                making.word(at, end);
                at = end;
            }
        }
        return making.done();
    }

    String text() {
        return text;
    }

    /// The place in the typed message of a place in the plain text; the end of one is the end of the other.
    int origin(int plain) {
        return origins[plain];
    }

    private static int wordEnd(String typed, int start) {
        int at = start;
        while (at < typed.length() && isWordPart(typed.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '\'' || c == '\u2019' || c == '&';
    }

    private static Map<String, String> load() {
        var words = new HashMap<String, String>();
        var file = Objects.requireNonNull(PlainText.class.getResourceAsStream("plain-words.txt"), "plain-words.txt");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                var sides = line.split(" = ", 2);
                words.put(sides[0], sides[1]);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("plain-words.txt cannot be read.", e);
        }
        return Map.copyOf(words);
    }

    private static final class Making {
        private final String typed;
        private final StringBuilder plain;
        private int[] origins;

        Making(String typed) {
            this.typed = typed;
            this.plain = new StringBuilder(typed.length() + 16);
            this.origins = new int[typed.length() + 64];
        }

        /// Takes over what is no word, and says where to go on.
        int one(int at) {
            int width = Character.charCount(typed.codePointAt(at));
            var symbol = typed.substring(at, at + width);
            var words = PLAIN_WORDS.get(symbol);
            if (words != null) {
                append(" " + words + " ", at);
            } else {
                append(String.valueOf(straight(symbol)), at);
            }
            return at + width;
        }

        void word(int start, int end) {
            var word = squeezed(typed.substring(start, end).toLowerCase(java.util.Locale.ROOT))
                    .replace('\u2019', '\'');
            var known = PLAIN_WORDS.get(word);
            if (known != null) {
                append(known, start);
            } else if (word.equals("ill") && AFTER_I_WILL.contains(wordAfter(end))) {
                append("i'll", start);
            } else if (word.length() == end - start) {
                for (int i = 0; i < word.length(); i++) {
                    append(word.substring(i, i + 1), start + i);
                }
            } else {
                append(word, start);
            }
        }

        private String wordAfter(int end) {
            int start = Math.min(end + 1, typed.length());
            return typed.substring(start, wordEnd(typed, start)).toLowerCase(java.util.Locale.ROOT);
        }

        private void append(String part, int origin) {
            int size = plain.length();
            plain.append(part);
            if (plain.length() >= origins.length) {
                origins = Arrays.copyOf(origins, plain.length() * 2);
            }
            Arrays.fill(origins, size, plain.length(), origin);
        }

        PlainText done() {
            int size = plain.length();
            var ends = Arrays.copyOf(origins, size + 1);
            ends[size] = typed.length();
            return new PlainText(plain.toString(), ends);
        }

        private static String straight(String symbol) {
            return switch (symbol) {
                case "\u201C", "\u201D" -> "\"";
                case "\u2018" -> "'";
                case "\u2026" -> "...";
                default -> symbol;
            };
        }

        /// A letter that stands three times or more in a row stands once.
        private static String squeezed(String word) {
            var out = new StringBuilder(word.length());
            int at = 0;
            while (at < word.length()) {
                int end = at + 1;
                while (end < word.length() && word.charAt(end) == word.charAt(at)) {
                    end++;
                }
                boolean drawn = end - at > 2 && Character.isLetter(word.charAt(at));
                out.append(word, at, drawn ? at + 1 : end);
                at = end;
            }
            return out.toString();
        }
    }
}
