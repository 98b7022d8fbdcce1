package org.nocontact.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.ZipInputStream;
import org.nocontact.core.Account;
import org.nocontact.core.Event;
import org.nocontact.core.Ledger.Verification.Broken;
import org.nocontact.core.Ledger.Verification.Whole;
import tools.jackson.core.JacksonException;

/// Reads an archive, which may come from anywhere: what it names is never opened, what it holds is checked line by
/// line, and how much it unpacks to is bounded.
final class ArchiveReader {
    private static final int MOST_MANIFEST_BYTES = 64 << 10;
    private static final int MOST_LINE_BYTES = 64 << 20;
    private static final long MOST_BYTES = 4L << 30;
    private static final long MOST_ENTRIES = 10_000_000;

    private final Entries entries;
    private final Clock clock;
    private final Account account;
    private final ArchivedMails mails;
    private Entries.Head head = Entries.Head.NONE;

    ArchiveReader(SqliteConnection connection, Account account, ArchivedMails mails) {
        this.mails = mails;
        this.entries = new Entries(connection, account);
        this.clock = new Clock(connection, account);
        this.account = account;
    }

    /// The archive is not taken.
    static final class Refusal extends RuntimeException {
        private final Archive.Import.Refused refused;

        Refusal(String why) {
            super(why);
            refused = new Archive.Import.Refused("Nothing was imported, because " + why);
        }

        Archive.Import.Refused refused() {
            return refused;
        }

        static Refusal damaged(String why) {
            return new Refusal("the archive " + why + ": export once more where it came from.");
        }

        static Refusal line(long line, String why) {
            return damaged("is not as it was written in line " + line + " of " + Archive.EVENTS + " (" + why + ")");
        }
    }

    /// @throws Refusal if it is not the archive of a whole ledger, or there are entries already
    Archive.Import.Done read(InputStream in) {
        if (entries.head().seq() > 0) {
            throw new Refusal("there are entries here already: import into an empty folder, which --data chooses, or"
                    + " erase this ledger before.");
        }
        try {
            var zip = new ZipInputStream(in, StandardCharsets.UTF_8);
            enter(zip, Archive.MANIFEST);
            var manifest = manifest(zip.readNBytes(MOST_MANIFEST_BYTES + 1));
            enter(zip, Archive.EVENTS);
            var done = events(manifest, new Lines(zip, MOST_LINE_BYTES, MOST_BYTES));
            if (manifest.version() > 1) {
                mails.read(zip);
            }
            return done;
        } catch (IOException cutOff) {
            throw Refusal.damaged(
                    "is cut off after line " + head.seq() + " of " + Archive.EVENTS + ", or is not a whole zip file");
        } catch (Lines.TooLong bomb) {
            throw Refusal.line(head.seq() + 1, "longer than any ledger");
        }
    }

    private static void enter(ZipInputStream zip, String name) throws IOException {
        var entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw Refusal.damaged("is not one that this program wrote, which would have " + name + " here");
        }
    }

    private static Archive.Manifest manifest(byte[] bytes) {
        if (bytes.length > MOST_MANIFEST_BYTES) {
            throw Refusal.damaged("has a " + Archive.MANIFEST + " that is too long");
        }
        try {
            var manifest = Archive.Manifest.read(bytes);
            if (manifest.version() > Archive.VERSION) {
                throw new Refusal(
                        "the archive was written by a newer version of this program: import it with that version.");
            }
            if (manifest.entries() > MOST_ENTRIES) {
                throw Refusal.damaged("says it has more entries than any ledger");
            }
            return manifest;
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw Refusal.damaged("has a " + Archive.MANIFEST + " that is not one of a ledger");
        }
    }

    private Archive.Import.Done events(Archive.Manifest manifest, Lines lines) throws IOException {
        var chain = new ChainCheck(manifest.account());
        for (var line = lines.next(); line != null; line = lines.next()) {
            take(line, chain, manifest.account());
        }
        return switch (chain.finish(new Entries.Head(manifest.entries(), manifest.lastHash()))) {
            case Broken broken -> throw Refusal.line(broken.seq(), broken.why());
            case Whole(var count, var _) -> {
                if (count > 0) {
                    entries.keep(head);
                    clock.keepThatOfTheLastEntry();
                }
                yield new Archive.Import.Done(count, HexFormat.of().formatHex(head.hash()));
            }
        };
    }

    private void take(byte[] line, ChainCheck chain, Account writtenAs) {
        var entry = entry(line);
        chain.take(entry).ifPresent(broken -> {
            throw Refusal.line(broken.seq(), broken.why());
        });
        var linked = writtenAs.equals(account) ? entry : entry.withHash(entry.hash(head.hash(), account));
        entries.insert(linked);
        if (entry.words() != null && entry.kind().equals(EventCodec.kind(Event.AttemptHeld.class))) {
            Entries.heldMail(entry.words()).ifPresent(mails::expect);
        }
        head = new Entries.Head(linked.seq(), linked.hash());
    }

    private StoredEntry entry(byte[] line) {
        try {
            return ArchiveLine.read(line);
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw Refusal.line(head.seq() + 1, "not an entry");
        }
    }
}
