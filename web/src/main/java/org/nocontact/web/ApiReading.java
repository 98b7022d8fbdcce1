package org.nocontact.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nocontact.reading.Explanation;
import org.nocontact.reading.InLabel;
import org.nocontact.reading.Inbound;

/// What a message from the ex was read as. Places count UTF-16 units.
///
/// @param labels one; two where it is not sure; none where it cannot be read
/// @param sure whether one label fits plainly better than the others
/// @param readable whether it is in a language that can be read; if not, only words of danger were looked for
/// @param model whether the model read it; if not, the cues alone did
/// @param confidence how likely the first label is
/// @param practical what it asks for or gives to be arranged
record ApiReading(
        List<String> labels,
        boolean sure,
        boolean readable,
        boolean model,
        double confidence,
        List<Span> evidence,
        List<Part> practical) {

    /// Words that carry a label, and one sentence that explains why.
    record Span(int start, int end, String label, String why) {
        static Span from(org.nocontact.reading.Span span, Locale language) {
            return new Span(span.start(), span.end(), span.label(), Explanation.of(span.why(), language));
        }
    }

    record Part(int start, int end, String text) {
        static Part from(org.nocontact.reading.Span span, String text) {
            return new Part(span.start(), span.end(), text.substring(span.start(), span.end()));
        }
    }

    static ApiReading from(Inbound read, String text, Locale language) {
        var evidence =
                read.evidence().stream().map(span -> Span.from(span, language)).toList();
        return switch (read) {
            case Inbound.Sure(var label, var confidence, var _, var _, var practical, var alone) ->
                new ApiReading(
                        List.of(label.word()),
                        true,
                        true,
                        !alone,
                        rounded(confidence),
                        evidence,
                        parts(practical, text));
            case Inbound.NotSure(var first, var second, var all, var _, var practical, var alone) ->
                new ApiReading(
                        List.of(first.word(), second.word()),
                        false,
                        true,
                        !alone,
                        confidence(all, first),
                        evidence,
                        parts(practical, text));
            case Inbound.CannotRead _ -> new ApiReading(List.of(), false, false, false, 0, evidence, List.of());
            case Inbound.Empty _ -> new ApiReading(List.of(), false, true, false, 0, evidence, List.of());
        };
    }

    private static double confidence(Map<InLabel, Double> all, InLabel label) {
        return rounded(all.getOrDefault(label, 0.0));
    }

    private static List<Part> parts(List<org.nocontact.reading.Span> practical, String text) {
        return practical.stream().map(span -> Part.from(span, text)).toList();
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
