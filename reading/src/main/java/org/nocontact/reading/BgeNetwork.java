package org.nocontact.reading;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/// The encoder bge-small-en-v1.5 (8 bit), tuned for the labels, in ONNX Runtime: one thread, no arena, small before
/// fast. Over its `[CLS]` state and the mean of its states, each of length one, lies one linear layer.
final class BgeNetwork implements Network, AutoCloseable {
    /// The longest window, in pieces, with the marks at both ends.
    static final int WINDOW = 256;

    /// How many numbers a state has.
    static final int WIDTH = 384;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPiece pieces;
    private final LinearLayer layer;

    BgeNetwork(Path model, WordPiece pieces, LinearLayer layer) throws OrtException {
        this.environment = OrtEnvironment.getEnvironment();
        this.pieces = pieces;
        this.layer = layer;
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            this.session = environment.createSession(model.toString(), options);
        }
    }

    @Override
    public float[] scores(CharSequence text) {
        return layer.of(states(pieces.pieces(text)));
    }

    @Override
    public Scale scale() {
        return layer.scale();
    }

    /// `[CLS]`, at most as many pieces as a window holds, `[SEP]`.
    static long[] window(int[] ids) {
        int length = Math.min(ids.length, WINDOW - 2) + 2;
        var window = new long[length];
        window[0] = WordPiece.CLS;
        for (int i = 1; i < length - 1; i++) {
            window[i] = ids[i - 1];
        }
        window[length - 1] = WordPiece.SEP;
        return window;
    }

    private float[] states(int[] ids) {
        var input = window(ids);
        int length = input.length;
        var ones = new long[length];
        Arrays.fill(ones, 1);
        long[] shape = {1, length};
        try (var inputIds = OnnxTensor.createTensor(environment, LongBuffer.wrap(input), shape);
                var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                var types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[length]), shape);
                var result =
                        session.run(Map.of("input_ids", inputIds, "attention_mask", mask, "token_type_ids", types))) {
            var states = ((OnnxTensor) result.get(0)).getFloatBuffer();
            return pooled(states.array(), length);
        } catch (OrtException e) {
            throw new IllegalStateException("The reading model failed on a text of " + length + " pieces.", e);
        }
    }

    private static float[] pooled(float[] states, int length) {
        var pooled = new float[2 * WIDTH];
        for (int t = 0; t < length; t++) {
            for (int d = 0; d < WIDTH; d++) {
                float value = states[t * WIDTH + d];
                if (t == 0) {
                    pooled[d] = value;
                }
                pooled[WIDTH + d] += value;
            }
        }
        normalise(pooled, 0, WIDTH);
        normalise(pooled, WIDTH, 2 * WIDTH);
        return pooled;
    }

    private static void normalise(float[] values, int from, int to) {
        double squares = 1e-12;
        for (int i = from; i < to; i++) {
            squares += values[i] * values[i];
        }
        float scale = (float) (1 / Math.sqrt(squares));
        for (int i = from; i < to; i++) {
            values[i] *= scale;
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
