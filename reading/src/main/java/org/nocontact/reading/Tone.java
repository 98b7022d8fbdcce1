package org.nocontact.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Checks a draft for brevity, information, friendliness and firmness (BIFF, after Bill Eddy), and remarks on words
/// that
/// plead, press, blame or open what is closed.
final class Tone {
    private static final int LONG_IN_WORDS = 90;
    private static final int MANY_QUESTIONS = 3;
    private static final Map<String, String[]> WORDINGS = load();
    private static final Map<String, String> GERMAN = Sayings.load("calmer_de.txt");

    private Tone() {}

    static List<Remark> remarks(String typed, Set<OutLabel> labels, List<Span> evidence) {
        var remarks = new ArrayList<Remark>();
        for (var span : evidence) {
            if (!span.label().equals(OutLabel.PRACTICAL.word()) && !span.label().equals(OutLabel.RESPECTFUL.word())) {
                remarks.add(remark(span, wording(span)));
            }
        }
        if (labels.contains(OutLabel.OFF_TOPIC)) {
            remarks.add(remark(whole(typed, "off-topic"), Objects.requireNonNull(WORDINGS.get("off-topic"))));
        }
        if (!labels.contains(OutLabel.CRISIS)) {
            shape(typed, labels, remarks);
        }
        return remarks;
    }

    private static void shape(String typed, Set<OutLabel> labels, List<Remark> remarks) {
        if (typed.split("\\s+", LONG_IN_WORDS + 2).length > LONG_IN_WORDS) {
            remarks.add(remark(whole(typed, "brief"), Objects.requireNonNull(WORDINGS.get("brief"))));
        }
        if (labels.contains(OutLabel.PRACTICAL)
                && typed.chars().filter(c -> c == '?').count() > MANY_QUESTIONS) {
            remarks.add(remark(whole(typed, "firm"), Objects.requireNonNull(WORDINGS.get("firm"))));
        }
    }

    private static String[] wording(Span span) {
        var own = WORDINGS.get(span.why());
        if (own == null) {
            own = WORDINGS.get(Sayings.family(span.why()));
        }
        return own != null ? own : Objects.requireNonNull(WORDINGS.get(span.label()), span.label());
    }

    static String inGerman(Span at) {
        var own = GERMAN.getOrDefault(at.why(), GERMAN.get(Sayings.family(at.why())));
        return own != null ? own : Objects.requireNonNull(GERMAN.get(at.label()), at.label());
    }

    private static Remark remark(Span at, String[] wording) {
        return new Remark(at, wording[0], wording[1]);
    }

    private static Span whole(String typed, String why) {
        return new Span(0, Math.max(1, typed.length()), why, Span.Source.EMBEDDING, why);
    }

    private static Map<String, String[]> load() {
        var file = Objects.requireNonNull(Tone.class.getResourceAsStream("calmer.txt"), "calmer.txt");
        var wordings = new HashMap<String, String[]>();
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                var sides = line.split("\t", 3);
                wordings.put(sides[0], new String[] {sides[1], sides[2]});
            });
        } catch (IOException e) {
            throw new UncheckedIOException("calmer.txt cannot be read.", e);
        }
        return Map.copyOf(wordings);
    }
}
