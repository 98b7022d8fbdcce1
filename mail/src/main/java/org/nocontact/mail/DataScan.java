package org.nocontact.mail;

/// Finds the end of the content after DATA, and what no content has: a CR or LF without the other, or a NUL,
/// which some servers take for the end of a line and so for commands in the content (SMTP smuggling).
///
/// Each call goes on where the last one ended.
final class DataScan {
    private boolean atLineStart = true;
    private State state = State.MORE;

    enum State {
        MORE,
        ENDED,
        BAD
    }

    /// Looks through `bytes[from, to)`.
    ///
    /// @return the end of what is content for sure, the final dot included
    int scan(byte[] bytes, int from, int to) {
        var at = from;
        while (at < to) {
            if (atLineStart && bytes[at] == '.') {
                if (at + 1 == to || (bytes[at + 1] == '\r' && at + 2 == to)) {
                    return at;
                }
                if (bytes[at + 1] == '\r' && bytes[at + 2] == '\n') {
                    state = State.ENDED;
                    return at + 3;
                }
            }
            atLineStart = false;
            while (at < to && (bytes[at] > '\r' || isHarmless(bytes[at]))) {
                at++;
            }
            if (at == to) {
                return at;
            }
            if (bytes[at] != '\r' || (at + 1 < to && bytes[at + 1] != '\n')) {
                state = State.BAD;
                return at;
            }
            if (at + 1 == to) {
                return at;
            }
            at += 2;
            atLineStart = true;
        }
        return at;
    }

    private static boolean isHarmless(byte b) {
        return b != '\r' && b != '\n' && b != 0;
    }

    State state() {
        return state;
    }

    /// Whether the next byte that is scanned begins a line.
    boolean isAtLineStart() {
        return atLineStart;
    }
}
