package org.nocontact.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HexFormat;
import org.nocontact.core.Account;
import org.nocontact.core.LedgerFault;
import tools.jackson.core.JacksonException;

/// A whole ledger of one account as a zip that other programs can read: `manifest.json`, then `events.jsonl`
/// with one entry a line, then the mails that letters were held with, as `mail/NAME.eml`, and `mails.json`,
/// which says how many. What was burned is not in it. Version 1 had no mails.
public final class Archive {
    static final String MANIFEST = "manifest.json";
    static final String EVENTS = "events.jsonl";
    static final String MAIL = "mail/";
    static final String MAILS = "mails.json";
    static final String EML = ".eml";
    static final String FORMAT = "nocontact-ledger";
    static final int VERSION = 2;

    private Archive() {}

    /// What an archive says of itself.
    ///
    /// @param lastHash the hash of the last entry, no bytes for a ledger without entries
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    record Manifest(int version, Account account, long entries, byte[] lastHash) {

        /// @param written when the archive was written
        /// @param program the version of the program that wrote it
        byte[] json(Instant written, String program) {
            var json = StoredJson.MAPPER.createObjectNode();
            json.put("format", FORMAT);
            json.put("version", version);
            json.put("account", account.name());
            json.put("entries", entries);
            json.put("lastHash", HexFormat.of().formatHex(lastHash));
            json.put("written", written.toString());
            json.put("program", program);
            return StoredJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
        }

        /// @throws JacksonException if this is not JSON
        /// @throws IllegalArgumentException if it is not a manifest
        static Manifest read(byte[] bytes) {
            var json = StoredJson.MAPPER.readTree(bytes);
            if (!json.path("format").asString("").equals(FORMAT)) {
                throw new IllegalArgumentException("Not a manifest");
            }
            return new Manifest(
                    json.path("version").asInt(Integer.MAX_VALUE),
                    new Account(json.path("account").asString("")),
                    json.path("entries").asLong(-1),
                    HexFormat.of().parseHex(json.path("lastHash").asString("")));
        }
    }

    /// Writes the account's ledger, in bounded memory. Leaves `out` open.
    ///
    /// @param program the version of this program
    /// @throws UncheckedIOException if `out` cannot be written to
    public static void write(SqliteLedger ledger, Account account, Instant at, String program, OutputStream out) {
        ledger.readAtOneInstant(connection -> {
            try {
                new ArchiveWriter(new Entries(connection, account), ledger.held(), out).write(account, at, program);
                return account;
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        });
    }

    /// Writes the account's ledger into a file that only this person can open, in place of what was there.
    ///
    /// @throws LedgerFault if the file cannot be written; what was there stays
    public static void write(SqliteLedger ledger, Account account, Instant at, String program, Path file) {
        try {
            var written = Private.temporaryFile(file);
            try {
                try (var out = Files.newOutputStream(written)) {
                    write(ledger, account, at, program, out);
                }
                Private.force(written);
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                Private.forceName(file);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (UncheckedIOException | IOException fault) {
            throw new LedgerFault(
                    file + " could not be written, and the ledger is unchanged: choose another place, or make room"
                            + " there.",
                    fault);
        }
    }

    /// What came of reading an archive into a ledger.
    public sealed interface Import {
        /// @param lastHash the hash of the last entry, in hexadecimal
        record Done(long entries, String lastHash) implements Import {}

        /// Nothing was changed.
        ///
        /// @param why one plain sentence that may be shown to the person
        record Refused(String why) implements Import {}
    }

    /// Reads an archive into an account that has no entries: all of it, or nothing. The chain is checked on the
    /// way; it is linked anew where the account has another name than in the archive. Leaves `in` open.
    public static Import read(SqliteLedger ledger, Account account, InputStream in) {
        var mails = new ArchivedMails(ledger.held());
        try {
            return ledger.writeAtOnce(connection -> new ArchiveReader(connection, account, mails).read(in));
        } catch (ArchiveReader.Refusal refusal) {
            mails.takeBack();
            return refusal.refused();
        } catch (RuntimeException fault) {
            mails.takeBack();
            throw fault;
        }
    }
}
