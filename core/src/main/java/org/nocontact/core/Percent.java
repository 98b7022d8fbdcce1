package org.nocontact.core;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Percent-encoding (RFC 3986, section 2.1) that never refuses: a percent sign that encodes nothing stays.
final class Percent {
    private static final int LAYERS = 4;

    private Percent() {}

    /// Encodes every ASCII character but letters, digits and `-._~`; others stay readable.
    static String encode(String text) {
        var encoded = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return encoded.toString();
    }

    /// Decodes one layer, as UTF-8.
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var decoded = new StringBuilder(text.length());
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            int octet = octet(text, i);
            if (octet >= 0) {
                bytes.write(octet);
                i += 2;
            } else {
                flush(bytes, decoded);
                decoded.append(text.charAt(i));
            }
        }
        flush(bytes, decoded);
        return decoded.toString();
    }

    /// Decodes what was encoded over and over, up to four times.
    static String decodeAll(String text) {
        var decoded = text;
        for (int layer = 0; layer < LAYERS && decoded.indexOf('%') >= 0; layer++) {
            decoded = decode(decoded);
        }
        return decoded;
    }

    private static int octet(String text, int i) {
        if (text.charAt(i) != '%' || i + 2 >= text.length()) {
            return -1;
        }
        int high = hex(text.charAt(i + 1));
        int low = hex(text.charAt(i + 2));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static int hex(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    private static void flush(ByteArrayOutputStream bytes, StringBuilder into) {
        if (bytes.size() == 0) {
            return;
        }
        into.append(bytes.toString(StandardCharsets.UTF_8));
        bytes.reset();
    }
}
