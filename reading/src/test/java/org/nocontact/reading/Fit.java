package org.nocontact.reading;

import java.util.Arrays;
import java.util.List;

/// Fits logistic heads by full-batch Adam from zero: no chance in it, so the same vectors give the same weights.
final class Fit {
    private static final int ROUNDS = 80;

    private Fit() {}

    /// @param wanted per vector and head, 1 or 0
    /// @param shares how much each vector counts
    /// @param oneOf whether the heads are alternatives (softmax) or independent
    static float[][] heads(
            List<Features.Vector> vectors, double[][] wanted, double[] shares, int size, boolean oneOf, double decay) {
        int heads = wanted[0].length;
        var weights = new float[size * heads];
        var slope = new float[weights.length];
        var mean = new float[weights.length];
        var square = new float[weights.length];
        for (int round = 1; round <= ROUNDS; round++) {
            slope(vectors, wanted, shares, oneOf, weights, slope);
            double rate = 0.06 * Math.min(1, 2.0 * (ROUNDS - round + 1) / ROUNDS);
            double first = 1 - Math.pow(0.9, round);
            double second = 1 - Math.pow(0.99, round);
            for (int i = 0; i < weights.length; i++) {
                float step = slope[i] + (i < heads ? 0 : (float) (decay * weights[i]));
                mean[i] = 0.9f * mean[i] + 0.1f * step;
                square[i] = 0.99f * square[i] + 0.01f * step * step;
                weights[i] -= (float) (rate * (mean[i] / first) / (Math.sqrt(square[i] / second) + 1e-8));
            }
        }
        return rows(weights, heads, size);
    }

    private static void slope(
            List<Features.Vector> vectors,
            double[][] wanted,
            double[] shares,
            boolean oneOf,
            float[] weights,
            float[] slope) {
        Arrays.fill(slope, 0);
        int heads = wanted[0].length;
        double all = Arrays.stream(shares).sum();
        var sums = new float[heads];
        var odds = new double[heads];
        var miss = new float[heads];
        for (int i = 0; i < wanted.length; i++) {
            var places = vectors.get(i).places();
            var values = vectors.get(i).values();
            Arrays.fill(sums, 0);
            for (int k = 0; k < places.length; k++) {
                int at = places[k] * heads;
                float value = values[k];
                for (int h = 0; h < heads; h++) {
                    sums[h] += weights[at + h] * value;
                }
            }
            for (int h = 0; h < heads; h++) {
                odds[h] = sums[h];
            }
            squash(odds, oneOf);
            for (int h = 0; h < heads; h++) {
                miss[h] = (float) ((odds[h] - wanted[i][h]) * shares[i] / all);
            }
            for (int k = 0; k < places.length; k++) {
                int at = places[k] * heads;
                float value = values[k];
                for (int h = 0; h < heads; h++) {
                    slope[at + h] += miss[h] * value;
                }
            }
        }
    }

    private static void squash(double[] odds, boolean oneOf) {
        if (!oneOf) {
            for (int h = 0; h < odds.length; h++) {
                odds[h] = 1 / (1 + Math.exp(-odds[h]));
            }
            return;
        }
        double most = Arrays.stream(odds).max().orElse(0);
        double sum = 0;
        for (int h = 0; h < odds.length; h++) {
            odds[h] = Math.exp(odds[h] - most);
            sum += odds[h];
        }
        for (int h = 0; h < odds.length; h++) {
            odds[h] /= sum;
        }
    }

    private static float[][] rows(float[] weights, int heads, int size) {
        var rows = new float[heads][size];
        for (int i = 0; i < size; i++) {
            for (int h = 0; h < heads; h++) {
                rows[h][i] = Float.float16ToFloat(Float.floatToFloat16(weights[i * heads + h]));
            }
        }
        return rows;
    }
}
