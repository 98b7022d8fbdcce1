package org.nocontact.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocontact.core.Account;
import org.nocontact.core.Event;
import org.nocontact.core.Event.LetterBurned;
import org.nocontact.core.Event.LetterWritten;
import org.nocontact.core.Ledger.Verification.Broken;
import org.nocontact.core.Ledger.Verification.Whole;
import org.nocontact.core.Words;

/// Looks for burned words in the bytes of the files, as somebody would who has them in hand.
class BurnTest {
    private static final Account ME = Account.ME;
    private static final Account OTHER = new Account("other");

    @TempDir
    Path folder;

    @Test
    void leavesNothingOfTheWordsInAnyFile() throws IOException {
        try (var ledger = open()) {
            append(ledger, ME, letter("BURNTHIS " + "long ".repeat(3_000) + " BURNTHIS"), letter("KEEPTHIS"));
            assertThat(bytes()).contains("BURNTHIS");

            append(ledger, ME, new LetterBurned(1));

            assertThat(bytes()).doesNotContain("BURNTHIS").contains("KEEPTHIS");
        }
        assertThat(bytes()).doesNotContain("BURNTHIS").contains("KEEPTHIS");
    }

    /// Rows of all sizes in two accounts make SQLite split pages and join them; what is moved must not stay behind.
    @Test
    void leavesNothingWhereRowsCouldHaveBeenMoved() throws IOException {
        var random = new Random(4);
        try (var ledger = open()) {
            for (var round = 0; round < 40; round++) {
                append(ledger, round % 3 == 0 ? OTHER : ME, letters(random));
            }
            for (var account : List.of(ME, OTHER)) {
                burnInAnyOrder(ledger, account, random);
            }

            assertThat(bytes()).doesNotContain("BURNTHIS").contains("KEEPTHIS");
            assertThat(ledger.verify(ME)).isInstanceOf(Whole.class);
            assertThat(ledger.verify(OTHER)).isInstanceOf(Whole.class);
        }
    }

    private static Event[] letters(Random random) {
        return IntStream.range(0, 30)
                .mapToObj(_ -> {
                    var length = random.nextInt(12) == 0 ? random.nextInt(9_000) : random.nextInt(400);
                    return letter((random.nextInt(4) == 0 ? "KEEPTHIS" : "BURNTHIS").repeat(1 + length / 8));
                })
                .toArray(Event[]::new);
    }

    private static void burnInAnyOrder(SqliteLedger ledger, Account account, Random random) {
        var found = ledger.search(account, Set.of(), "BURNTHIS", Long.MAX_VALUE, 2_000);
        var burns = new ArrayList<Event>();
        found.forEach(entry -> burns.add(new LetterBurned(entry.seq())));
        Collections.shuffle(burns, random);
        for (var from = 0; from < burns.size(); from += 50) {
            append(
                    ledger,
                    account,
                    burns.subList(from, Math.min(from + 50, burns.size())).toArray(new Event[0]));
        }
    }

    @Test
    void leavesNothingOnceAReaderOfAnOlderStateIsDone() throws Exception {
        try (var ledger = open()) {
            append(ledger, ME, letter("BURNTHIS"));
            var reads = new CountDownLatch(1);
            var mayEnd = new CountDownLatch(1);
            var reader = Thread.ofVirtual()
                    .start(() -> ledger.readAtOneInstant(connection -> {
                        new Entries(connection, ME).head();
                        reads.countDown();
                        await(mayEnd);
                        return ME;
                    }));
            reads.await();
            append(ledger, ME, new LetterBurned(1));
            mayEnd.countDown();
            reader.join();

            append(ledger, ME, letter("afterwards"));

            assertThat(bytes()).doesNotContain("BURNTHIS").contains("afterwards");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void leavesNothingAfterErasing() throws IOException {
        try (var ledger = open()) {
            append(ledger, OTHER, letter("KEEPTHIS"));
            for (var letter = 0; letter < 30; letter++) {
                append(
                        ledger,
                        ME,
                        letter("ERASETHIS " + "x".repeat(letter * 100)),
                        new Event.DeviceAdded("ERASETHIS", "t"));
            }
            ledger.erase(ME);

            assertThat(bytes()).doesNotContain("ERASETHIS").contains("KEEPTHIS");
        }
    }

    @Test
    void putsNoBurnedWordsIntoABackup() throws IOException {
        try (var ledger = open()) {
            append(ledger, ME, letter("BURNTHIS"), letter("KEEPTHIS"), new LetterBurned(1));

            var backup = Backup.make(ledger, DataFolder.open(folder), LocalDateTime.of(2026, 3, 1, 1, 2));

            assertThat(Files.readString(backup, ISO_8859_1))
                    .doesNotContain("BURNTHIS")
                    .contains("KEEPTHIS");
        }
    }

    @Test
    void tellsWordsThatWereTakenOutFromWordsThatWereBurned() throws Exception {
        try (var ledger = open()) {
            append(ledger, ME, letter("one"), letter("two"), new LetterBurned(1));
            Tampering.with(folder, "update words set words = null, salt = null where seq = 2");

            assertThat(ledger.verify(ME))
                    .isEqualTo(new Broken(2, "The words of entry 2 are missing, and they were not burned."));
        }
    }

    @Test
    void noticesBurnedWordsThatWerePutBack() throws Exception {
        try (var ledger = open()) {
            append(ledger, ME, letter("one"));
            Tampering.with(folder, "create table kept as select * from words");
            append(ledger, ME, new LetterBurned(1));
            Tampering.with(folder, "delete from words; insert into words select * from kept");

            assertThat(ledger.verify(ME)).isEqualTo(new Broken(1, "The words of entry 1 were burned and are there."));
        }
    }

    private SqliteLedger open() {
        return SqliteLedger.open(DataFolder.open(folder));
    }

    /// All files of the ledger one after another, the log included.
    private String bytes() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                all.append(Files.readString(file, ISO_8859_1));
            }
        }
        return all.toString();
    }

    private static void append(SqliteLedger ledger, Account account, Event... events) {
        ledger.append(account, ledger.last(account), List.of(events), Times.minute(0));
    }

    private static LetterWritten letter(String text) {
        return new LetterWritten(Words.text(text));
    }
}
