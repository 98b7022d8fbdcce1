package org.nocontact.reading;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Tunes the network, trains the heads over cues alone, and prints how well examples are read that were held out. Call
/// it with
/// the folder of the examples, the folder for what was learnt, and, if there is one, a file that must not be learnt.
final class Training {
    private static final String START = "/bge-small-en-v1.5.onnx";
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";
    private static final String QUANTISED = "/bge-small-en-v1.5-q.onnx";
    private static final double TYPED = 0.1;
    private static final int PAIRS = 800;
    private static final Tuning.Plan PLAN = new Tuning.Plan(8, 3, 2e-4f, 0.9f, 1e-3f, 0.1f, 1);

    private final List<Example> written;
    private final Onnx start;
    private final WordPiece pieces;
    private final Map<String, Tuning.Text> texts = new LinkedHashMap<>();

    Training(List<Example> written) throws IOException {
        this.written = written;
        this.start = new Onnx(bytes(START));
        try (var tokenizer = Objects.requireNonNull(Training.class.getResourceAsStream(TOKENIZER))) {
            this.pieces = WordPiece.from(tokenizer);
        }
    }

    public static void main(String... arguments) throws IOException {
        var written = Example.readAll(Path.of(arguments[0]));
        var folder = Path.of(arguments[1]);
        if (arguments.length > 2) {
            refuse(new Nearness(Example.read(Path.of(arguments[2]))).tooNear(written));
        }
        var cues = new Trainer(written);
        store(folder, "cues.weights", cues.train(measured("cues alone", cues.heldOut()))::store);
        var training = new Training(written);
        var scale = measured("network", training.heldOutScores());
        try (var network = training.tuned(written)) {
            store(folder, "network.weights", new LinearLayer(scale, network.head())::store);
            store(folder, "network.patch", new Quantised(bytes(QUANTISED)).patch(network.learnt())::store);
        }
    }

    private static void refuse(List<Example> near) {
        if (!near.isEmpty()) {
            near.forEach(example -> System.out.println("too near: " + example.text()));
            throw new IllegalArgumentException(near.size() + " examples are too near to what is to be measured.");
        }
    }

    private static Scale measured(String what, Map<Example, float[]> heldOut) {
        var scale = new Calibration(heldOut).scale();
        System.out.print(Figures.of(heldOut, scale).table(what + ", held out"));
        return scale;
    }

    private interface Stored {
        void to(OutputStream file) throws IOException;
    }

    private static void store(Path folder, String name, Stored what) throws IOException {
        try (var file = Files.newOutputStream(folder.resolve(name))) {
            what.to(file);
        }
    }

    /// The scores of every example from a network that learnt none of its situation.
    private Map<Example, float[]> heldOutScores() {
        var scores = new LinkedHashMap<Example, float[]>();
        for (int fold = 0; fold < Trainer.FOLDS; fold++) {
            scores.putAll(heldOutScores(fold));
        }
        return scores;
    }

    Map<Example, float[]> heldOutScores(int fold) {
        var scores = new LinkedHashMap<Example, float[]>();
        var held = written.stream().filter(x -> Trainer.fold(x) == fold).toList();
        var learnt = written.stream().filter(x -> Trainer.fold(x) != fold).toList();
        try (var network = tuned(learnt)) {
            read(network, held);
            var read = network.scores(held.stream().map(this::text).toList());
            for (int i = 0; i < held.size(); i++) {
                scores.put(held.get(i), read.get(i));
            }
        }
        return scores;
    }

    Tuning tuned(List<Example> learnt) {
        var network = new Tuning(start, PLAN);
        var all = new ArrayList<>(learnt);
        all.addAll(Variants.of(learnt, TYPED, PAIRS, example -> true));
        read(network, all);
        long begun = System.nanoTime();
        network.learn(all.stream().map(this::lesson).toList());
        System.out.printf("%d lessons learnt in %d s%n", all.size(), (System.nanoTime() - begun) / 1_000_000_000);
        return network;
    }

    private void read(Tuning network, List<Example> examples) {
        var unread = examples.stream()
                .map(Example::text)
                .distinct()
                .filter(text -> !texts.containsKey(text))
                .toList();
        var read = network.texts(unread.stream().map(this::window).toList());
        for (int i = 0; i < unread.size(); i++) {
            texts.put(unread.get(i), read.get(i));
        }
    }

    private long[] window(String text) {
        return BgeNetwork.window(pieces.pieces(PlainText.of(text).text()));
    }

    private Tuning.Text text(Example example) {
        return Objects.requireNonNull(texts.get(example.text()));
    }

    private Tuning.Lesson lesson(Example example) {
        var wanted = new float[Scale.SCORES];
        var counts = new float[Scale.SCORES];
        Arrays.fill(counts, example.in() ? 0 : Tuning.IN, example.in() ? Tuning.IN : counts.length, 1);
        for (var label : InLabel.values()) {
            wanted[label.ordinal()] = example.in() && example.labels().contains(label.word()) ? 1 : 0;
        }
        for (int i = 0; i < Scale.OUT_LABELS; i++) {
            boolean is = !example.in() && example.labels().contains(OutLabel.values()[i].word());
            wanted[Tuning.IN + i] = is ? 1 : 0;
        }
        return new Tuning.Lesson(text(example), wanted, counts);
    }

    static byte[] bytes(String resource) throws IOException {
        try (var bytes = Objects.requireNonNull(Training.class.getResourceAsStream(resource), resource)) {
            return bytes.readAllBytes();
        }
    }
}
