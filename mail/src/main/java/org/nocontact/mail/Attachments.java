package org.nocontact.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nocontact.core.HeldMail;
import org.nocontact.core.LedgerFault;

/// What is attached to a held mail, to be listed and read one at a time. What comes out is data to be handed over as a
/// file: nothing of it may be shown as a page. HTML can be had as plain text.
public final class Attachments {
    private static final int LONGEST_TEXT = 1_000_000;

    private final HeldMail held;

    public Attachments(HeldMail held) {
        this.held = held;
    }

    /// @param number from 1, in the order of the mail
    /// @param name one line without a path; empty when it has none
    /// @param type such as `image/jpeg`, as the mail says it
    /// @param bytes its size
    public record Attachment(int number, String name, String type, long bytes) {}

    /// A list of what could be read; a mail that is broken in the middle has what comes before.
    ///
    /// @param message as [org.nocontact.core.Words#MESSAGE] names it
    /// @throws LedgerFault when there is no such mail
    public List<Attachment> list(String message) {
        var found = new ArrayList<Attachment>();
        try (var in = held.read(message)) {
            var parts = new MimeParts(in);
            for (var part = parts.next(); part.isPresent(); part = parts.next()) {
                var header = part.get().header();
                if (header.isAttached()) {
                    var bytes = part.get().content().transferTo(OutputStream.nullOutputStream());
                    found.add(new Attachment(found.size() + 1, header.name(), header.type(), bytes));
                }
            }
        } catch (IOException | MimeParts.Unreadable broken) {
            return found;
        }
        return found;
    }

    /// The content of one of them; empty when there is none with this number. Whoever reads closes.
    public Optional<InputStream> read(String message, int number) {
        var in = held.read(message);
        try {
            var part = find(new MimeParts(in), number);
            if (part.isPresent()) {
                return Optional.of(closing(part.get().content(), in));
            }
        } catch (MimeParts.Unreadable broken) {
            close(in);
            return Optional.empty();
        }
        close(in);
        return Optional.empty();
    }

    /// One of them as plain text, at most a million characters: what HTML says, and text as it is. Empty for anything
    /// else.
    public Optional<String> text(String message, int number) {
        try (var in = held.read(message)) {
            var part = find(new MimeParts(in), number);
            if (part.isEmpty() || !part.get().header().type().startsWith("text/")) {
                return Optional.empty();
            }
            var header = part.get().header();
            var text = new String(part.get().content().readNBytes(LONGEST_TEXT), header.charset());
            return Optional.of(header.type().equals("text/html") ? HtmlText.of(text) : text);
        } catch (IOException | MimeParts.Unreadable broken) {
            return Optional.empty();
        }
    }

    private static Optional<MimeParts.Part> find(MimeParts parts, int number) throws MimeParts.Unreadable {
        var found = 0;
        for (var part = parts.next(); part.isPresent(); part = parts.next()) {
            if (part.get().header().isAttached() && ++found == number) {
                return part;
            }
        }
        return Optional.empty();
    }

    private static InputStream closing(InputStream content, InputStream message) {
        return new FilterInputStream(content) {
            @Override
            public void close() throws IOException {
                message.close();
            }
        };
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException readAnyway) {
            return;
        }
    }
}
