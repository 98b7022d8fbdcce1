package org.nocontact.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Cuts text into the pieces that the embedding model was trained on (BERT, uncased), in time linear in the text.
/// It follows the `BertNormalizer`, `BertPreTokenizer` and `WordPiece` sections of the model's `tokenizer.json`.
final class WordPiece {
    static final int CLS = 101;
    static final int SEP = 102;
    private static final int UNKNOWN = 100;
    private static final int LONGEST_WORD = 100;
    private static final Pattern ENTRY = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)++)\"\\s*:\\s*(\\d++)");

    private final Map<String, Integer> ids;

    private WordPiece(Map<String, Integer> ids) {
        this.ids = ids;
    }

    /// Reads the vocabulary from the `"vocab"` object of a `tokenizer.json`.
    static WordPiece from(InputStream tokenizerJson) throws IOException {
        var json = new String(tokenizerJson.readAllBytes(), StandardCharsets.UTF_8);
        int start = json.indexOf("\"vocab\"");
        if (start < 0) {
            throw new IOException("The tokenizer file has no vocabulary.");
        }
        var ids = new HashMap<String, Integer>(64_000);
        var entries = ENTRY.matcher(json).region(start + "\"vocab\"".length(), json.length());
        while (entries.find()) {
            ids.put(unescape(entries.group(1)), Integer.parseInt(entries.group(2)));
        }
        return new WordPiece(ids);
    }

    /// The ids of `text` without the marks at both ends.
    int[] pieces(CharSequence text) {
        var found = new Found();
        for (var word : words(text)) {
            split(word, found);
        }
        return found.toArray();
    }

    private static List<String> words(CharSequence text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var plain = Normalizer.normalize(text, Normalizer.Form.NFD);
        plain.codePoints().forEach(c -> {
            if (c == 0 || c == 0xFFFD || isDropped(c)) {
                return;
            }
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                flush(word, words);
            } else if (isAlone(c)) {
                flush(word, words);
                words.add(Character.toString(Character.toLowerCase(c)));
            } else {
                word.appendCodePoint(Character.toLowerCase(c));
            }
        });
        flush(word, words);
        return words;
    }

    private static boolean isDropped(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
            case Character.CONTROL -> !Character.isWhitespace(c);
            default -> false;
        };
    }

    private static boolean isAlone(int c) {
        return switch (Character.getType(c)) {
            case Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION -> true;
            default -> (c < 128 && !Character.isLetterOrDigit(c)) || Character.isIdeographic(c);
        };
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private void split(String word, Found found) {
        if (word.length() > LONGEST_WORD) {
            found.add(UNKNOWN);
            return;
        }
        int mark = found.size();
        int start = 0;
        while (start < word.length()) {
            int end = word.length();
            Integer id = null;
            while (end > start && id == null) {
                var piece = (start == 0 ? "" : "##") + word.substring(start, end);
                id = ids.get(piece);
                end -= id == null ? 1 : 0;
            }
            if (id == null) {
                found.cutTo(mark);
                found.add(UNKNOWN);
                return;
            }
            found.add(id);
            start = end;
        }
    }

    private static String unescape(String json) {
        if (json.indexOf('\\') < 0) {
            return json;
        }
        var plain = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            char next = json.charAt(++i);
            if (next == 'u') {
                plain.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                plain.append(next);
            }
        }
        return plain.toString();
    }

    private static final class Found {
        private int[] ids = new int[64];
        private int size;

        void add(int id) {
            if (size == ids.length) {
                ids = java.util.Arrays.copyOf(ids, size * 2);
            }
            ids[size++] = id;
        }

        int size() {
            return size;
        }

        void cutTo(int length) {
            size = length;
        }

        int[] toArray() {
            return java.util.Arrays.copyOf(ids, size);
        }
    }
}
