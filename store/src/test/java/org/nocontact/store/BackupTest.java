package org.nocontact.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocontact.core.Account;
import org.nocontact.core.Entry;
import org.nocontact.core.LedgerFault;

class BackupTest {
    private static final Account ME = Account.ME;
    private static final LocalDateTime AT = LocalDateTime.of(2026, 11, 25, 0, 31);

    @TempDir
    Path path;

    private DataFolder folder;
    private SqliteLedger ledger;

    @BeforeEach
    void open() {
        folder = DataFolder.open(path.resolve("data"));
        ledger = SqliteLedger.open(folder);
        ledger.append(ME, 0, Samples.events(), Times.minute(0));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void isAWholeLedgerInOneFile() throws IOException {
        var backup = Backup.make(ledger, folder, AT);

        assertThat(backup).isEqualTo(folder.path().resolve("backups/ledger-2026-11-25-0031.db"));
        try (var files = Files.list(folder.backups())) {
            assertThat(files).containsExactly(backup);
        }
        var restored = DataFolder.open(path.resolve("restored"));
        Files.copy(backup, restored.path().resolve("ledger.db"));
        try (var copy = SqliteLedger.open(restored)) {
            assertThat(all(copy)).isEqualTo(all(ledger));
            assertThat(copy.verify(ME)).isEqualTo(ledger.verify(ME));
            assertThat(copy.mark(ME)).isEqualTo(ledger.mark(ME));
        }
    }

    @Test
    void keepsEarlierOnes() throws IOException {
        var first = Backup.make(ledger, folder, AT);
        var bytes = Files.readAllBytes(first);
        ledger.append(ME, ledger.last(ME), Samples.events(), Times.minute(1));

        assertThat(Backup.make(ledger, folder, AT)).hasFileName("ledger-2026-11-25-0031-2.db");
        assertThat(Backup.make(ledger, folder, AT)).hasFileName("ledger-2026-11-25-0031-3.db");
        assertThat(first).hasBinaryContent(bytes);
    }

    @Test
    void isForOneselfOnly() throws IOException {
        Parts.need(Files.getFileStore(path).supportsFileAttributeView("posix"), "file permissions");

        var backup = Backup.make(ledger, folder, AT);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.backups())))
                .isEqualTo("rwx------");
    }

    @Test
    void isNotMadeOfALedgerThatIsNotAsItWasWritten() throws Exception {
        Tampering.with(folder.path(), "update entry set at = '2020-01-01T00:00:00Z' where seq = 3");

        assertThatThrownBy(() -> Backup.make(ledger, folder, AT))
                .isInstanceOf(LedgerFault.class)
                .hasMessageContaining("Entry 3")
                .hasMessageContaining("earlier backups are unchanged");
        assertThat(folder.backups()).isEmptyDirectory();
    }

    private static List<Entry> all(SqliteLedger ledger) {
        var read = new ArrayList<Entry>();
        ledger.read(ME, 0, read::add);
        return read;
    }
}
