package org.nocontact.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocontact.core.Account;
import org.nocontact.core.Act;
import org.nocontact.core.Clause;
import org.nocontact.core.Event;
import org.nocontact.core.HeldMail;
import org.nocontact.core.Ledger.Verification.Broken;
import org.nocontact.core.Ledger.Verification.Whole;
import org.nocontact.core.LedgerFault;
import org.nocontact.core.NoRoom;
import org.nocontact.core.Words;

class HeldMailTest {
    private static final String MAIL = "Subject: Us\r\n\r\nI miss you\r\n";

    @TempDir
    Path folder;

    private SqliteLedger ledger;
    private HeldMail held;

    @BeforeEach
    void open() {
        ledger = SqliteLedger.open(DataFolder.open(folder.resolve("data")));
        held = ledger.heldMail();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static String keep(HeldMail held, String mail) {
        try (var incoming = held.receive()) {
            var bytes = mail.getBytes(UTF_8);
            incoming.write(bytes, 0, bytes.length);
            return incoming.keep();
        }
    }

    private static Event.AttemptHeld letter(String name) {
        return new Event.AttemptHeld(
                Act.EMAIL,
                Samples.EMAIL,
                new Clause.HeldAct(Act.EMAIL),
                "mail",
                new Words(Map.of(Words.TEXT, "I miss you", Words.MESSAGE, name)));
    }

    private void append(Event... events) {
        ledger.append(Account.ME, ledger.last(Account.ME), List.of(events), Times.minute(0));
    }

    private String read(String name) throws IOException {
        try (var in = held.read(name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder.resolve("data/held"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void givesBackTheBytesThatCameAndLetsNobodyElseReadThem() throws IOException {
        var name = keep(held, MAIL);
        assertThat(read(name)).isEqualTo(MAIL);
        var file = folder.resolve("data/held").resolve(name);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        assertThat(keep(held, MAIL)).isNotEqualTo(name).startsWith(HeldMail.hash(name));
    }

    @Test
    void readsWhatCameBeforeItIsKept() throws IOException {
        try (var incoming = held.receive()) {
            var bytes = "x".repeat(100_000).getBytes(UTF_8);
            incoming.write(bytes, 0, bytes.length);
            try (var in = incoming.read()) {
                assertThat(in.readAllBytes()).isEqualTo(bytes);
            }
            assertThat(incoming.size()).isEqualTo(bytes.length);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void readsNothingOutsideItsFolder() {
        for (var name :
                List.of("../ledger.db", "/etc/passwd", "", "x".repeat(81), "0".repeat(64) + "-" + "0".repeat(16))) {
            assertThatThrownBy(() -> held.read(name)).isInstanceOf(LedgerFault.class);
        }
        held.remove("../ledger.db");
        assertThat(folder.resolve("data/ledger.db")).exists();
    }

    @Test
    void goesWhenItsLetterIsBurned() throws IOException {
        var name = keep(held, MAIL);
        var other = keep(held, "Subject: Other\r\n\r\n");
        append(letter(name), letter(other));
        append(new Event.LetterBurned(1));
        assertThat(files()).containsExactly(other);
        assertThat(ledger.verify(Account.ME)).isInstanceOf(Whole.class);
    }

    @Test
    void goesWhenTheLedgerIsErased() throws IOException {
        append(letter(keep(held, MAIL)));
        ledger.erase(Account.ME);
        assertThat(files()).isEmpty();
    }

    @Test
    void tidiesAwayWhatAKilledProgramLeft() throws IOException {
        var name = keep(held, MAIL);
        append(letter(name));
        keep(held, "Subject: Never written down\r\n\r\n");
        Files.writeString(folder.resolve("data/held/incoming.77.new"), "half");
        Files.writeString(folder.resolve("data/held/notes.txt"), "the person’s own");
        held.tidy();
        assertThat(files()).containsExactlyInAnyOrder(name, "notes.txt");
    }

    @Test
    void isMissedByVerifyWhenItIsGoneOrAnother() throws IOException {
        var name = keep(held, MAIL);
        append(letter(name));
        assertThat(ledger.verify(Account.ME)).isInstanceOf(Whole.class);
        Files.writeString(folder.resolve("data/held").resolve(name), "Subject: Forged\r\n\r\n");
        assertThat(ledger.verify(Account.ME)).isInstanceOf(Broken.class);
        held.remove(name);
        assertThat(ledger.verify(Account.ME)).isInstanceOf(Broken.class);
    }

    @Test
    void isInTheBackup() throws IOException {
        var name = keep(held, MAIL);
        append(letter(name));
        var data = DataFolder.open(folder.resolve("data"));
        var backup = Backup.make(ledger, data, LocalDateTime.of(2026, 3, 1, 10, 0));
        append(new Event.LetterBurned(1));
        var mails = backup.resolveSibling("ledger-2026-03-01-1000.held");
        assertThat(mails.resolve(name)).hasContent(MAIL);
        Backup.eraseAll(data);
        assertThat(data.backups()).isEmptyDirectory();
    }

    @Test
    void movesWithAnExport() throws IOException {
        var name = keep(held, MAIL);
        append(letter(name), letter(keep(held, "Subject: Burned\r\n\r\n")));
        append(new Event.LetterBurned(2));
        var archive = export();
        try (var other = SqliteLedger.open(DataFolder.open(folder.resolve("other")))) {
            assertThat(Archive.read(other, Account.ME, new ByteArrayInputStream(archive)))
                    .isInstanceOf(Archive.Import.Done.class);
            assertThat(folder.resolve("other/held").resolve(name)).hasContent(MAIL);
            assertThat(folder.resolve("other/held")).isDirectoryContaining(file -> file.endsWith(name));
            assertThat(other.verify(Account.ME)).isInstanceOf(Whole.class);
        }
    }

    @Test
    void isExportedWithoutAMailThatIsMissing() throws IOException {
        var name = keep(held, MAIL);
        append(letter(name));
        held.remove(name);
        assertThat(importOf(export())).isInstanceOf(Archive.Import.Done.class);
    }

    @Test
    void isRefusedWhenAnArchiveHasWhatNoLetterNames() throws IOException {
        append(letter(keep(held, MAIL)));
        var archive = export();
        assertRefused(archive, "mail/" + "0".repeat(64) + "-" + "0".repeat(16) + ".eml", MAIL);
        assertRefused(archive, "mail/../../evil.eml", MAIL);
        assertRefused(archive, "evil.sh", "rm -rf /");
    }

    @Test
    void isRefusedWhenAnArchiveHasAnotherContentOrTheSameTwice() throws IOException {
        var name = keep(held, MAIL);
        append(letter(name));
        var archive = export();
        assertRefused(archive, "mail/" + name + ".eml", "Subject: Forged\r\n\r\n");
        assertThat(importOf(rewritten(archive, entry -> entry.getName().startsWith("mail/"), "", "")))
                .isInstanceOf(Archive.Import.Refused.class);
        assertThat(importOf(rewritten(archive, entry -> entry.getName().equals("mails.json"), "", "")))
                .isInstanceOf(Archive.Import.Refused.class);
    }

    private void assertRefused(byte[] archive, String name, String content) throws IOException {
        var forged = rewritten(archive, entry -> entry.getName().equals(name), name, content);
        assertThat(importOf(forged)).isInstanceOf(Archive.Import.Refused.class);
        try (var files = Files.walk(folder.resolve("other"))) {
            assertThat(files.filter(file -> file.getFileName().toString().matches(".*(eml|new|sh|[0-9a-f]{64}.*)")))
                    .isEmpty();
        }
    }

    private Archive.Import importOf(byte[] archive) {
        try (var other = SqliteLedger.open(DataFolder.open(folder.resolve("other")))) {
            var come = Archive.read(other, Account.ME, new ByteArrayInputStream(archive));
            if (come instanceof Archive.Import.Refused) {
                assertThat(other.last(Account.ME)).isZero();
            }
            return come;
        }
    }

    private byte[] export() {
        var out = new ByteArrayOutputStream();
        Archive.write(ledger, Account.ME, Instant.EPOCH, "1.2.3", out);
        return out.toByteArray();
    }

    /// The archive without some entries, and with another one before its end.
    private static byte[] rewritten(byte[] archive, Predicate<ZipEntry> without, String name, String content)
            throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(archive));
                var zip = new ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals("mails.json") && !name.isEmpty()) {
                    zip.putNextEntry(new ZipEntry(name));
                    zip.write(content.getBytes(UTF_8));
                }
                if (!without.test(entry)) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(zip);
                }
            }
        }
        return out.toByteArray();
    }

    @Test
    void leavesNothingBehindOnAFullDisk() throws Exception {
        try (var disk = SmallDisk.ofKilobytes(1_000)) {
            try (var small = SqliteLedger.open(DataFolder.open(disk.folder()))) {
                var mail = "x".repeat(2_000_000);
                assertThatThrownBy(() -> keep(small.heldMail(), mail)).isInstanceOf(NoRoom.class);
                assertThat(disk.folder().resolve("held")).isEmptyDirectory();
                assertThat(keep(small.heldMail(), MAIL)).isNotEmpty();
            }
        }
    }
}
