package org.nocontact.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.nocontact.core.Words;

/// Reads what a message of the ex says, and the name that tells it from every other message.
final class MailWords {
    /// The part of the words that names the message: its Message-ID, or a hash where it has none.
    static final String MESSAGE_ID = "message-id";

    /// In bytes; of a longer message the beginning is read.
    static final int MOST_BYTES = 1_000_000;

    private static final int LONGEST_NAME = 1_000;

    private MailWords() {}

    /// Never fails.
    ///
    /// @param message as it came, or its first [#MOST_BYTES]
    static Words of(byte[] message) {
        try {
            var parts = new TreeMap<>(
                    MessageWords.of(new ByteArrayInputStream(message)).parts());
            parts.put(MESSAGE_ID, name(message));
            return new Words(parts);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static String name(byte[] message) {
        return new HeaderFields(message)
                .all("Message-ID").stream()
                        .filter(id -> !id.isEmpty())
                        .map(id -> id.replaceAll("\\s+", " "))
                        .map(id -> id.substring(0, Math.min(id.length(), LONGEST_NAME)))
                        .findFirst()
                        .orElseGet(() -> hash(message));
    }

    private static String hash(byte[] message) {
        return "sha-256:" + HexFormat.of().formatHex(Sha256.of(message));
    }
}
