package org.nocontact.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocontact.core.Account;
import org.nocontact.core.Entry;
import org.nocontact.core.Event.LetterBurned;
import org.nocontact.core.Ledger.Verification.Whole;

/// A ledger that the first version wrote, with every event there was. `-Dnocontact.golden=write` made it.
class FirstLedgerTest {
    private static final Account ME = Account.ME;
    private static final Path FIRST = Path.of("src/test/resources/org/nocontact/store/ledger-0001.db");
    private static final String LAST_HASH = "5f49167c55f67e1cce394660c3d41e2c76f032b995d4376c994b38c3f7377bed";

    @TempDir
    Path folder;

    @Test
    void isOpenedReadAndVerifiedByThisVersion() throws IOException {
        if ("write".equals(System.getProperty("nocontact.golden")) && Files.notExists(FIRST)) {
            write();
        }
        Files.copy(FIRST, folder.resolve("ledger.db"));
        try (var ledger = SqliteLedger.open(DataFolder.open(folder))) {
            var entries = new ArrayList<Entry>();
            ledger.read(ME, 0, entries::add);

            assertThat(ledger.verify(ME)).isEqualTo(new Whole(entries.size(), LAST_HASH));
            assertThat(ledger.mark(ME)).contains(Times.minute(3));
            assertThat(entries).filteredOn(Entry::burned).extracting(Entry::seq).containsExactly(9L);
            assertThat(entries).hasSize(58);
            assertThat(entries)
                    .extracting(entry -> entry.event().words().text())
                    .contains("Hi 🙂", "rang Mia");
        }
    }

    private void write() throws IOException {
        var made = folder.resolve("made");
        try (var ledger = SqliteLedger.open(DataFolder.open(made))) {
            ledger.append(ME, 0, Samples.events(), Times.minute(2));
            ledger.append(ME, ledger.last(ME), List.of(new LetterBurned(9)), Times.minute(3));
        }
        Files.copy(made.resolve("ledger.db"), FIRST, StandardCopyOption.REPLACE_EXISTING);
    }
}
