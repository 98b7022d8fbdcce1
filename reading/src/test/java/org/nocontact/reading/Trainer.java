package org.nocontact.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Trains the heads on the written examples: over cues and words alone, or over these and the scores that the network
/// gave each example before it had learnt any of its situation.
final class Trainer {
    static final int FOLDS = 3;

    private static final double TYPED = 0.5;
    private static final int JOINS = 1500;
    private static final double DECAY_IN = 1e-2;
    private static final double DECAY_OUT = 5e-3;
    private static final double LENT_SHARE = 0.5;
    private static final List<String> IN =
            Arrays.stream(InLabel.values()).map(InLabel::word).toList();
    private static final List<String> OUT = Arrays.stream(OutLabel.values())
            .limit(Heads.OUT_LABELS)
            .map(OutLabel::word)
            .toList();

    private final List<Example> written;
    private final Map<Example, float[]> scores;
    private final Features features = new Features(Cues.load());
    private final Map<Example, Features.Vector> vectors = new HashMap<>();

    private Trainer(List<Example> written, Map<Example, float[]> scores) {
        this.written = written;
        this.scores = scores;
    }

    static Trainer ofCues(List<Example> written) {
        return new Trainer(written, Map.of());
    }

    /// @param scores the network's for every example, from one that learnt none of the example's situation
    static Trainer over(Map<Example, float[]> scores) {
        return new Trainer(List.copyOf(scores.keySet()), scores);
    }

    /// The third in which a situation is held out.
    static int fold(Example example) {
        return Math.floorMod(example.situation().hashCode() * 31 + 7, FOLDS);
    }

    /// What is said of every written example by heads that saw no example of its situation.
    Map<Example, double[]> heldOut() {
        var said = new LinkedHashMap<Example, double[]>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int out = fold;
            Predicate<Example> learnt = example -> fold(example) != out;
            var heads = new Heads(fit(true, learnt), fit(false, learnt), 1, 1, new double[OUT.size()]);
            for (var example : written) {
                if (fold(example) == out) {
                    said.put(example, example.in() ? heads.in(vector(example)) : heads.out(vector(example)));
                }
            }
        }
        return said;
    }

    Heads train(Map<Example, double[]> heldOut) {
        var calibration = new Calibration(heldOut);
        double temperature = calibration.temperature();
        return new Heads(
                fit(true, example -> true),
                fit(false, example -> true),
                temperature,
                calibration.emergencyFrom(temperature),
                calibration.thresholds());
    }

    /// How well the held-out examples were read, with the thresholds of `heads`.
    static Figures figures(Map<Example, double[]> heldOut, Heads heads) {
        Map<Example, Set<String>> given = new LinkedHashMap<>();
        heldOut.forEach((example, odds) -> given.put(example, example.in() ? most(odds) : above(odds, heads)));
        return new Figures(given);
    }

    private static Set<String> most(double[] odds) {
        int most = 0;
        for (int i = 1; i < odds.length; i++) {
            most = odds[i] > odds[most] ? i : most;
        }
        return Set.of(IN.get(most));
    }

    private static Set<String> above(double[] odds, Heads heads) {
        return Arrays.stream(OutLabel.values())
                .limit(Heads.OUT_LABELS)
                .filter(label -> odds[label.ordinal()] >= heads.threshold(label))
                .map(OutLabel::word)
                .collect(Collectors.toSet());
    }

    private float[][] fit(boolean in, Predicate<Example> learnt) {
        var own = written.stream().filter(x -> x.in() == in).toList();
        var lent = scores.isEmpty() ? lent(in, learnt) : List.<Example>of();
        var made = scores.isEmpty() ? Variants.of(own, TYPED, JOINS, learnt) : List.<Example>of();
        var examples = Stream.of(own.stream().filter(learnt), made.stream(), lent.stream())
                .flatMap(x -> x)
                .toList();
        var labels = in ? IN : OUT;
        var wanted = examples.stream().map(x -> wanted(x, labels)).toArray(double[][]::new);
        var shares = new double[examples.size()];
        Arrays.fill(shares, 1);
        Arrays.fill(shares, shares.length - lent.size(), shares.length, LENT_SHARE);
        var read = new ArrayList<Features.Vector>();
        examples.forEach(x -> read.add(vector(x)));
        return Fit.heads(read, wanted, shares, features.size(!scores.isEmpty()), in, in ? DECAY_IN : DECAY_OUT);
    }

    private List<Example> lent(boolean in, Predicate<Example> learnt) {
        return Crossing.lent(written).stream()
                .filter(x -> x.in() == in && learnt.test(x))
                .toList();
    }

    private static double[] wanted(Example example, List<String> labels) {
        return labels.stream()
                .mapToDouble(l -> example.labels().contains(l) ? 1 : 0)
                .toArray();
    }

    private Features.Vector vector(Example example) {
        return vectors.computeIfAbsent(
                example, x -> features.of(PlainText.of(x.text()).text(), scores.getOrDefault(x, new float[0])));
    }
}
