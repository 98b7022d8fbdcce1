package org.nocontact.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.InboundLabel;
import org.nocontact.reading.Explanation;
import org.nocontact.reading.InLabel;
import org.nocontact.reading.Inbound;
import org.nocontact.reading.Span;

/// What the ex wrote, with what was read in it: the part that has to be arranged, and the words that carry a label.
public record MessageView(String text, Inbound read, Locale language) {

    /// A stretch of the message.
    ///
    /// @param number of the [Reason] that it is marked for; 0 where nothing is marked
    /// @param css the class of the mark; null for a plain one
    public record Passage(String text, int number, @Nullable String css) {}

    /// Why words are marked.
    public record Reason(int number, InboundLabel label, String sentence) {}

    /// The labels that fit: one, two where it is not sure, none where it cannot be read.
    public List<InboundLabel> labels() {
        return switch (read) {
            case Inbound.Sure sure -> List.of(label(sure.label()));
            case Inbound.NotSure two -> List.of(label(two.first()), label(two.second()));
            case Inbound.CannotRead _, Inbound.Empty _ -> List.of();
        };
    }

    public boolean cannotBeRead() {
        return read instanceof Inbound.CannotRead;
    }

    /// What it asks for or gives to be arranged, in their words.
    public List<String> practical() {
        return practicalSpans().stream()
                .map(span -> text.substring(span.start(), span.end()))
                .toList();
    }

    private List<Span> practicalSpans() {
        return switch (read) {
            case Inbound.Sure sure -> sure.practical();
            case Inbound.NotSure two -> two.practical();
            case Inbound.CannotRead _, Inbound.Empty _ -> List.of();
        };
    }

    /// The whole message, in stretches.
    public List<Passage> passages() {
        var passages = new ArrayList<Passage>();
        var css = read instanceof Inbound.NotSure ? "unsure" : null;
        var at = 0;
        var number = 0;
        for (var span : marked()) {
            if (span.start() > at) {
                passages.add(new Passage(text.substring(at, span.start()), 0, null));
            }
            passages.add(new Passage(text.substring(span.start(), span.end()), ++number, css));
            at = span.end();
        }
        if (at < text.length()) {
            passages.add(new Passage(text.substring(at), 0, null));
        }
        return passages;
    }

    public List<Reason> reasons() {
        var reasons = new ArrayList<Reason>();
        for (var span : marked()) {
            var label = InboundLabel.of(span.label()).orElse(InboundLabel.SMALL_TALK);
            reasons.add(new Reason(reasons.size() + 1, label, Explanation.of(span.why(), language)));
        }
        return reasons;
    }

    /// Where two overlap, the first one.
    private List<Span> marked() {
        var marked = new ArrayList<Span>();
        for (var span : read.evidence()) {
            if (marked.isEmpty() || span.start() >= marked.getLast().end()) {
                marked.add(span);
            }
        }
        return marked;
    }

    private static InboundLabel label(InLabel label) {
        return InboundLabel.valueOf(label.name());
    }
}
