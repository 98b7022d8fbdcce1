package org.nocontact.reading;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/// The encoder with one linear layer over it for the labels of both directions, and how they learn together: a softmax
/// over the labels of received messages, a sigmoid for each label of a draft, AdamW (Loshchilov & Hutter 2019) with a
/// rate that rises over a tenth of the steps and falls to nothing.
final class Tuning implements AutoCloseable {
    static final int IN = InLabel.values().length;
    static final int ALL = Scale.SCORES;
    /// The two halves of what the head sees have this length.
    static final float SCALE = 20;

    private static final int BATCH = 32;
    private static final float OUT_SHARE = 0.8f;
    private static final float DECAY = 0.01f;
    private static final float LONGEST_STEP = 1;

    private final NDManager manager;
    private final Bert bert;
    private final NDArray head;
    private final NDArray bias;
    private final Plan plan;

    /// @param first the first layer that learns
    /// @param rate of the topmost layer; each layer below learns `lower` times as fast
    record Plan(int first, int epochs, float rate, float lower, float headRate, float dropout, int seed) {}

    /// A text as the layers that do not learn leave it: a state of [Bert#WIDTH] numbers for each piece.
    record Text(float[] states) {
        int length() {
            return states.length / Bert.WIDTH;
        }
    }

    /// A text to learn from: what is wanted of each label (in the order of [InLabel], then [OutLabel]), and how much
    /// that counts.
    record Lesson(Text text, float[] wanted, float[] counts) {}

    private record Learner(NDArray weight, NDArray mean, NDArray square, float rate, float decay) {}

    Tuning(Onnx start, Plan plan) {
        this.plan = plan;
        Engine.getInstance().setRandomSeed(plan.seed());
        this.manager = NDManager.newBaseManager();
        this.bert = new Bert(manager, start, plan.dropout());
        this.head = manager.randomNormal(0, 0.02f, new Shape(2L * Bert.WIDTH, ALL), DataType.FLOAT32);
        this.bias = manager.zeros(new Shape(ALL));
    }

    void learn(List<Lesson> lessons) {
        var learners = learners();
        int step = 0;
        int steps = plan.epochs() * batches(lessons, new Random(0)).size();
        for (int epoch = 0; epoch < plan.epochs(); epoch++) {
            for (var batch : batches(lessons, new Random(plan.seed() * 100L + epoch))) {
                step++;
                float warm = steps / 10f;
                float share = Math.max(0.001f, Math.min(step / warm, (steps - step) / (steps - warm)));
                learn(batch, learners, share, step);
            }
        }
    }

    private List<Learner> learners() {
        var learners = new ArrayList<Learner>();
        bert.from(plan.first()).forEach((name, weight) -> {
            int layer = Integer.parseInt(name.split("\\.", 4)[2]);
            float rate = (float) (plan.rate() * Math.pow(plan.lower(), Bert.LAYERS - 1 - layer));
            learners.add(learner(weight, rate, weight.getShape().dimension() > 1 ? DECAY : 0));
        });
        learners.add(learner(head, plan.headRate(), DECAY));
        learners.add(learner(bias, plan.headRate(), 0));
        return learners;
    }

    private Learner learner(NDArray weight, float rate, float decay) {
        weight.setRequiresGradient(true);
        return new Learner(weight, manager.zeros(weight.getShape()), manager.zeros(weight.getShape()), rate, decay);
    }

    private void learn(List<Lesson> batch, List<Learner> learners, float share, int step) {
        try (var scope = manager.newSubManager()) {
            try (var collector = Engine.getInstance().newGradientCollector()) {
                var loss = loss(batch, scope);
                collector.backward(loss);
            }
            var gradients = new NDList();
            float squares = 0;
            for (var learner : learners) {
                var gradient = learner.weight().getGradient();
                gradient.attach(scope);
                gradients.add(gradient);
                squares += gradient.square().sum().getFloat();
            }
            float shorter = (float) Math.min(1, LONGEST_STEP / (Math.sqrt(squares) + 1e-6));
            for (int i = 0; i < learners.size(); i++) {
                update(learners.get(i), gradients.get(i), shorter, share, step);
                gradients.get(i).subi(gradients.get(i));
            }
        }
    }

    private static void update(Learner learner, NDArray gradient, float shorter, float share, int step) {
        float rate = learner.rate() * share;
        float corrected = (float) (rate * Math.sqrt(1 - Math.pow(0.999, step)) / (1 - Math.pow(0.9, step)));
        learner.weight()
                .getNDArrayInternal()
                .adamUpdate(
                        new NDList(learner.weight(), gradient, learner.mean(), learner.square()),
                        new NDList(learner.weight()),
                        rate,
                        corrected,
                        learner.decay(),
                        shorter,
                        -1,
                        0.9f,
                        0.999f,
                        1e-8f,
                        false,
                        true);
    }

    private NDArray loss(List<Lesson> batch, NDManager scope) {
        var scores = scores(batch.stream().map(Lesson::text).toList(), scope, true);
        var wanted = rows(batch.stream().map(Lesson::wanted).toList(), scope);
        var counts = rows(batch.stream().map(Lesson::counts).toList(), scope);
        var received = scores.get(":, :" + IN).logSoftmax(1);
        var receivedLoss = received.mul(wanted.get(":, :" + IN))
                .mul(counts.get(":, :" + IN))
                .sum()
                .neg();
        var drafts = scores.get(":, " + IN + ":");
        var draftLoss = drafts.maximum(0)
                .sub(drafts.mul(wanted.get(":, " + IN + ":")))
                .add(drafts.abs().neg().exp().add(1).log())
                .mul(counts.get(":, " + IN + ":"))
                .sum();
        return receivedLoss.add(draftLoss.mul(OUT_SHARE)).div(batch.size());
    }

    private static NDArray rows(List<float[]> rows, NDManager scope) {
        return scope.create(rows.toArray(float[][]::new));
    }

    private NDArray scores(List<Text> texts, NDManager scope, boolean training) {
        int longest = texts.stream().mapToInt(Text::length).max().orElseThrow();
        var rows = new float[texts.size() * longest * Bert.WIDTH];
        var lengths = new float[texts.size()][longest];
        for (int i = 0; i < texts.size(); i++) {
            var states = texts.get(i).states();
            System.arraycopy(states, 0, rows, i * longest * Bert.WIDTH, states.length);
            Arrays.fill(lengths[i], 0, texts.get(i).length(), 1);
        }
        var there = scope.create(lengths);
        var under = scope.create(rows, new Shape(texts.size(), longest, Bert.WIDTH));
        var states = bert.above(plan.first(), under, there, training);
        var first = states.get(":, 0").normalize(2, 1);
        var mean = states.mul(there.expandDims(2)).sum(new int[] {1}).normalize(2, 1);
        var seen = first.concat(mean, 1).mul(SCALE);
        seen = training ? Bert.dropout(seen, plan.dropout()) : seen;
        return seen.matMul(head).add(bias);
    }

    /// The texts of `windows` as the lower layers leave them.
    List<Text> texts(List<long[]> windows) {
        var texts = new Text[windows.size()];
        inBatches(windows, x -> x.length, (some, places) -> {
            try (var scope = manager.newSubManager()) {
                int longest = some.stream().mapToInt(x -> x.length).max().orElseThrow();
                var ids = new long[some.size() * longest];
                for (int i = 0; i < some.size(); i++) {
                    System.arraycopy(some.get(i), 0, ids, i * longest, some.get(i).length);
                }
                var input = scope.create(ids, new Shape(some.size(), longest));
                var states = bert.below(plan.first(), input).toFloatArray();
                for (int i = 0; i < some.size(); i++) {
                    int start = i * longest * Bert.WIDTH;
                    texts[places.get(i)] =
                            new Text(Arrays.copyOfRange(states, start, start + some.get(i).length * Bert.WIDTH));
                }
            }
        });
        return List.of(texts);
    }

    /// The scores of all labels for each text.
    List<float[]> scores(List<Text> texts) {
        var scores = new float[texts.size()][];
        inBatches(texts, Text::length, (some, places) -> {
            try (var scope = manager.newSubManager()) {
                var read = scores(some, scope, false).toFloatArray();
                for (int i = 0; i < some.size(); i++) {
                    scores[places.get(i)] = Arrays.copyOfRange(read, i * ALL, (i + 1) * ALL);
                }
            }
        });
        return List.of(scores);
    }

    private static <T> void inBatches(List<T> all, ToIntFunction<T> length, BiConsumer<List<T>, List<Integer>> batch) {
        var order = IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> length.applyAsInt(all.get(i))))
                .toList();
        for (int start = 0; start < order.size(); start += BATCH) {
            var places = order.subList(start, Math.min(start + BATCH, order.size()));
            batch.accept(places.stream().map(all::get).toList(), places);
        }
    }

    /// The weights that learnt, by the names of their tensors in the file.
    Map<String, float[]> learnt() {
        var learnt = new LinkedHashMap<String, float[]>();
        bert.from(plan.first()).forEach((name, weight) -> learnt.put(bert.tensor(name), weight.toFloatArray()));
        return learnt;
    }

    /// The head's weights: a row for each label, the last number of a row is its bias.
    float[][] head() {
        var weights = head.toFloatArray();
        var biases = bias.toFloatArray();
        var rows = new float[ALL][2 * Bert.WIDTH + 1];
        for (int label = 0; label < ALL; label++) {
            for (int i = 0; i < 2 * Bert.WIDTH; i++) {
                rows[label][i] = weights[i * ALL + label] * SCALE;
            }
            rows[label][2 * Bert.WIDTH] = biases[label];
        }
        return rows;
    }

    private static List<List<Lesson>> batches(List<Lesson> lessons, Random random) {
        var shuffled = new ArrayList<>(lessons);
        Collections.shuffle(shuffled, random);
        var batches = new ArrayList<List<Lesson>>();
        for (int start = 0; start < shuffled.size(); start += 16 * BATCH) {
            var some = shuffled.subList(start, Math.min(start + 16 * BATCH, shuffled.size()));
            some.sort(Comparator.comparingInt(x -> x.text().length()));
            for (int i = 0; i < some.size(); i += BATCH) {
                batches.add(List.copyOf(some.subList(i, Math.min(i + BATCH, some.size()))));
            }
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    @Override
    public void close() {
        manager.close();
    }
}
