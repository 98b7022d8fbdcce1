package org.nocontact.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// The mail program at the other end of a connection. For one thread.
///
/// Everything throws [Hangup] when it is gone, silent for too long, or says what no mail program says.
final class Client implements AutoCloseable {
    /// RFC 4954, section 4 asks for 12,288 where somebody signs in.
    private static final int LONGEST_LINE = 16 << 10;

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    private static final int MOST_AFTER_LAST_WORDS = 64 << 20;

    private final Wire wire;

    Client(Wire wire) {
        this.wire = wire;
    }

    Wire wire() {
        return wire;
    }

    /// The next line without its end, each character one byte.
    String line() {
        var end = wire.endOfLine();
        while (end < 0) {
            if (wire.to - wire.from > LONGEST_LINE) {
                throw new Hangup(Reply.of(500, "5.5.6 Line too long"));
            }
            fill();
            end = wire.endOfLine();
        }
        var line = new String(wire.bytes, wire.from, end - wire.from, StandardCharsets.ISO_8859_1);
        wire.from = end + 1;
        if (!line.endsWith("\r") || line.indexOf('\r') < line.length() - 1 || line.indexOf(0) >= 0) {
            throw new Hangup(Reply.of(500, "5.5.2 A line ends with CR and LF, and neither stands alone"));
        }
        return line.substring(0, line.length() - 1);
    }

    /// Whether the next line is here already.
    boolean hasLine() {
        return wire.endOfLine() >= 0;
    }

    /// Waits for more.
    void fill() {
        try {
            if (!wire.fill()) {
                throw new Hangup(null);
            }
        } catch (IOException gone) {
            throw new Hangup(null);
        }
    }

    /// Puts a reply in line; it goes out with [#flush].
    void say(Reply reply) {
        wire.say(reply.bytes());
    }

    void flush() {
        try {
            wire.flush();
        } catch (IOException gone) {
            throw new Hangup(null);
        }
    }

    boolean isPrivate() {
        return wire.isPrivate();
    }

    boolean isOnThisMachine() {
        return wire.socket().getInetAddress().isLoopbackAddress();
    }

    void goOnOver(GateCertificate certificate) {
        try {
            wire.goOnOver(certificate.toward(wire.socket()));
        } catch (IOException noHandshake) {
            throw new Hangup(null);
        }
    }

    /// Says a last reply and closes. What still comes is read for a moment: closing on unread bytes would take
    /// the reply
    /// back.
    void sayLast(Reply reply) {
        try (wire) {
            wire.say(reply.bytes());
            wire.flush();
            if (!wire.isPrivate()) {
                wire.socket().shutdownOutput();
            }
            wire.allow(LAST_WORDS);
            for (var left = MOST_AFTER_LAST_WORDS; left > 0; left -= wire.to) {
                wire.from = wire.to = 0;
                if (!wire.fill()) {
                    return;
                }
            }
        } catch (IOException gone) {
            return;
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
