package org.nocontact.mail;

import java.io.IOException;
import java.io.InputStream;
import org.nocontact.core.HeldMail;

/// The content of a message between the wire, where a dot at the start of a line is doubled (RFC 5321, section
/// 4.5.2), and where it lies as it is.
final class Content {
    private static final int AT_ONCE = 32 << 10;

    private Content() {}

    /// The content is none that can be sent.
    static final class Unsendable extends RuntimeException {
        Unsendable() {
            super("It has line ends in it that no mail has.");
        }
    }

    /// Takes in what stands in `bytes[from, to)` as it came over the wire, the final dot left out.
    ///
    /// @param atLineStart whether it begins a line
    static void takeIn(byte[] bytes, int from, int to, boolean atLineStart, HeldMail.Incoming incoming) {
        var at = from;
        var lineStart = atLineStart;
        while (at < to) {
            var begin = lineStart && bytes[at] == '.' ? at + 1 : at;
            var end = begin;
            while (end < to && bytes[end] != '\n') {
                end++;
            }
            lineStart = end < to;
            at = Math.min(end + 1, to);
            incoming.write(bytes, begin, at - begin);
        }
    }

    /// Sends a message, all but the final dot.
    ///
    /// @throws Unsendable when it is none that came over the wire
    static void send(InputStream message, Provider provider) throws IOException {
        var read = new byte[AT_ONCE];
        var sent = new byte[2 * AT_ONCE];
        var last = '\n';
        for (var length = message.read(read); length > 0; length = message.read(read)) {
            var size = 0;
            for (var at = 0; at < length; at++) {
                var c = (char) (read[at] & 0xff);
                if (c == 0 || (last == '\r') != (c == '\n')) {
                    throw new Unsendable();
                }
                if (last == '\n' && c == '.') {
                    sent[size++] = '.';
                }
                sent[size++] = read[at];
                last = c;
            }
            provider.send(sent, 0, size);
        }
        if (last != '\n') {
            throw new Unsendable();
        }
    }
}
