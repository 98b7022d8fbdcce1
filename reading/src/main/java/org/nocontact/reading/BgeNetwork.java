package org.nocontact.reading;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/// The sentence-embedding model bge-small-en-v1.5 (8 bit) in ONNX Runtime, one thread, no arena: small before fast.
final class BgeEmbedder implements Embedder, AutoCloseable {
    /// The longest window, in pieces, with the marks at both ends.
    static final int WINDOW = 256;

    private static final int HALF = SIZE / 2;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPiece pieces;

    BgeEmbedder(Path model, WordPiece pieces) throws OrtException {
        this.environment = OrtEnvironment.getEnvironment();
        this.pieces = pieces;
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            this.session = environment.createSession(model.toString(), options);
        }
    }

    @Override
    public float[] embed(CharSequence text) {
        return embed(pieces.pieces(text));
    }

    private float[] embed(int[] ids) {
        int length = Math.min(ids.length, WINDOW - 2) + 2;
        var input = new long[length];
        input[0] = WordPiece.CLS;
        for (int i = 1; i < length - 1; i++) {
            input[i] = ids[i - 1];
        }
        input[length - 1] = WordPiece.SEP;
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
        var pooled = new float[SIZE];
        for (int t = 0; t < length; t++) {
            for (int d = 0; d < HALF; d++) {
                float value = states[t * HALF + d];
                if (t == 0) {
                    pooled[d] = value;
                }
                pooled[HALF + d] += value;
            }
        }
        normalise(pooled, 0, HALF);
        normalise(pooled, HALF, SIZE);
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
