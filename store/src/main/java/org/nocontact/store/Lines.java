package org.nocontact.store;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// The lines of a stream that may not be believed to have any.
final class Lines {
    private final InputStream in;
    private final int mostInALine;
    private long left;

    /// @param mostInALine how many bytes a line may have
    /// @param most how many bytes there may be
    Lines(InputStream in, int mostInALine, long most) {
        this.in = new BufferedInputStream(in, 1 << 16);
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
        int read;
        while ((read = in.read()) >= 0 && read != '\n') {
            line.write(read);
            if (line.size() > mostInALine || --left < 0) {
                throw new TooLong();
            }
        }
        return read < 0 && line.size() == 0 ? null : line.toByteArray();
    }
}
