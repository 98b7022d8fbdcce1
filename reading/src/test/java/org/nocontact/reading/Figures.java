package org.nocontact.reading;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// How well examples were read: a confusion table of what came in (rows: what it is, columns: what was said), and F1,
/// precision and recall of drafts. Labels on which the readers of an example differed are not counted.
final class Figures {
    private static final Set<String> CALM = Set.of("practical", "respectful");
    private static final InLabel[] IN = InLabel.values();

    private final Map<Example, Set<String>> given;

    Figures(Map<Example, Set<String>> given) {
        this.given = new LinkedHashMap<>(given);
    }

    /// What `scale` makes of scores.
    static Figures of(Map<Example, float[]> scores, Scale scale) {
        var given = new LinkedHashMap<Example, Set<String>>();
        scores.forEach((example, x) -> given.put(example, example.in() ? likeliest(x, scale) : above(x, scale)));
        return new Figures(given);
    }

    private static Set<String> likeliest(float[] scores, Scale scale) {
        var odds = scale.in(scores);
        int most = 0;
        for (int i = 1; i < odds.length; i++) {
            most = odds[i] > odds[most] ? i : most;
        }
        boolean emergency = odds[InLabel.EMERGENCY.ordinal()] >= scale.emergencyFrom();
        return Set.of((emergency ? InLabel.EMERGENCY : IN[most]).word());
    }

    private static Set<String> above(float[] scores, Scale scale) {
        var odds = scale.out(scores);
        return Arrays.stream(OutLabel.values())
                .limit(Scale.OUT_LABELS)
                .filter(label -> odds[label.ordinal()] >= scale.threshold(label))
                .map(OutLabel::word)
                .collect(Collectors.toSet());
    }

    String table(String title) {
        return "-- " + title + "\n" + received() + drafts() + calm();
    }

    private String received() {
        var table = new int[IN.length][IN.length];
        given.forEach((example, labels) -> {
            if (example.in()) {
                table[place(example.labels())][place(labels)]++;
                print(example.labels().equals(labels) ? "" : example.labels() + " read as " + labels, example);
            }
        });
        double sum = 0;
        var lines = new StringBuilder();
        for (int row = 0; row < IN.length; row++) {
            int said = 0;
            int is = 0;
            for (int k = 0; k < IN.length; k++) {
                said += table[k][row];
                is += table[row][k];
            }
            double f1 = 2.0 * table[row][row] / Math.max(1, said + is);
            sum += f1;
            lines.append(String.format(Locale.ROOT, "%-11s %.2f |", IN[row].word(), f1));
            for (int k = 0; k < IN.length; k++) {
                lines.append(String.format(Locale.ROOT, " %4d", table[row][k]));
            }
            lines.append('\n');
        }
        return String.format(Locale.ROOT, "in: macro-F1 %.3f%n", sum / IN.length) + lines;
    }

    private String drafts() {
        var lines = new StringBuilder("out: F1 precision recall\n");
        for (var label : OutLabel.values()) {
            if (label != OutLabel.OFF_TOPIC) {
                lines.append(line(label.word()));
            }
        }
        return lines.toString();
    }

    private String line(String label) {
        int hit = 0;
        int wrong = 0;
        int missed = 0;
        for (var entry : given.entrySet()) {
            var example = entry.getKey();
            if (example.in() || example.unsure().contains(label)) {
                continue;
            }
            boolean is = example.labels().contains(label);
            boolean said = entry.getValue().contains(label);
            hit += is && said ? 1 : 0;
            wrong += !is && said ? 1 : 0;
            missed += is && !said ? 1 : 0;
            print(is == said ? "" : (is ? "missed " : "wrong ") + label, example);
        }
        double f1 = 2.0 * hit / Math.max(1, 2 * hit + wrong + missed);
        double precision = 1.0 * hit / Math.max(1, hit + wrong);
        double recall = 1.0 * hit / Math.max(1, hit + missed);
        return String.format(
                Locale.ROOT, "%-17s %.2f %.2f %.2f  (%d of %d)%n", label, f1, precision, recall, hit, hit + missed);
    }

    private String calm() {
        var calm = given.entrySet().stream()
                .filter(e -> !e.getKey().in() && CALM.containsAll(e.getKey().labels()))
                .toList();
        long flagged =
                calm.stream().filter(e -> !CALM.containsAll(e.getValue())).count();
        return "calm drafts flagged: " + flagged + " of " + calm.size() + "\n";
    }

    private static void print(String what, Example example) {
        if (!what.isEmpty() && Boolean.getBoolean("errors")) {
            System.out.println("  " + what + " | " + example.text());
        }
    }

    private static int place(Set<String> labels) {
        for (var label : IN) {
            if (labels.contains(label.word())) {
                return label.ordinal();
            }
        }
        throw new IllegalArgumentException("No label of a received message is among " + labels);
    }
}
