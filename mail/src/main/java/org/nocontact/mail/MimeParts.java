package org.nocontact.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/// The parts of a message that have content, one after the other, in bounded memory whatever the message is.
final class MimeParts {
    private static final int MOST_PARTS = 1_000;
    private static final int DEEPEST = 50;

    private static final MimeConfig CONFIG = MimeConfig.custom()
            .setMaxLineLen(100_000)
            .setMaxHeaderLen(100_000)
            .setMaxHeaderCount(2_000)
            .setMaxContentLen(-1)
            .build();

    private final MimeTokenStream tokens = new MimeTokenStream(CONFIG, DecodeMonitor.SILENT, null);
    private MimeHeader header = new MimeHeader();
    private final Deque<Multipart> multiparts = new ArrayDeque<>();
    private String subject = "";
    private int parts;
    private int alternatives;

    /// @param alternative the number of the innermost multipart/alternative around what is in it; 0 for none
    private record Multipart(int alternative) {}

    /// A part with content.
    ///
    /// @param header what is said about it
    /// @param alternative parts with the same number other than 0 say the same in several ways
    /// @param content decoded; to be read before the next part is asked for
    record Part(MimeHeader header, int alternative, InputStream content) {}

    /// The message is not one that can be read to its end.
    static final class Unreadable extends Exception {
        Unreadable(String message, Throwable cause) {
            super(message, cause);
        }

        Unreadable(String message) {
            super(message);
        }
    }

    MimeParts(InputStream message) {
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(message);
    }

    /// The decoded subject of the message, empty before the first part.
    String subject() {
        return subject;
    }

    /// The next part; empty after the last.
    Optional<Part> next() throws Unreadable {
        try {
            // The first step begins the message.
            for (var state = tokens.next(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
                var part = part(state);
                if (part.isPresent()) {
                    return part;
                }
            }
            return Optional.empty();
        } catch (MimeException | IOException | RuntimeException broken) {
            throw new Unreadable("The message cannot be read to its end.", broken);
        }
    }

    private Optional<Part> part(EntityState state) throws Unreadable, IOException {
        switch (state) {
            case T_START_HEADER -> header = new MimeHeader();
            case T_FIELD -> header.take(tokens.getField());
            case T_END_HEADER -> {
                if (multiparts.isEmpty()) {
                    subject = header.subject();
                }
            }
            case T_START_MULTIPART -> enter();
            case T_END_MULTIPART -> multiparts.pop();
            case T_BODY -> {
                return Optional.of(content());
            }
            default -> {}
        }
        return Optional.empty();
    }

    private void enter() throws Unreadable {
        if (multiparts.size() == DEEPEST) {
            throw new Unreadable("The message has parts within parts beyond any use.");
        }
        var around = multiparts.isEmpty() ? 0 : multiparts.peek().alternative();
        var isAlternative = tokens.getBodyDescriptor().getMimeType().equals("multipart/alternative");
        multiparts.push(new Multipart(isAlternative ? ++alternatives : around));
    }

    private Part content() throws Unreadable {
        if (++parts > MOST_PARTS) {
            throw new Unreadable("The message has more parts than any use has.");
        }
        var alternative = multiparts.isEmpty() ? 0 : multiparts.peek().alternative();
        return new Part(header, alternative, tokens.getDecodedInputStream());
    }
}
