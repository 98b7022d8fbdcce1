package org.nocontact.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nocontact.core.Words;

/// Reads what a message says: its subject, its text, and what is attached to it. Never fails: of a message that
/// cannot be read, or says more than anybody reads, the whole is a part of what it says, so that nothing else
/// says the same.
final class MessageWords {
    private static final int LONGEST_TEXT = 200_000;
    private static final int LONGEST_LIST = 200_000;

    /// Something to read.
    private record Piece(boolean html, int alternative, String text) {}

    private final MessageDigest whole = sha256();
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder attached = new StringBuilder();
    private int length;
    private boolean isMore;

    private MessageWords() {}

    /// @param message from its first byte; it is read to its end, and not closed
    static Words of(InputStream message) throws IOException {
        return new MessageWords().read(message);
    }

    private Words read(InputStream message) throws IOException {
        var seen = new DigestInputStream(message, whole);
        var parts = new MimeParts(seen);
        try {
            for (var part = parts.next(); part.isPresent(); part = parts.next()) {
                take(part.get());
            }
        } catch (MimeParts.Unreadable broken) {
            isMore = true;
        }
        seen.transferTo(OutputStream.nullOutputStream());
        if (isMore) {
            attached.append(HexFormat.of().formatHex(whole.digest())).append(" message/rfc822 the whole\n");
        }
        return new Words(Map.of(
                Words.SUBJECT,
                parts.subject(),
                Words.TEXT,
                text(),
                Words.ATTACHED,
                attached.toString().strip()));
    }

    private void take(MimeParts.Part part) throws MimeParts.Unreadable {
        try {
            if (part.header().isAttached()) {
                takeAttached(part);
            } else {
                takeText(part);
            }
        } catch (IOException | RuntimeException broken) {
            throw new MimeParts.Unreadable("A part of the message cannot be read.", broken);
        }
    }

    private void takeText(MimeParts.Part part) throws IOException {
        var left = LONGEST_TEXT - length;
        var bytes = part.content().readNBytes(4 * left);
        var text = new String(bytes, part.header().charset()).replace("\r\n", "\n");
        isMore |= text.length() > left || part.content().read() >= 0;
        var piece = new Piece(
                part.header().type().equals("text/html"),
                part.alternative(),
                text.substring(0, Math.min(text.length(), left)));
        length += piece.text.length();
        pieces.add(piece);
    }

    private void takeAttached(MimeParts.Part part) throws IOException {
        var digest = sha256();
        part.content().transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        var line = HexFormat.of().formatHex(digest.digest()) + " "
                + part.header().type() + " " + part.header().name() + "\n";
        if (attached.length() + line.length() > LONGEST_LIST) {
            isMore = true;
        } else {
            attached.append(line);
        }
    }

    private String text() {
        return pieces.stream()
                .filter(piece -> !piece.html || !isSaidPlainly(piece.alternative))
                .map(piece -> piece.html ? HtmlText.of(piece.text) : piece.text.strip())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    private boolean isSaidPlainly(int alternative) {
        return alternative != 0
                && pieces.stream()
                        .anyMatch(piece -> !piece.html && piece.alternative == alternative && !piece.text.isBlank());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }
}
