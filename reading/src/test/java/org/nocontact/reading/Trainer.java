package org.nocontact.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Trains the heads over cues and words on the written examples.
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
            .limit(Scale.OUT_LABELS)
            .map(OutLabel::word)
            .toList();

    private final List<Example> written;
    private final Features features = new Features(Cues.load());
    private final Map<String, Features.Vector> vectors = new HashMap<>();

    Trainer(List<Example> written) {
        this.written = written;
    }

    /// The third in which a situation is held out.
    static int fold(Example example) {
        return Math.floorMod(example.situation().hashCode() * 31 + 7, FOLDS);
    }

    /// The scores of every written example by heads that saw no example of its situation.
    Map<Example, float[]> heldOut() {
        var scores = new LinkedHashMap<Example, float[]>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int out = fold;
            var heads = new Heads(Scale.PLAIN, fit(example -> fold(example) != out));
            for (var example : written) {
                if (fold(example) == out) {
                    scores.put(example, heads.scores(vector(example)));
                }
            }
        }
        return scores;
    }

    Heads train(Scale scale) {
        return new Heads(scale, fit(example -> true));
    }

    private float[][] fit(Predicate<Example> learnt) {
        return Stream.concat(Arrays.stream(fit(true, learnt)), Arrays.stream(fit(false, learnt)))
                .toArray(float[][]::new);
    }

    private float[][] fit(boolean in, Predicate<Example> learnt) {
        var own = written.stream().filter(x -> x.in() == in).toList();
        var lent = Crossing.lent(written).stream()
                .filter(x -> x.in() == in && learnt.test(x))
                .toList();
        var examples = Stream.of(
                        own.stream().filter(learnt), Variants.of(own, TYPED, JOINS, learnt).stream(), lent.stream())
                .flatMap(x -> x)
                .toList();
        var labels = in ? IN : OUT;
        var wanted = examples.stream().map(x -> wanted(x, labels)).toArray(double[][]::new);
        var shares = new double[examples.size()];
        Arrays.fill(shares, 1);
        Arrays.fill(shares, shares.length - lent.size(), shares.length, LENT_SHARE);
        var read = new ArrayList<Features.Vector>();
        examples.forEach(x -> read.add(vector(x)));
        return Fit.heads(read, wanted, shares, features.size(), in, in ? DECAY_IN : DECAY_OUT);
    }

    private static double[] wanted(Example example, List<String> labels) {
        return labels.stream()
                .mapToDouble(l -> example.labels().contains(l) ? 1 : 0)
                .toArray();
    }

    private Features.Vector vector(Example example) {
        return vectors.computeIfAbsent(
                example.text(), text -> features.of(PlainText.of(text).text()));
    }
}
