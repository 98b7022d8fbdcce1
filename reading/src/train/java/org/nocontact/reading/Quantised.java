package org.nocontact.reading;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;

/// Puts weights that were learnt into the 8 bit model: matrices in the steps that the model has for each of their
/// columns (64 to both sides), everything else as it is.
final class Quantised {
    private static final int STEPS = 64;

    private final byte[] original;
    private final Onnx model;

    Quantised(byte[] original) {
        this.original = original;
        this.model = new Onnx(original);
    }

    /// @param learnt by the names of the tensors in the model that is not quantised
    ModelPatch patch(Map<String, float[]> learnt) {
        var tuned = original.clone();
        var changes = new ArrayList<ModelPatch.Change>();
        learnt.forEach((name, weights) -> {
            boolean matrix = name.startsWith("onnx::");
            var place = model.place(matrix ? name + "_quantized" : name);
            var bytes = matrix ? steps(weights, model.floats(name + "_scale")) : bytes(weights);
            System.arraycopy(bytes, 0, tuned, place.start(), place.length());
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] -= original[place.start() + i];
            }
            changes.add(new ModelPatch.Change(place.start(), bytes));
        });
        changes.sort(Comparator.comparingInt(ModelPatch.Change::start));
        return ModelPatch.to(tuned, changes);
    }

    private static byte[] steps(float[] weights, float[] scales) {
        var steps = new byte[weights.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = (byte) Math.clamp(Math.rint(weights[i] / scales[i % scales.length]), -STEPS, STEPS);
        }
        return steps;
    }

    private static byte[] bytes(float[] weights) {
        var bytes = ByteBuffer.allocate(weights.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(weights);
        return bytes.array();
    }
}
