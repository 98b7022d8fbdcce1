package org.nocontact.store;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Account;
import org.nocontact.core.Entry;

/// An entry as it lies in the ledger, text as it was written.
///
/// @param at an instant in ISO 8601
/// @param trusted an instant in ISO 8601
/// @param kind the event's kind, see [EventCodec]
/// @param facts JSON, in the bytes that were hashed
/// @param commitment SHA-256 of the salt and the words; no bytes for an event without words
/// @param hash see [#hash]
/// @param salt null without words, or when they were burned
/// @param words JSON, null without words, or when they were burned
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record StoredEntry(
        long seq,
        String at,
        String trusted,
        String kind,
        byte[] facts,
        byte[] commitment,
        byte[] hash,
        byte @Nullable [] salt,
        byte @Nullable [] words) {

    /// @throws EventCodec.Unreadable if it is not an entry that this program knows
    Entry entry() {
        try {
            var event = EventCodec.event(kind, facts, words);
            return new Entry(seq, Instant.parse(at), Instant.parse(trusted), event, lacksItsWords());
        } catch (DateTimeParseException notOne) {
            throw new EventCodec.Unreadable("its time is not one", notOne);
        }
    }

    boolean hadWords() {
        return commitment.length > 0;
    }

    /// Whether the words were burned, if the ledger is whole.
    boolean lacksItsWords() {
        return hadWords() && words == null;
    }

    /// Whether there are words exactly where the commitment says so, and they are the words that were written.
    boolean keepsItsWords() {
        if (words == null || salt == null) {
            return words == null && salt == null;
        }
        return Arrays.equals(commitment, commitment(salt, words));
    }

    /// The hash that this entry has to carry after one that carries `previous` (no bytes before the first).
    byte[] hash(byte[] previous, Account account) {
        return Hashes.of("nocontact-entry-1")
                .add(previous)
                .add(account.name())
                .add(seq)
                .add(at)
                .add(trusted)
                .add(kind)
                .add(facts)
                .add(commitment)
                .hash();
    }

    StoredEntry withHash(byte[] hash) {
        return new StoredEntry(seq, at, trusted, kind, facts, commitment, hash, salt, words);
    }

    /// What stands in an entry for its words. The salt keeps words that were burned from being guessed.
    static byte[] commitment(byte[] salt, byte[] words) {
        return Hashes.of("nocontact-words-1").add(salt).add(words).hash();
    }
}
