package org.nocontact.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// Finds the words that carry a label: where its cues stand, and what makes the text read less like it when it is taken
/// out.
/// A text is read again at most [#READINGS] times for each label.
final class Evidence {
    private static final int MOST_CUES = 4;
    private static final int READINGS = 6;
    /// Longer texts are not read again; their cues are the evidence.
    private static final int LONGEST = 2_000;
    private static final double LEAST_DROP = 0.002;

    private final Cues cues;
    private final Look look;

    Evidence(Cues cues, Look look) {
        this.cues = cues;
        this.look = look;
    }

    List<Span> of(String typed, InLabel label) {
        return find(typed, label.word(), cue -> Family.speaksFor(cue, label), odds -> odds.of(label));
    }

    List<Span> of(String typed, OutLabel label) {
        return find(typed, label.word(), cue -> Family.speaksFor(cue, label), odds -> odds.of(label));
    }

    private List<Span> find(String typed, String label, Predicate<Cues.Cue> speaks, ToDoubleFunction<Look.Odds> odds) {
        var found = cueSpans(typed, label, speaks);
        if (typed.length() > LONGEST) {
            return found.isEmpty() ? List.of(words(label, 0, typed.length())) : found;
        }
        double whole = odds.applyAsDouble(look.at(typed));
        boolean carried = found.stream().anyMatch(span -> whole - without(typed, span, odds) > LEAST_DROP);
        if (!carried) {
            found.removeIf(span -> true);
            found.add(heaviest(typed, label, whole, odds));
        }
        return found;
    }

    private List<Span> cueSpans(String typed, String label, Predicate<Cues.Cue> speaks) {
        var plain = PlainText.of(typed);
        var hits = cues.hits(plain.text()).stream()
                .filter(hit -> speaks.test(hit.cue()))
                .sorted(Comparator.comparingInt((Cues.Hit hit) -> hit.start() - hit.end())
                        .thenComparingInt(Cues.Hit::start))
                .toList();
        var found = new ArrayList<Span>();
        for (var hit : hits) {
            int start = plain.origin(hit.start());
            int end = Math.max(plain.origin(hit.end()), start + 1);
            while (end > start + 1 && Character.isWhitespace(typed.charAt(end - 1))) {
                end--;
            }
            var span = new Span(start, end, label, Span.Source.CUE, hit.cue().name());
            if (found.size() < MOST_CUES && found.stream().noneMatch(span::overlaps)) {
                found.add(span);
            }
        }
        return found;
    }

    /// The part whose absence weighs most, among the sentences or, if there is one only, among stretches of its words.
    private Span heaviest(String typed, String label, double whole, ToDoubleFunction<Look.Odds> odds) {
        var parts = Sentences.of(typed);
        if (parts.size() < 2) {
            parts = stretches(typed);
        }
        var heaviest = words(label, 0, typed.length());
        double most = LEAST_DROP;
        for (var part : parts.subList(0, Math.min(parts.size(), READINGS))) {
            var span = words(label, part.start(), part.end());
            double drop = whole - without(typed, span, odds);
            if (drop > most) {
                most = drop;
                heaviest = span;
            }
        }
        return heaviest;
    }

    private static List<Sentences.Range> stretches(String typed) {
        var starts = new ArrayList<Integer>();
        for (int i = 0; i < typed.length(); i++) {
            if (!Character.isWhitespace(typed.charAt(i)) && (i == 0 || Character.isWhitespace(typed.charAt(i - 1)))) {
                starts.add(i);
            }
        }
        var stretches = new ArrayList<Sentences.Range>();
        int length = Math.max(3, (starts.size() + READINGS - 1) / READINGS);
        for (int i = 0; i < starts.size(); i += length) {
            int end = i + length < starts.size() ? starts.get(i + length) : typed.length();
            stretches.add(new Sentences.Range(
                    starts.get(i), typed.substring(0, end).stripTrailing().length()));
        }
        return stretches;
    }

    private double without(String typed, Span span, ToDoubleFunction<Look.Odds> odds) {
        var rest = typed.substring(0, span.start()) + typed.substring(span.end());
        return odds.applyAsDouble(look.at(rest));
    }

    private static Span words(String label, int start, int end) {
        return new Span(start, end, label, Span.Source.EMBEDDING, "words");
    }
}
