package org.nocontact.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// How well examples were read: a confusion table of what came in, and F1, precision and recall of drafts.
final class Figures {
    private static final Set<String> CALM = Set.of("practical", "respectful");
    private static final InLabel[] IN = InLabel.values();

    private final Map<Example, double[]> said;
    private final Heads heads;

    Figures(Map<Example, double[]> said, Heads heads) {
        this.said = new LinkedHashMap<>(said);
        this.heads = heads;
    }

    String table(String title) {
        return "-- " + title + "\n" + received() + drafts();
    }

    private String received() {
        var table = new int[IN.length][IN.length];
        said.forEach((example, odds) -> {
            if (example.in()) {
                int is = label(example);
                int given = most(odds);
                table[is][given]++;
                if (Boolean.getBoolean("errors") && is != given) {
                    System.out.printf(
                            Locale.ROOT,
                            "  %s -> %s %.2f | %s%n",
                            IN[is].word(),
                            IN[given].word(),
                            odds[given],
                            example.text());
                }
            }
        });
        double sum = 0;
        var lines = new StringBuilder();
        for (int row = 0; row < IN.length; row++) {
            int given = 0;
            int is = 0;
            for (int k = 0; k < IN.length; k++) {
                given += table[k][row];
                is += table[row][k];
            }
            double f1 = 2.0 * table[row][row] / Math.max(1, given + is);
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
        var lines = new StringBuilder("out: F1 precision recall threshold\n");
        for (var label : OutLabel.values()) {
            if (label != OutLabel.OFF_TOPIC) {
                lines.append(line(label));
            }
        }
        return lines + calm();
    }

    private String line(OutLabel label) {
        int hit = 0;
        int wrong = 0;
        int missed = 0;
        for (var entry : said.entrySet()) {
            var example = entry.getKey();
            if (example.in() || example.unsure().contains(label.word())) {
                continue;
            }
            boolean is = example.labels().contains(label.word());
            boolean given = entry.getValue()[label.ordinal()] >= heads.threshold(label);
            hit += is && given ? 1 : 0;
            wrong += !is && given ? 1 : 0;
            missed += is && !given ? 1 : 0;
            if (Boolean.getBoolean("errors") && is != given) {
                System.out.printf(
                        Locale.ROOT,
                        "  %s %s %.2f | %s%n",
                        is ? "missed" : "wrong",
                        label.word(),
                        entry.getValue()[label.ordinal()],
                        example.text());
            }
        }
        return String.format(
                Locale.ROOT,
                "%-17s %.2f %.2f %.2f %.2f  (%d of %d)%n",
                label.word(),
                2.0 * hit / Math.max(1, 2 * hit + wrong + missed),
                1.0 * hit / Math.max(1, hit + wrong),
                1.0 * hit / Math.max(1, hit + missed),
                heads.threshold(label),
                hit,
                hit + missed);
    }

    private String calm() {
        int calm = 0;
        List<String> flagged = new ArrayList<>();
        for (var entry : said.entrySet()) {
            if (entry.getKey().in() || !CALM.containsAll(entry.getKey().labels())) {
                continue;
            }
            calm++;
            for (int i = 0; i < Heads.OUT_LABELS; i++) {
                var label = OutLabel.values()[i];
                if (!CALM.contains(label.word()) && entry.getValue()[i] >= heads.threshold(label)) {
                    flagged.add(label.word());
                    break;
                }
            }
        }
        return "calm drafts flagged: " + flagged.size() + " of " + calm + "\n";
    }

    private static int label(Example example) {
        for (var label : IN) {
            if (example.labels().contains(label.word())) {
                return label.ordinal();
            }
        }
        throw new IllegalArgumentException("An example without a label: " + example.text());
    }

    private static int most(double[] odds) {
        int most = 0;
        for (int i = 1; i < odds.length; i++) {
            most = odds[i] > odds[most] ? i : most;
        }
        return most;
    }
}
