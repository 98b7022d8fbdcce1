package org.nocontact.reading;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts a message into sentences, also where only a line ends or dots stand for a pause.
final class Sentences {
    /// A sentence is cut after so many characters, so that text without an end stays readable in windows.
    static final int LONGEST = 800;

    private Sentences() {}

    /// From `start` (inclusive) to `end` (exclusive), blanks at both ends left out.
    record Range(int start, int end) {}

    static List<Range> of(String text) {
        var ranges = new ArrayList<Range>();
        var breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            cutAtPauses(text, start, end, ranges);
        }
        return ranges;
    }

    private static void cutAtPauses(String text, int start, int end, List<Range> ranges) {
        int from = start;
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            boolean last = at + 1 == end || !isPause(text.charAt(at + 1));
            boolean pause = isPause(c)
                    && last
                    && (c != '.'
                            || at + 1 == end
                            || Character.isWhitespace(text.charAt(at + 1))
                            || dots(text, from, at));
            if (pause || at - from >= LONGEST && Character.isWhitespace(c) || at - from >= 2 * LONGEST) {
                add(text, from, at + 1, ranges);
                from = at + 1;
            }
        }
        add(text, from, end, ranges);
    }

    private static boolean isPause(char c) {
        return c == '.' || c == '!' || c == '?' || c == '\n' || c == '\u2026';
    }

    private static boolean dots(String text, int from, int at) {
        return at > from && text.charAt(at - 1) == '.';
    }

    private static void add(String text, int start, int end, List<Range> ranges) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        boolean says = text.substring(from, to).codePoints().anyMatch(c -> Character.isLetterOrDigit(c) || c > 0x2000);
        if (says) {
            ranges.add(new Range(from, to));
        } else if (to > from && ranges.isEmpty()) {
            ranges.add(new Range(from, to));
        }
    }
}
