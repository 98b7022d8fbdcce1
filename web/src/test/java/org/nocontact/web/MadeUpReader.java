package org.nocontact.web;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nocontact.reading.Draft;
import org.nocontact.reading.InLabel;
import org.nocontact.reading.Inbound;
import org.nocontact.reading.MessageReader;
import org.nocontact.reading.ModelState;
import org.nocontact.reading.OutLabel;
import org.nocontact.reading.Reader;
import org.nocontact.reading.Span;

/// Reads the messages that it was told of as it was told, and all others by the cues alone.
final class MadeUpReader implements MessageReader {
    private static final Reader CUES = Reader.ofCuesAlone();

    private final Map<String, Inbound> received = new HashMap<>();
    private final Map<String, Draft> drafts = new HashMap<>();

    /// From now on these words are surely this label, for the words within them.
    ///
    /// @param practical the part that has to be arranged; empty for none
    void isSure(String text, InLabel label, double confidence, String evidence, String practical) {
        received.put(
                text,
                new Inbound.Sure(
                        label,
                        confidence,
                        Map.of(label, confidence),
                        spans(text, evidence, label),
                        spans(text, practical, InLabel.PRACTICAL),
                        false));
    }

    void isNotSure(String text, InLabel first, InLabel second, String evidence) {
        received.put(
                text,
                new Inbound.NotSure(
                        first,
                        second,
                        Map.of(first, 0.45, second, 0.4),
                        spans(text, evidence, first),
                        List.of(),
                        false));
    }

    void isDraft(String text, OutLabel... labels) {
        var odds = new EnumMap<OutLabel, Double>(OutLabel.class);
        List.of(labels).forEach(label -> odds.put(label, 0.9));
        drafts.put(text, new Draft(Set.of(labels), odds, List.of(), List.of(), List.of(), false, true));
    }

    private static List<Span> spans(String text, String part, InLabel label) {
        if (part.isEmpty()) {
            return List.of();
        }
        var start = text.indexOf(part);
        return List.of(new Span(start, start + part.length(), label.word(), Span.Source.CUE, "words"));
    }

    @Override
    public Inbound readIn(String text) {
        var told = received.get(text);
        return told == null ? CUES.readIn(text) : told;
    }

    @Override
    public Draft readOut(String text, Set<String> topics) {
        var told = drafts.get(text);
        return told == null ? CUES.readOut(text, topics) : told;
    }

    @Override
    public void warmUp() {}

    @Override
    public ModelState await(Duration atMost) {
        return new ModelState.Ready();
    }
}
