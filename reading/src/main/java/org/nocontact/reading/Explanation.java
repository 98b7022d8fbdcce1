package org.nocontact.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// The sentences that explain a [Span].
public final class Explanation {
    private static final Map<String, String> SENTENCES = load();

    private Explanation() {}

    /// One sentence for a span's `why`.
    public static String of(String why) {
        var own = SENTENCES.get(why);
        return own != null ? own : SENTENCES.getOrDefault(family(why), "These words carry the reading.");
    }

    private static String family(String why) {
        int dot = why.indexOf('.');
        return dot < 0 ? why : why.substring(0, dot);
    }

    private static Map<String, String> load() {
        var file =
                Objects.requireNonNull(Explanation.class.getResourceAsStream("explanations.txt"), "explanations.txt");
        var sentences = new HashMap<String, String>();
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> line.contains("\t")).forEach(line -> {
                var sides = line.split("\t", 2);
                sentences.put(sides[0], sides[1]);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("explanations.txt cannot be read.", e);
        }
        return Map.copyOf(sentences);
    }
}
