package org.nocontact.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// One escaped message a line in, one line out: what `nocontact read in|out` speaks.
///
/// A line is a message with `\n`, `\t` and `\\` escaped. A JSON line has `labels` (for a received message one, or two
/// if it
/// is not sure), `confidence`, `sure`, `evidence` (`start` and `end` count UTF-16 units of the message, `label`,
/// `source`,
/// `why`), `practical`, `model` and, for drafts, `remarks`. A TSV line has the labels, the confidence and the evidence
/// as
/// `start-end:label`, separated by commas.
public final class ReadLines {
    private final Reader reader;
    private final Format format;

    public ReadLines(Reader reader, Format format) {
        this.reader = reader;
        this.format = format;
    }

    /// How a line is written.
    public enum Format {
        JSON,
        TSV
    }

    /// Reads one escaped line of what the ex wrote.
    public String in(String line) {
        var text = unescaped(line);
        return switch (reader.readIn(text)) {
            case Inbound.Sure(var label, var confidence, var all, var evidence, var practical, var alone) ->
                line(List.of(label.word()), confidence, true, evidence, practical, List.of(), alone);
            case Inbound.NotSure(var first, var second, var all, var evidence, var practical, var alone) ->
                line(
                        List.of(first.word(), second.word()),
                        all.getOrDefault(first, 0.0),
                        false,
                        evidence,
                        practical,
                        List.of(),
                        alone);
            case Inbound.CannotRead(var danger, var evidence) ->
                line(
                        danger ? List.of(InLabel.EMERGENCY.word()) : List.of("cannot-read"),
                        0,
                        false,
                        evidence,
                        List.of(),
                        List.of(),
                        true);
            case Inbound.Empty() ->
                line(List.of(InLabel.SMALL_TALK.word()), 0, false, List.of(), List.of(), List.of(), false);
        };
    }

    /// Reads one escaped line of a draft.
    public String out(String line, Set<String> topics) {
        var draft = reader.readOut(unescaped(line), topics);
        var labels = new ArrayList<String>();
        double confidence = 1;
        for (var label : draft.labels()) {
            labels.add(label.word());
            confidence = Math.min(confidence, draft.confidences().getOrDefault(label, 1.0));
        }
        if (!draft.readable()) {
            labels.add("cannot-read");
        }
        return line(
                labels,
                confidence,
                draft.readable(),
                draft.evidence(),
                draft.practical(),
                draft.remarks(),
                draft.cuesAlone());
    }

    static String unescaped(String line) {
        var text = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != '\\' || i + 1 == line.length()) {
                text.append(c);
                continue;
            }
            char next = line.charAt(++i);
            switch (next) {
                case 'n' -> text.append('\n');
                case 't' -> text.append('\t');
                case 'r' -> text.append('\r');
                case '\\' -> text.append('\\');
                default -> text.append(c).append(next);
            }
        }
        return text.toString();
    }

    private String line(
            List<String> labels,
            double confidence,
            boolean sure,
            List<Span> evidence,
            List<Span> practical,
            List<Remark> remarks,
            boolean alone) {
        return switch (format) {
            case TSV -> tsv(labels, confidence, evidence);
            case JSON -> json(labels, confidence, sure, evidence, practical, remarks, alone);
        };
    }

    private static String tsv(List<String> labels, double confidence, List<Span> evidence) {
        var spans = evidence.stream()
                .map(span -> span.start() + "-" + span.end() + ":" + span.label())
                .toList();
        return String.join(",", labels) + "\t" + rounded(confidence) + "\t" + String.join(",", spans);
    }

    private static String json(
            List<String> labels,
            double confidence,
            boolean sure,
            List<Span> evidence,
            List<Span> practical,
            List<Remark> remarks,
            boolean alone) {
        var quoted = labels.stream().map(ReadLines::quoted).toList();
        return "{\"labels\":[" + String.join(",", quoted) + "],\"confidence\":" + rounded(confidence) + ",\"sure\":"
                + sure
                + ",\"evidence\":["
                + String.join(",", evidence.stream().map(ReadLines::json).toList())
                + "],\"practical\":["
                + String.join(
                        ",",
                        practical.stream()
                                .map(ReadLines::place)
                                .map(p -> "{" + p + "}")
                                .toList())
                + "],\"remarks\":["
                + String.join(",", remarks.stream().map(ReadLines::json).toList())
                + "],\"model\":" + !alone + "}";
    }

    private static String json(Span span) {
        return "{" + place(span) + ",\"label\":" + quoted(span.label()) + ",\"source\":"
                + quoted(span.source().name().toLowerCase(Locale.ROOT)) + ",\"why\":" + quoted(span.why()) + "}";
    }

    private static String json(Remark remark) {
        return "{" + place(remark.at()) + ",\"says\":" + quoted(remark.says()) + ",\"calmer\":"
                + quoted(remark.calmer()) + "}";
    }

    private static String place(Span span) {
        return "\"start\":" + span.start() + ",\"end\":" + span.end();
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
