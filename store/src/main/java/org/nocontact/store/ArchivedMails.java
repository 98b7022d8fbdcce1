package org.nocontact.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.nocontact.core.HeldMail;
import org.nocontact.store.ArchiveReader.Refusal;
import tools.jackson.core.JacksonException;

/// Takes the mails of an archive in: only such as a letter in it names, with the content that the name says.
final class ArchivedMails {
    private static final int MOST_MAILS_BYTES = 1_000;
    private static final long MOST_BYTES = 64L << 30;
    private static final int AT_ONCE = 64 << 10;

    private final HeldFolder held;
    private final Set<String> expected = new HashSet<>();
    private final List<String> taken = new ArrayList<>();
    private long left = MOST_BYTES;

    ArchivedMails(HeldFolder held) {
        this.held = held;
    }

    /// A letter names this mail.
    void expect(String name) {
        expected.add(name);
    }

    /// Reads what is left of the archive.
    void read(ZipInputStream zip) throws IOException {
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(Archive.MAILS)) {
                checkCount(zip.readNBytes(MOST_MAILS_BYTES));
                return;
            }
            take(name(entry), zip);
        }
        throw Refusal.damaged("is cut off before " + Archive.MAILS);
    }

    private String name(ZipEntry entry) {
        var path = entry.getName();
        var name = path.startsWith(Archive.MAIL) && path.endsWith(Archive.EML)
                ? path.substring(Archive.MAIL.length(), path.length() - Archive.EML.length())
                : "";
        if (!expected.remove(name)) {
            throw Refusal.damaged("has a file in it that no letter names");
        }
        return name;
    }

    private void take(String name, ZipInputStream zip) throws IOException {
        try (var incoming = held.receiveFile()) {
            var bytes = new byte[AT_ONCE];
            for (var came = zip.read(bytes); came > 0; came = zip.read(bytes)) {
                left -= came;
                if (left < 0) {
                    throw Refusal.damaged("unpacks to more than any ledger");
                }
                incoming.write(bytes, 0, came);
            }
            if (!incoming.hash().equals(HeldMail.hash(name))) {
                throw Refusal.damaged("has a mail in it that is not as it was");
            }
            taken.add(name);
            incoming.keepAs(name);
        }
    }

    private void checkCount(byte[] json) {
        try {
            if (StoredJson.MAPPER.readTree(json).path("mails").asLong(-1) == taken.size()) {
                return;
            }
        } catch (JacksonException notJson) {
            throw Refusal.damaged("has a " + Archive.MAILS + " that is none");
        }
        throw Refusal.damaged("does not have all its mails");
    }

    /// Removes what was taken in, because the archive is not taken after all.
    void takeBack() {
        held.removeAll(taken);
    }
}
