package org.nocontact.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.nocontact.core.Account;

/// Writes an archive, the same bytes for the same ledger but for the manifest's date.
final class ArchiveWriter {
    private static final int PAGE = 200;
    /// The earliest time a zip can say.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Entries entries;
    private final HeldFolder held;
    private final ZipOutputStream zip;

    ArchiveWriter(Entries entries, HeldFolder held, OutputStream out) {
        this.held = held;
        this.entries = entries;
        this.zip = new ZipOutputStream(out, UTF_8);
    }

    void write(Account account, Instant at, String program) throws IOException {
        begin(Archive.MANIFEST);
        var head = entries.head();
        zip.write(new Archive.Manifest(Archive.VERSION, account, head.seq(), head.hash()).json(at, program));
        zip.write('\n');
        begin(Archive.EVENTS);
        events();
        mails();
        zip.finish();
    }

    /// A mail that is missing, or was burned meanwhile, does not keep the rest from being exported.
    private void mails() throws IOException {
        var count = 0;
        for (var name : entries.heldMails().reversed()) {
            if (held.has(name)) {
                try (var mail = held.read(name)) {
                    begin(Archive.MAIL + name + Archive.EML);
                    mail.transferTo(zip);
                    count++;
                }
            }
        }
        begin(Archive.MAILS);
        zip.write(("{\"mails\":" + count + "}\n").getBytes(UTF_8));
    }

    private void begin(String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    private void events() throws IOException {
        var last = 0L;
        for (var page = entries.after(last, PAGE); !page.isEmpty(); page = entries.after(last, PAGE)) {
            for (var entry : page) {
                zip.write(line(entry));
                zip.write('\n');
            }
            last = page.getLast().seq();
        }
    }

    /// Facts and words go out in the bytes that were hashed.
    private static byte[] line(StoredEntry entry) {
        var line = new ByteArrayOutputStream();
        try (var json = StoredJson.MAPPER.createGenerator(line)) {
            json.writeStartObject();
            json.writeNumberProperty("seq", entry.seq());
            json.writeStringProperty("at", entry.at());
            json.writeStringProperty("trusted", entry.trusted());
            json.writeStringProperty("kind", entry.kind());
            json.writeName("facts");
            json.writeRawValue(new String(entry.facts(), UTF_8));
            if (entry.words() != null && entry.salt() != null) {
                json.writeName("words");
                json.writeRawValue(new String(entry.words(), UTF_8));
                json.writeStringProperty("salt", hex(entry.salt()));
            }
            if (entry.hadWords()) {
                json.writeStringProperty("commitment", hex(entry.commitment()));
            }
            json.writeStringProperty("hash", hex(entry.hash()));
            json.writeEndObject();
        }
        return line.toByteArray();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
