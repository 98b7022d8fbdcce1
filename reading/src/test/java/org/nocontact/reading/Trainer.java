package org.nocontact.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Trains the heads on the written examples and measures them. Call it with the folder of the examples, the folder for
/// the weights, the file to remember embeddings in, and optionally a file of messages to measure on.
final class Trainer {
    private static final int FOLDS = 3;
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
    private final Optional<Embedder> embedder;
    private final Features features = new Features(Cues.load());
    private final Map<String, Features.Vector> vectors = new HashMap<>();

    Trainer(List<Example> written, Optional<Embedder> embedder) {
        this.written = written;
        this.embedder = embedder;
    }

    public static void main(String... arguments) throws IOException {
        var written = Example.readAll(Path.of(arguments[0]));
        var measured = arguments.length > 3 ? Example.read(Path.of(arguments[3])) : List.<Example>of();
        var model = ModelFiles.inFolder(Path.of(System.getProperty("java.io.tmpdir")));
        var remembered = new Remembered(model.open(), Path.of(arguments[2]));
        for (boolean cuesOnly : new boolean[] {false, true}) {
            if (cuesOnly && Boolean.getBoolean("quick")) {
                continue;
            }
            var trainer = new Trainer(written, cuesOnly ? Optional.empty() : Optional.of(remembered));
            var heldOut = trainer.heldOut();
            var heads = trainer.train(heldOut);
            if (!cuesOnly) {
                remembered.save();
            }
            var name = cuesOnly ? "cues.weights" : "full.weights";
            try (var file = Files.newOutputStream(Path.of(arguments[1]).resolve(name))) {
                heads.store(file);
            }
            System.out.println("== " + name);
            System.out.print(figures(heldOut, heads).table("held out"));
            if (!measured.isEmpty()) {
                System.out.print(figures(trainer.read(heads, measured), heads).table(arguments[3]));
            }
        }
    }

    private static Figures figures(Map<Example, double[]> said, Heads heads) {
        Map<Example, Set<String>> given = new LinkedHashMap<>();
        said.forEach((example, odds) -> given.put(example, example.in() ? most(odds) : above(odds, heads)));
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

    /// What is said of every written example by heads that saw no example of its group.
    Map<Example, double[]> heldOut() {
        var said = new LinkedHashMap<Example, double[]>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int out = fold;
            Predicate<String> learnt = group -> Math.floorMod(group.hashCode() * 31 + 7, FOLDS) != out;
            var in = fit(true, learnt);
            var drafts = fit(false, learnt);
            var heads = new Heads(in, drafts, 1, new double[OUT.size()]);
            said.putAll(read(
                    heads, written.stream().filter(x -> !learnt.test(x.group())).toList()));
        }
        return said;
    }

    Map<Example, double[]> read(Heads heads, List<Example> examples) {
        var said = new LinkedHashMap<Example, double[]>();
        for (var example : examples) {
            var vector = vector(example.text());
            said.put(example, example.in() ? heads.in(vector) : heads.out(vector));
        }
        return said;
    }

    private Heads train(Map<Example, double[]> heldOut) {
        var calibration = new Calibration(heldOut);
        return new Heads(
                fit(true, group -> true),
                fit(false, group -> true),
                calibration.temperature(),
                calibration.thresholds());
    }

    private float[][] fit(boolean in, Predicate<String> learnt) {
        var own = written.stream().filter(x -> x.in() == in).toList();
        var lent = Crossing.lent(written).stream()
                .filter(x -> x.in() == in && learnt.test(x.group()))
                .toList();
        var examples = Stream.of(
                        own.stream().filter(x -> learnt.test(x.group())),
                        Variants.of(own, JOINS, learnt).stream(),
                        lent.stream())
                .flatMap(x -> x)
                .toList();
        var labels = in ? IN : OUT;
        var wanted = examples.stream().map(x -> wanted(x, labels)).toArray(double[][]::new);
        var shares = new double[examples.size()];
        Arrays.fill(shares, 1);
        Arrays.fill(shares, shares.length - lent.size(), shares.length, LENT_SHARE);
        var read = new ArrayList<Features.Vector>();
        examples.forEach(x -> read.add(vector(x.text())));
        return Fit.heads(read, wanted, shares, features.size(embedder.isPresent()), in, in ? DECAY_IN : DECAY_OUT);
    }

    private static double[] wanted(Example example, List<String> labels) {
        return labels.stream()
                .mapToDouble(l -> example.labels().contains(l) ? 1 : 0)
                .toArray();
    }

    private Features.Vector vector(String text) {
        return vectors.computeIfAbsent(text, t -> {
            var plain = PlainText.of(t).text();
            return features.of(plain, embedder.map(e -> e.embed(plain)).orElse(new float[0]));
        });
    }
}
