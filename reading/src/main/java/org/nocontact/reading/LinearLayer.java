package org.nocontact.reading;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// The last layer of the network: a row of weights for each score, the last number of a row stands alone.
record LinearLayer(Scale scale, float[][] rows) {
    private static final int WIDTH = 2 * BgeNetwork.WIDTH + 1;

    LinearLayer {
        for (var row : rows) {
            if (row.length != WIDTH) {
                throw new IllegalArgumentException("A row has " + WIDTH + " weights, not " + row.length);
            }
        }
    }

    static LinearLayer read(InputStream file) throws IOException {
        var bytes = new DataInputStream(new BufferedInputStream(file));
        var scale = Scale.read(bytes);
        var rows = new float[Scale.SCORES][WIDTH];
        for (var row : rows) {
            for (int i = 0; i < WIDTH; i++) {
                row[i] = Float.float16ToFloat(bytes.readShort());
            }
        }
        return new LinearLayer(scale, rows);
    }

    void store(OutputStream file) throws IOException {
        var bytes = new DataOutputStream(file);
        scale.store(bytes);
        for (var row : rows) {
            for (float weight : row) {
                bytes.writeShort(Float.floatToFloat16(weight));
            }
        }
        bytes.flush();
    }

    float[] of(float[] states) {
        var scores = new float[rows.length];
        for (int label = 0; label < rows.length; label++) {
            var row = rows[label];
            float sum = row[WIDTH - 1];
            for (int i = 0; i < WIDTH - 1; i++) {
                sum += row[i] * states[i];
            }
            scores[label] = sum;
        }
        return scores;
    }
}
