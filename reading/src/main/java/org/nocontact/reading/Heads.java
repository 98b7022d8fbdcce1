package org.nocontact.reading;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The logistic heads over [Features]: one that chooses among the [InLabel]s, and one for each [OutLabel] that is
/// learnt.
/// Weights are kept as 16 bit floats; temperatures and thresholds were chosen on examples that were held out.
final class Heads {
    static final int OUT_LABELS = OutLabel.OFF_TOPIC.ordinal();

    private static final int IN_LABELS = InLabel.values().length;

    private final float[][] in;
    private final float[][] out;
    private final double temperature;
    private final double emergencyFrom;
    private final double[] thresholds;

    Heads(float[][] in, float[][] out, double temperature, double emergencyFrom, double[] thresholds) {
        this.in = in;
        this.out = out;
        this.temperature = temperature;
        this.emergencyFrom = emergencyFrom;
        this.thresholds = thresholds.clone();
    }

    static Heads load(String resource) {
        var file = Objects.requireNonNull(Heads.class.getResourceAsStream(resource), resource);
        try (var bytes = new DataInputStream(new BufferedInputStream(file, 1 << 16))) {
            double temperature = bytes.readDouble();
            double emergencyFrom = bytes.readDouble();
            var thresholds = new double[OUT_LABELS];
            for (int i = 0; i < thresholds.length; i++) {
                thresholds[i] = bytes.readDouble();
            }
            int size = bytes.readInt();
            var in = rows(bytes, IN_LABELS, size);
            var out = rows(bytes, OUT_LABELS, size);
            return new Heads(in, out, temperature, emergencyFrom, thresholds);
        } catch (IOException e) {
            throw new UncheckedIOException("The weights " + resource + " cannot be read.", e);
        }
    }

    void store(OutputStream file) throws IOException {
        var bytes = new DataOutputStream(file);
        bytes.writeDouble(temperature);
        bytes.writeDouble(emergencyFrom);
        for (double threshold : thresholds) {
            bytes.writeDouble(threshold);
        }
        bytes.writeInt(in[0].length);
        for (var rows : new float[][][] {in, out}) {
            for (var row : rows) {
                for (float weight : row) {
                    bytes.writeShort(Float.floatToFloat16(weight));
                }
            }
        }
        bytes.flush();
    }

    /// How likely each [InLabel] is, in their order; they add up to 1.
    double[] in(Features.Vector vector) {
        var odds = new double[in.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < odds.length; i++) {
            odds[i] = vector.dot(in[i]) / temperature;
            most = Math.max(most, odds[i]);
        }
        double sum = 0;
        for (int i = 0; i < odds.length; i++) {
            odds[i] = Math.exp(odds[i] - most);
            sum += odds[i];
        }
        for (int i = 0; i < odds.length; i++) {
            odds[i] /= sum;
        }
        return odds;
    }

    /// How likely each [OutLabel] but off-topic holds, each by itself.
    double[] out(Features.Vector vector) {
        var odds = new double[out.length];
        for (int i = 0; i < odds.length; i++) {
            odds[i] = 1 / (1 + Math.exp(-vector.dot(out[i])));
        }
        return odds;
    }

    /// From which confidence on a received message is an emergency, whatever else is likelier.
    double emergencyFrom() {
        return emergencyFrom;
    }

    /// From which confidence on a label is given.
    double threshold(OutLabel label) {
        return thresholds[label.ordinal()];
    }

    private static float[][] rows(DataInputStream bytes, int count, int size) throws IOException {
        var rows = new float[count][size];
        for (var row : rows) {
            for (int i = 0; i < size; i++) {
                row[i] = Float.float16ToFloat(bytes.readShort());
            }
        }
        return rows;
    }
}
