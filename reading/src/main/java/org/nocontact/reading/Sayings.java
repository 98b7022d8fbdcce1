package org.nocontact.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// Sentences by the key of a cue, a family of cues or a label: one `key⇥sentence` a line of a resource.
final class Sayings {
    private Sayings() {}

    static Map<String, String> load(String resource) {
        var file = Objects.requireNonNull(Sayings.class.getResourceAsStream(resource), resource);
        var sentences = new HashMap<String, String>();
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#") && line.contains("\t"))
                    .forEach(line -> {
                        var sides = line.split("\t", 2);
                        sentences.put(sides[0], sides[1]);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read.", e);
        }
        return Map.copyOf(sentences);
    }

    /// The family of a cue: `blame` of `blame.insult`.
    static String family(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }
}
