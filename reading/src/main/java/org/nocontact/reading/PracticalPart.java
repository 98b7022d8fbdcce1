package org.nocontact.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Takes out of a message what needs to be arranged, so that it can be shown first and the rest folded away.
final class PracticalPart {
    private static final int MOST_SENTENCES = 40;
    private static final double LIKELY = 0.5;
    private static final Set<String> UPSET = Set.of("blame", "threat", "pain");

    private final Cues cues;
    private final Look look;

    PracticalPart(Cues cues, Look look) {
        this.cues = cues;
        this.look = look;
    }

    /// The sentences of `typed` that arrange something; of one that also provokes, only the clauses that arrange.
    List<Span> of(String typed) {
        var found = new ArrayList<Span>();
        var sentences = Sentences.of(typed);
        for (var sentence : sentences.subList(0, Math.min(sentences.size(), MOST_SENTENCES))) {
            var words = typed.substring(sentence.start(), sentence.end());
            var kinds = kinds(words);
            boolean arranges = kinds.arranging() >= 1 && look.at(words).of(OutLabel.PRACTICAL) >= LIKELY;
            if (arranges && kinds.upset()) {
                clauses(typed, sentence, found);
            } else if (arranges) {
                found.add(span(sentence.start(), sentence.end()));
            }
        }
        return found;
    }

    private void clauses(String typed, Sentences.Range sentence, List<Span> found) {
        int before = found.size();
        int start = sentence.start();
        for (int at = start; at <= sentence.end(); at++) {
            boolean cut = at == sentence.end() || ",;:(".indexOf(typed.charAt(at)) >= 0;
            if (cut) {
                addClause(typed, start, at, found);
                start = at + 1;
            }
        }
        if (found.size() == before) {
            found.add(span(sentence.start(), sentence.end()));
        }
    }

    private void addClause(String typed, int start, int end, List<Span> found) {
        var clause = typed.substring(start, end);
        if (clause.isBlank()) {
            return;
        }
        var kinds = kinds(clause);
        if (kinds.arranging() >= 1 && !kinds.upset()) {
            int from = start + (clause.length() - clause.stripLeading().length());
            found.add(span(from, start + clause.stripTrailing().length()));
        }
    }

    private record Kinds(int arranging, boolean upset) {}

    private Kinds kinds(String words) {
        var hits = cues.hits(PlainText.of(words).text());
        int arranging = (int) hits.stream()
                .map(hit -> hit.cue())
                .filter(cue -> cue.family().equals("arrange"))
                .distinct()
                .count();
        boolean upset = hits.stream().anyMatch(hit -> UPSET.contains(hit.cue().family()));
        return new Kinds(arranging, upset);
    }

    private static Span span(int start, int end) {
        return new Span(start, end, InLabel.PRACTICAL.word(), Span.Source.CUE, "arrange");
    }
}
