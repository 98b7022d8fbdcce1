package org.nocontact.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// The lines of a stream that may not be believed to have any.
final class Lines {
    private final InputStream in;
    private final int mostInALine;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private long left;

    /// @param mostInALine how many bytes a line may have
    /// @param most how many bytes there may be
    Lines(InputStream in, int mostInALine, long most) {
        this.in = in;
        this.mostInALine = mostInALine;
        this.left = most;
    }

    /// There is more than was bargained for.
    static final class TooLong extends RuntimeException {}

    /// The next line without its end; null after the last.
    ///
    /// @throws TooLong beyond one of the bounds
    byte @Nullable [] next() throws IOException {
        var line = new ByteArrayOutputStream();
        while (from < to || fill()) {
            var end = endOfLine();
            line.write(buffer, from, end - from);
            if (line.size() > mostInALine) {
                throw new TooLong();
            }
            from = end + 1;
            if (end < to) {
                return line.toByteArray();
            }
        }
        return line.size() == 0 ? null : line.toByteArray();
    }

    private int endOfLine() {
        var end = from;
        while (end < to && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private boolean fill() throws IOException {
        var read = in.read(buffer);
        from = 0;
        to = Math.max(read, 0);
        left -= to;
        if (left < 0) {
            throw new TooLong();
        }
        return read > 0;
    }
}
