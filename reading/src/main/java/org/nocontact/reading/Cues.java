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
import java.util.regex.Pattern;

/// The grammar of cues: patterns over plain text, each of a family that speaks for certain labels.
final class Cues {
    private static final int MOST_HITS = 40;

    private final List<Cue> cues;

    private Cues(List<Cue> cues) {
        this.cues = List.copyOf(cues);
    }

    /// One pattern of the grammar; its name is "family.cue".
    record Cue(String name, Pattern pattern) {
        String family() {
            return name.substring(0, name.indexOf('.'));
        }
    }

    /// Where a cue stands in the plain text.
    record Hit(Cue cue, int start, int end) {}

    static Cues load() {
        var file = Objects.requireNonNull(Cues.class.getResourceAsStream("cues.txt"), "cues.txt");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return parse(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cues.txt cannot be read.", e);
        }
    }

    private static Cues parse(List<String> lines) {
        var sets = new HashMap<String, String>();
        var cues = new ArrayList<Cue>();
        for (var line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var sides = line.split("\t", 2);
            if (line.startsWith("@")) {
                sets.put(sides[0].substring(1), sides[1]);
            } else {
                cues.add(new Cue(sides[0], Pattern.compile(expanded(sides[1], sets))));
            }
        }
        return new Cues(cues);
    }

    private static String expanded(String pattern, Map<String, String> sets) {
        var full = pattern.replace("..", "[^.!?\\n]{0,40}?");
        for (var set : sets.entrySet()) {
            full = full.replace("{" + set.getKey() + "}", set.getValue());
        }
        return full;
    }

    List<Cue> all() {
        return cues;
    }

    /// The places where cues stand in `plain`, cue by cue, the first [#MOST_HITS] of each.
    List<Hit> hits(String plain) {
        var hits = new ArrayList<Hit>();
        for (var cue : cues) {
            var matcher = cue.pattern().matcher(plain);
            for (int found = 0; found < MOST_HITS && matcher.find(); found++) {
                if (matcher.end() > matcher.start()) {
                    hits.add(new Hit(cue, matcher.start(), matcher.end()));
                }
            }
        }
        return hits;
    }
}
