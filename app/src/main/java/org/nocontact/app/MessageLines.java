package org.nocontact.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The lines of a file of messages. They end with LF or CR LF; the last one may end with the file. Bytes that are not
/// UTF-8 are read as `\uFFFD`, so that every line has its answer.
final class MessageLines implements AutoCloseable {
    /// In bytes: about four times what a message can hold.
    static final int LONGEST = 4_000_000;

    private static final int READ_AT_ONCE = 1 << 16;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream in;
    private final byte[] read = new byte[READ_AT_ONCE];
    private int at;
    private int end;
    private long line;
    private volatile long notUtf8;

    MessageLines(InputStream in) {
        this.in = in;
    }

    /// The next line without its end; null after the last one.
    ///
    /// @throws Trouble if it is longer than [#LONGEST]
    @Nullable
    String next() throws IOException {
        var bytes = new ByteArrayOutputStream(256);
        if (!fill()) {
            return null;
        }
        line++;
        do {
            var from = at;
            while (at < end && read[at] != '\n') {
                at++;
            }
            bytes.write(read, from, at - from);
            if (bytes.size() > LONGEST) {
                throw new Trouble(
                        "Line " + line + " is longer than " + LONGEST / 1_000_000
                                + " MB, and no message is that long: reading stopped there, and the lines before it were read.");
            }
        } while (at == end && fill());
        at = Math.min(at + 1, end);
        return text(bytes);
    }

    /// The number of the first line that was not UTF-8.
    OptionalLong notUtf8() {
        return notUtf8 == 0 ? OptionalLong.empty() : OptionalLong.of(notUtf8);
    }

    private boolean fill() throws IOException {
        if (at < end) {
            return true;
        }
        at = 0;
        end = Math.max(0, in.read(read));
        return end > 0;
    }

    private String text(ByteArrayOutputStream bytes) {
        var text = decoded(bytes.toByteArray());
        var plain = line == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return plain.endsWith("\r") ? plain.substring(0, plain.length() - 1) : plain;
    }

    private String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            notUtf8 = notUtf8 == 0 ? line : notUtf8;
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
