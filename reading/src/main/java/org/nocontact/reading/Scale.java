package org.nocontact.reading;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// How scores become likelihoods, and from which likelihood on a label is given: chosen on examples that were held out.
///
/// @param temperature the scores of received messages are divided by it
/// @param emergencyFrom from which likelihood on a received message is an emergency, whatever else is likelier
/// @param thresholds from which likelihood on a label of a draft is given, in the order of [OutLabel]
record Scale(double temperature, double emergencyFrom, double[] thresholds) {
    /// How many labels of drafts are learnt.
    static final int OUT_LABELS = OutLabel.OFF_TOPIC.ordinal();

    private static final int IN_LABELS = InLabel.values().length;

    /// One score for each [InLabel], then one for each [OutLabel] that is learnt.
    static final int SCORES = IN_LABELS + OUT_LABELS;

    /// Takes scores as they are.
    static final Scale PLAIN = new Scale(1, 1, new double[OUT_LABELS]);

    Scale {
        thresholds = thresholds.clone();
    }

    static Scale read(DataInputStream bytes) throws IOException {
        double temperature = bytes.readDouble();
        double emergencyFrom = bytes.readDouble();
        var thresholds = new double[OUT_LABELS];
        for (int i = 0; i < thresholds.length; i++) {
            thresholds[i] = bytes.readDouble();
        }
        return new Scale(temperature, emergencyFrom, thresholds);
    }

    void store(DataOutputStream bytes) throws IOException {
        bytes.writeDouble(temperature);
        bytes.writeDouble(emergencyFrom);
        for (double threshold : thresholds) {
            bytes.writeDouble(threshold);
        }
    }

    double threshold(OutLabel label) {
        return thresholds[label.ordinal()];
    }

    /// How likely each [InLabel] is, in their order; they add up to 1.
    double[] in(float[] scores) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < IN_LABELS; i++) {
            most = Math.max(most, scores[i]);
        }
        var odds = new double[IN_LABELS];
        double sum = 0;
        for (int i = 0; i < IN_LABELS; i++) {
            odds[i] = Math.exp((scores[i] - most) / temperature);
            sum += odds[i];
        }
        for (int i = 0; i < IN_LABELS; i++) {
            odds[i] /= sum;
        }
        return odds;
    }

    /// How likely each [OutLabel] but off-topic holds, each by itself.
    double[] out(float[] scores) {
        var odds = new double[OUT_LABELS];
        for (int i = 0; i < OUT_LABELS; i++) {
            odds[i] = 1 / (1 + Math.exp(-scores[IN_LABELS + i]));
        }
        return odds;
    }
}
