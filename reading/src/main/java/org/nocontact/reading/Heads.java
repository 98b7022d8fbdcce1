package org.nocontact.reading;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The linear heads over [Features], which answer without the network. Weights are kept as 16 bit floats.
///
/// @param rows the weights of each score
record Heads(Scale scale, float[][] rows) {
    private static final String FILE = "cues.weights";

    static Heads load() {
        var file = Objects.requireNonNull(Heads.class.getResourceAsStream(FILE), FILE);
        try (var bytes = new DataInputStream(new BufferedInputStream(file, 1 << 16))) {
            var scale = Scale.read(bytes);
            var rows = new float[Scale.SCORES][bytes.readInt()];
            for (var row : rows) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = Float.float16ToFloat(bytes.readShort());
                }
            }
            return new Heads(scale, rows);
        } catch (IOException e) {
            throw new UncheckedIOException("The weights " + FILE + " cannot be read.", e);
        }
    }

    void store(OutputStream file) throws IOException {
        var bytes = new DataOutputStream(file);
        scale.store(bytes);
        bytes.writeInt(rows[0].length);
        for (var row : rows) {
            for (float weight : row) {
                bytes.writeShort(Float.floatToFloat16(weight));
            }
        }
        bytes.flush();
    }

    float[] scores(Features.Vector vector) {
        var scores = new float[rows.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) vector.dot(rows[i]);
        }
        return scores;
    }
}
