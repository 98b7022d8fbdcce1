package org.nocontact.core;

import java.util.Optional;

/// Decodes the part of an A-label after `xn--` (RFC 3492, section 6.2). `java.net.IDN` knows IDNA2003 only and
/// turns the `ß` of `straße` into `ss`; the decoding itself is the same for both, and the folding is ours to
/// choose.
final class Punycode {
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int INITIAL_N = 128;

    private Punycode() {}

    /// The decoded label, or nothing when the text is not the encoding of one. Meant for text of label length.
    static Optional<String> decode(String encoded) {
        int delimiter = encoded.lastIndexOf('-');
        var output = new StringBuilder(delimiter < 0 ? "" : encoded.substring(0, delimiter));
        int n = INITIAL_N;
        int bias = INITIAL_BIAS;
        int i = 0;
        int in = delimiter + 1;
        int points = output.length();
        while (in < encoded.length()) {
            int before = i;
            long weight = 1;
            for (int k = BASE; ; k += BASE) {
                int digit = in < encoded.length() ? digit(encoded.charAt(in++)) : -1;
                long next = i + digit * weight;
                if (digit < 0 || next > Integer.MAX_VALUE) {
                    return Optional.empty();
                }
                i = (int) next;
                int threshold = Math.clamp(k - bias, T_MIN, T_MAX);
                if (digit < threshold) {
                    break;
                }
                weight = Math.min(weight * (BASE - threshold), Integer.MAX_VALUE);
            }
            points++;
            bias = adapt(i - before, points, before == 0);
            long point = (long) n + i / points;
            if (point > Character.MAX_CODE_POINT || Character.getType((int) point) == Character.SURROGATE) {
                return Optional.empty();
            }
            n = (int) point;
            i %= points;
            output.insert(output.offsetByCodePoints(0, i), Character.toString(n));
            i++;
        }
        return output.isEmpty() ? Optional.empty() : Optional.of(output.toString());
    }

    private static int adapt(int delta, int points, boolean first) {
        int scaled = first ? delta / DAMP : delta / 2;
        scaled += scaled / points;
        int k = 0;
        while (scaled > (BASE - T_MIN) * T_MAX / 2) {
            scaled /= BASE - T_MIN;
            k += BASE;
        }
        return k + (BASE - T_MIN + 1) * scaled / (scaled + SKEW);
    }

    private static int digit(char c) {
        if (c >= 'a' && c <= 'z') {
            return c - 'a';
        }
        return c >= '0' && c <= '9' ? c - '0' + 26 : -1;
    }
}
