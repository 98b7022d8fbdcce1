package org.nocontact.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Chooses a [Scale] on scores of examples that were held out.
final class Calibration {
    private static final Set<String> CALM = Set.of("practical", "respectful");
    /// So many calm drafts may be flagged with anything but danger. Fewer cost the labels dear: at 0.04, blame has an
    /// F1
    /// of .67 instead of .70 and relationship-talk .67 instead of .73.
    private static final double CALM_FLAGGED = 0.10;
    /// So many of them with danger.
    private static final double CALM_IN_DANGER = 0.05;
    /// So many drafts of danger must be found, if the calm ones allow it.
    private static final double CRISIS_RECALL = 0.995;
    /// Calm examples of these situations were written to mislead ("the bridge is shut, I'll be late"). They stand far
    /// more
    /// often among the examples than in life, so they do not count here.
    private static final Pattern TRAP = Pattern.compile("cris|not-calm");
    /// A point of recall of emergencies weighs as much as so many points of macro-F1.
    private static final double EMERGENCY_WEIGHT = 0.1;

    /// The likelihoods of an example's labels.
    private record Said(Example example, double[] odds) {}

    private final List<Said> in;
    private final List<Said> out;

    /// @param heldOut the scores of each example
    Calibration(Map<Example, float[]> heldOut) {
        this.in = heldOut.entrySet().stream()
                .filter(e -> e.getKey().in())
                .map(e -> new Said(e.getKey(), Scale.PLAIN.in(e.getValue())))
                .toList();
        this.out = heldOut.entrySet().stream()
                .filter(e -> !e.getKey().in())
                .map(e -> new Said(e.getKey(), Scale.PLAIN.out(e.getValue())))
                .toList();
    }

    Scale scale() {
        double temperature = temperature();
        return new Scale(temperature, emergencyFrom(temperature), thresholds());
    }

    /// The one that makes what happened most likely.
    private double temperature() {
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (double temperature = 0.3; temperature < 3; temperature += 0.05) {
            double loss = loss(temperature);
            if (loss < least) {
                least = loss;
                best = temperature;
            }
        }
        return best;
    }

    private double loss(double temperature) {
        double loss = 0;
        for (var said : in) {
            loss -= Math.log(Math.max(1e-9, tempered(said.odds(), temperature)[truth(said.example())]));
        }
        return loss;
    }

    private static double[] tempered(double[] odds, double temperature) {
        var tempered =
                Arrays.stream(odds).map(x -> Math.pow(x, 1 / temperature)).toArray();
        double sum = Arrays.stream(tempered).sum();
        return Arrays.stream(tempered).map(x -> x / sum).toArray();
    }

    private static int truth(Example example) {
        for (var label : InLabel.values()) {
            if (example.labels().contains(label.word())) {
                return label.ordinal();
            }
        }
        throw new IllegalArgumentException("An example without a label: " + example.text());
    }

    /// From which likelihood on, at `temperature`, a received message is an emergency whatever else is likelier.
    private double emergencyFrom(double temperature) {
        double best = 1;
        double most = -1;
        for (double from = 0.5; from >= 0.05; from -= 0.01) {
            var table = new int[InLabel.values().length][InLabel.values().length];
            for (var said : in) {
                var odds = tempered(said.odds(), temperature);
                table[truth(said.example())][odds[0] >= from ? 0 : likeliest(odds)]++;
            }
            double worth = macro(table)
                    + EMERGENCY_WEIGHT
                            * table[0][0]
                            / Math.max(1, Arrays.stream(table[0]).sum());
            if (worth > most) {
                most = worth;
                best = from;
            }
        }
        return best;
    }

    private static int likeliest(double[] odds) {
        int most = 0;
        for (int i = 1; i < odds.length; i++) {
            most = odds[i] > odds[most] ? i : most;
        }
        return most;
    }

    private static double macro(int[][] table) {
        double sum = 0;
        for (int label = 0; label < table.length; label++) {
            int here = label;
            int said = Arrays.stream(table).mapToInt(row -> row[here]).sum();
            int is = Arrays.stream(table[label]).sum();
            sum += 2.0 * table[label][label] / Math.max(1, said + is);
        }
        return sum / table.length;
    }

    /// The thresholds with the best F1 of each label among those that flag few calm drafts: the fewer must be flagged,
    /// the more a flagged one costs.
    private double[] thresholds() {
        for (double cost = 0; ; cost += 0.5) {
            double price = cost;
            var thresholds = Arrays.stream(OutLabel.values())
                    .limit(Scale.OUT_LABELS)
                    .mapToDouble(label -> label == OutLabel.CRISIS ? crisis() : threshold(label, price))
                    .toArray();
            if (calmFlagged(thresholds) <= CALM_FLAGGED || cost > 100) {
                return thresholds;
            }
        }
    }

    private double calmFlagged(double[] thresholds) {
        var calm = out.stream().filter(said -> isCalm(said.example())).toList();
        long flagged = calm.stream()
                .filter(said -> Arrays.stream(OutLabel.values())
                        .limit(Scale.OUT_LABELS)
                        .anyMatch(label -> label != OutLabel.CRISIS
                                && !CALM.contains(label.word())
                                && said.odds()[label.ordinal()] >= thresholds[label.ordinal()]))
                .count();
        return 1.0 * flagged / Math.max(1, calm.size());
    }

    private static boolean isCalm(Example example) {
        return CALM.containsAll(example.labels())
                && !TRAP.matcher(example.situation()).find();
    }

    /// The highest threshold that finds nearly every danger, or a higher one if that would flag too many calm drafts.
    private double crisis() {
        double threshold = 0.6;
        while (threshold > 0.02 && count(OutLabel.CRISIS, threshold).recall() < CRISIS_RECALL) {
            threshold -= 0.01;
        }
        while (count(OutLabel.CRISIS, threshold).calmShare() > CALM_IN_DANGER) {
            threshold += 0.01;
        }
        return threshold;
    }

    private double threshold(OutLabel label, double cost) {
        double best = 0.5;
        double most = Double.NEGATIVE_INFINITY;
        for (double threshold = 0.05; threshold < 0.95; threshold += 0.01) {
            var count = count(label, threshold);
            double worth = count.f1() - (CALM.contains(label.word()) ? 0 : cost * count.calmShare());
            if (worth > most) {
                most = worth;
                best = threshold;
            }
        }
        return best;
    }

    private record Count(int hit, int wrong, int missed, double calmShare) {
        double f1() {
            return 2.0 * hit / Math.max(1, 2 * hit + wrong + missed);
        }

        double recall() {
            return 1.0 * hit / Math.max(1, hit + missed);
        }
    }

    private Count count(OutLabel label, double threshold) {
        int hit = 0;
        int wrong = 0;
        int missed = 0;
        int calm = 0;
        int flagged = 0;
        for (var said : out) {
            boolean is = said.example().labels().contains(label.word());
            boolean given = said.odds()[label.ordinal()] >= threshold;
            hit += is && given ? 1 : 0;
            wrong += !is && given ? 1 : 0;
            missed += is && !given ? 1 : 0;
            calm += isCalm(said.example()) ? 1 : 0;
            flagged += isCalm(said.example()) && given ? 1 : 0;
        }
        return new Count(hit, wrong, missed, 1.0 * flagged / Math.max(1, calm));
    }
}
