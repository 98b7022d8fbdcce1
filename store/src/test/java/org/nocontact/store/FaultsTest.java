package org.nocontact.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocontact.core.Account;
import org.nocontact.core.Event.DaySeen;
import org.nocontact.core.Event.LetterWritten;
import org.nocontact.core.Ledger.Verification.Whole;
import org.nocontact.core.LedgerFault;
import org.nocontact.core.Words;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/// What a person is told when the ledger cannot be used, and what is left of it.
class FaultsTest {
    private static final Account ME = Account.ME;
    private static final LocalDateTime TODAY = LocalDateTime.of(2026, 3, 1, 1, 2);

    @TempDir
    Path folder;

    @Test
    void losesNothingOnAFullDisk() throws Exception {
        try (var disk = SmallDisk.ofKilobytes(1_500)) {
            try (var ledger = SqliteLedger.open(DataFolder.open(disk.folder()))) {
                assertSays(() -> appendForever(ledger), disk.folder(), "is full", "nothing that was kept is lost");
                var kept = ledger.last(ME);

                assertThat(kept).isPositive();
                assertThat(ledger.verify(ME)).isInstanceOf(Whole.class);
                assertThat(ledger.mark(ME)).contains(Times.minute(kept));
                assertSays(() -> Backup.make(ledger, DataFolder.open(disk.folder()), TODAY), disk.folder(), "is full");

                disk.growTo(9_000);
                append(ledger);
                assertThat(Backup.make(ledger, DataFolder.open(disk.folder()), TODAY))
                        .exists();
                assertThat(ledger.last(ME)).isEqualTo(kept + 1);
                assertThat(ledger.verify(ME)).isInstanceOf(Whole.class);
            }
        }
    }

    @Test
    void opensAndReadsOnAFullDisk() throws Exception {
        try (var disk = SmallDisk.ofKilobytes(1_500)) {
            begin(disk.folder());
            disk.fillUp();

            try (var ledger = SqliteLedger.open(DataFolder.open(disk.folder()))) {
                assertThat(ledger.last(ME)).isEqualTo(50);
                assertThat(ledger.verify(ME)).isInstanceOf(Whole.class);
            } catch (LedgerFault fault) {
                assertSays(fault, disk.folder(), "is full", "make room");
            }
        }
    }

    @Test
    void beginsNothingOnAFullDisk() throws Exception {
        try (var disk = SmallDisk.ofKilobytes(64)) {
            var data = DataFolder.open(disk.folder());
            disk.fillUp();

            assertSays(() -> SqliteLedger.open(data), disk.folder(), "make room");
            assertThat(data.path()).isEmptyDirectory();
        }
    }

    @Test
    void saysWhatToDoInAReadOnlyFolder() throws Exception {
        try (var disk = SmallDisk.ofKilobytes(1_500)) {
            begin(disk.folder());
            var before = Files.readAllBytes(disk.folder().resolve("ledger.db"));
            disk.makeReadOnly();

            assertSays(
                    () -> SqliteLedger.open(DataFolder.open(disk.folder())),
                    disk.folder(),
                    "cannot be opened for reading and writing",
                    "--data");
            assertThat(disk.folder().resolve("ledger.db")).hasBinaryContent(before);
        }
    }

    @Test
    void saysWhatToDoWhereNoFolderCanBe() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "x");

        assertSays(() -> DataFolder.open(file), file, "--data");
        assertSays(() -> DataFolder.open(file.resolve("in")), file, "--data");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 4096, 5000})
    void leavesAFileAsItIsThatIsNoLedger(int size) throws IOException {
        var garbage = "nonsense".repeat(1_000).substring(0, size);
        var file = Files.writeString(DataFolder.open(folder).ledger(), garbage);

        assertSays(() -> SqliteLedger.open(DataFolder.open(folder)), file, "is damaged", "backups");
        assertThat(file).hasContent(garbage);
    }

    @Test
    void leavesALedgerAsItIsThatWasCutOff() throws IOException {
        begin(folder);
        var file = folder.resolve("ledger.db");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(5 * 4096);
        }
        var before = Files.readAllBytes(file);

        assertSays(
                () -> {
                    try (var ledger = SqliteLedger.open(DataFolder.open(folder))) {
                        ledger.read(ME, 0, _ -> {});
                    }
                },
                file,
                "is damaged",
                "backups");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void leavesTheLedgerOfANewerVersionAsItIs() throws Exception {
        begin(folder);
        Tampering.with(folder, "insert into migration values (99, '0099-moon.sql', 'x')");

        assertSays(() -> SqliteLedger.open(DataFolder.open(folder)), folder, "newer version", "left as it is");
    }

    @Test
    void leavesALedgerAsItIsWhoseTablesAnotherProgramMade() throws Exception {
        begin(folder);
        Tampering.with(folder, "update migration set sha256 = 'x'");

        assertSays(() -> SqliteLedger.open(DataFolder.open(folder)), folder, "0001-ledger.sql", "left as it is");
    }

    @Test
    void saysThatAnotherProgramHoldsTheLedger() throws Exception {
        begin(folder);
        try (var ledger = SqliteLedger.open(DataFolder.open(folder));
                var other = JDBC.createConnection(
                        "jdbc:sqlite:" + folder.resolve("ledger.db").toUri(), new SQLiteConfig().toProperties());
                var statement = other.createStatement()) {
            statement.execute("begin immediate");

            assertSays(() -> append(ledger), folder, "Another program is using", "nothing was changed");
            assertThat(ledger.last(ME)).isEqualTo(50);

            statement.execute("rollback");
            append(ledger);
            assertThat(ledger.last(ME)).isEqualTo(51);
        }
    }

    @Test
    void saysSoWhenItWasClosed() {
        var ledger = SqliteLedger.open(DataFolder.open(folder));
        ledger.close();
        ledger.close();

        assertSays(() -> ledger.last(ME), folder, "was closed");
        assertSays(() -> append(ledger), folder, "was closed");
    }

    @Test
    void namesTheEntryThatCannotBeRead() throws Exception {
        begin(folder);
        Tampering.with(folder, "update entry set facts = '{\"words\":' where seq = 7");

        try (var ledger = SqliteLedger.open(DataFolder.open(folder))) {
            assertSays(() -> ledger.entry(ME, 7), folder, "Entry 7", "run verify");
            assertThat(ledger.entry(ME, 8)).isPresent();
        }
    }

    @Test
    void usesAFolderWithAnyName() {
        var odd = folder.resolve("a b?c=d&é#%25 ünï'\"");

        begin(odd);

        try (var ledger = SqliteLedger.open(DataFolder.open(odd))) {
            assertThat(ledger.last(ME)).isEqualTo(50);
        }
        assertThat(odd.resolve("ledger.db")).exists();
    }

    private static void begin(Path folder) {
        try (var ledger = SqliteLedger.open(DataFolder.open(folder))) {
            for (var entry = 0; entry < 50; entry++) {
                append(ledger);
            }
        }
    }

    private static void appendForever(SqliteLedger ledger) {
        while (true) {
            append(ledger);
        }
    }

    private static void append(SqliteLedger ledger) {
        var last = ledger.last(ME);
        var letter = new LetterWritten(new Words(Map.of("text", "a letter ".repeat(100))));
        var events = last % 2 == 0 ? List.of(letter) : List.of(new DaySeen(Samples.DAY));
        ledger.append(ME, last, List.copyOf(events), Times.minute(last + 1));
    }

    private static void assertSays(ThrowingCallable action, Path where, String... parts) {
        assertThatThrownBy(action).isInstanceOfSatisfying(LedgerFault.class, fault -> assertSays(fault, where, parts));
    }

    private static void assertSays(LedgerFault fault, Path where, String... parts) {
        assertThat(fault.getMessage())
                .contains(where.toString())
                .contains(parts)
                .endsWith(".")
                .doesNotContain("\n")
                .doesNotContain("SQLITE");
    }
}
