package org.nocontact.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Chooses the temperature of the inbound heads and the thresholds of the draft heads on examples that were held out.
final class Calibration {
    private static final Set<String> CALM = Set.of("practical", "respectful");
    /// A calm draft that is flagged weighs as much as so many points of F1.
    private static final double CALM_COST = 3;

    private final List<Map.Entry<Example, double[]>> in;
    private final List<Map.Entry<Example, double[]>> out;

    Calibration(Map<Example, double[]> heldOut) {
        this.in = heldOut.entrySet().stream().filter(e -> e.getKey().in()).toList();
        this.out = heldOut.entrySet().stream().filter(e -> !e.getKey().in()).toList();
    }

    /// The one that makes what happened most likely.
    double temperature() {
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
            double sum = 0;
            double right = 0;
            for (var label : InLabel.values()) {
                double odds = Math.pow(said.getValue()[label.ordinal()], 1 / temperature);
                sum += odds;
                right += said.getKey().labels().contains(label.word()) ? odds : 0;
            }
            loss -= Math.log(Math.max(1e-9, right / sum));
        }
        return loss;
    }

    double[] thresholds() {
        return Arrays.stream(OutLabel.values())
                .limit(Heads.OUT_LABELS)
                .mapToDouble(this::threshold)
                .toArray();
    }

    private double threshold(OutLabel label) {
        double best = 0.5;
        double most = -9;
        for (double threshold = 0.05; threshold < 0.9; threshold += 0.01) {
            double worth = worth(label, threshold);
            if (worth > most) {
                most = worth;
                best = threshold;
            }
        }
        return best;
    }

    private double worth(OutLabel label, double threshold) {
        int hit = 0;
        int wrong = 0;
        int missed = 0;
        int calm = 0;
        int flagged = 0;
        for (var said : out) {
            boolean is = said.getKey().labels().contains(label.word());
            boolean given = said.getValue()[label.ordinal()] >= threshold;
            hit += is && given ? 1 : 0;
            wrong += !is && given ? 1 : 0;
            missed += is && !given ? 1 : 0;
            boolean isCalm = CALM.containsAll(said.getKey().labels());
            calm += isCalm ? 1 : 0;
            flagged += isCalm && given ? 1 : 0;
        }
        double missCost = label == OutLabel.CRISIS ? 6 : 1;
        double worth = 2.0 * hit / Math.max(1, 2 * hit + wrong + missCost * missed);
        return CALM.contains(label.word()) ? worth : worth - CALM_COST * flagged / Math.max(1, calm);
    }
}
