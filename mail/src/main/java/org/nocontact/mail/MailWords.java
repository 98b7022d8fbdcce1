package org.nocontact.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Words;

/// Reads what a message says: its subject, its text (HTML as text), what was attached, and the name that tells it from
/// every other message. Whatever is sent, it answers, and keeps no more than its bounds.
final class MailWords {
    /// The part of the words that names the message: its Message-ID, or a hash where it has none.
    static final String MESSAGE_ID = "message-id";
    /// The part of the words with the names of what was attached, one a line.
    static final String ATTACHMENTS = "attachments";

    /// In bytes; of a longer message the beginning is read.
    static final int MOST_BYTES = 1_000_000;

    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_LINE = 1_000;
    private static final int MOST_PARTS = 100;
    private static final int DEEPEST = 10;

    private static final Session NO_SESSION = Session.getInstance(new Properties());

    private final StringBuilder text = new StringBuilder();
    private final List<String> attached = new ArrayList<>();
    private int parts;

    private MailWords() {}

    /// @param message as it came, or its first [#MOST_BYTES]
    static Words of(byte[] message) {
        var read = new MailWords();
        var words = new LinkedHashMap<String, String>();
        words.put(MESSAGE_ID, nameByHash(message));
        try {
            var mime = new MimeMessage(NO_SESSION, new ByteArrayInputStream(message));
            name(mime).ifPresent(name -> words.put(MESSAGE_ID, name));
            words.put(Words.SUBJECT, line(decoded(mime.getHeader("Subject", null))));
            read.take(mime, 0);
        } catch (MessagingException | IOException | RuntimeException notMime) {
            // What was read until then stands; a mail program would show as much.
            read.append("");
        }
        words.put(Words.TEXT, read.text.toString().strip());
        words.put(ATTACHMENTS, String.join("\n", read.attached));
        return new Words(words);
    }

    private void take(Part part, int depth) throws MessagingException, IOException {
        if (++parts > MOST_PARTS || depth > DEEPEST) {
            return;
        }
        var type = type(part);
        if (type.match("multipart/*") && part.getContent() instanceof Multipart several) {
            takeAll(several, type.match("multipart/alternative"), depth + 1);
        } else if (isAttached(part, type)) {
            attached.add(nameOf(part, type));
        } else {
            append(type.match("text/html") ? HtmlText.of(text(part, type)) : text(part, type));
        }
    }

    /// Of alternatives only one is read: the plain text if there is some, else what was read last.
    private void takeAll(Multipart several, boolean alternatives, int depth) throws MessagingException, IOException {
        var before = text.length();
        for (var i = 0; i < Math.min(several.getCount(), MOST_PARTS); i++) {
            var part = several.getBodyPart(i);
            if (alternatives) {
                if (text.length() > before && !text.substring(before).isBlank() && !isPlain(part)) {
                    continue;
                }
                text.setLength(before);
            }
            take(part, depth);
        }
    }

    private static boolean isPlain(BodyPart part) {
        return type(part).match("text/plain");
    }

    private static boolean isAttached(Part part, ContentType type) throws MessagingException {
        var disposition = part.getHeader("Content-Disposition");
        return !type.match("text/plain") && !type.match("text/html")
                || disposition != null
                        && disposition[0].strip().toLowerCase(Locale.ROOT).startsWith("attachment");
    }

    private static ContentType type(Part part) {
        try {
            var header = part.getHeader("Content-Type");
            return header == null ? new ContentType("text/plain") : new ContentType(header[0]);
        } catch (MessagingException malformed) {
            return new ContentType("text", "plain", null);
        }
    }

    private static String text(Part part, ContentType type) throws MessagingException, IOException {
        try (var in = part.getInputStream()) {
            var bytes = in.readNBytes(MOST_BYTES);
            return new String(bytes, charset(type.getParameter("charset"), bytes));
        }
    }

    private static Charset charset(@Nullable String named, byte[] bytes) {
        if (named != null) {
            try {
                return Charset.forName(MimeUtility.javaCharset(named));
            } catch (IllegalArgumentException unknown) {
                // Then it is guessed, as for a message that names none.
            }
        }
        return new String(bytes, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0
                ? StandardCharsets.UTF_8
                : Charset.forName("windows-1252");
    }

    private void append(String more) {
        var room = LONGEST_TEXT - text.length();
        if (room > 0 && !more.isBlank()) {
            text.append(text.isEmpty() ? "" : "\n\n")
                    .append(bounded(more.replace("\r\n", "\n").strip(), room));
        }
    }

    private static String nameOf(Part part, ContentType type) throws MessagingException {
        String name = null;
        try {
            name = part.getFileName();
        } catch (MessagingException malformed) {
            // A name that cannot be read is none.
        }
        return line(name == null ? type.getBaseType() : decoded(name));
    }

    private static Optional<String> name(MimeMessage mime) throws MessagingException {
        var id = mime.getHeader("Message-ID");
        return id == null || id[0].isBlank() ? Optional.empty() : Optional.of(line(id[0]));
    }

    private static String nameByHash(byte[] message) {
        return "sha-256:" + HexFormat.of().formatHex(Sha256.of(message));
    }

    private static String decoded(@Nullable String header) {
        if (header == null) {
            return "";
        }
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(bounded(header, 20 * LONGEST_LINE)));
        } catch (UnsupportedEncodingException unknown) {
            return header;
        }
    }

    private static String line(String text) {
        return bounded(text.replaceAll("\\s+", " ").strip(), LONGEST_LINE);
    }

    private static String bounded(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
