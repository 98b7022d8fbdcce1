package org.nocontact.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocontact.core.Account;
import org.nocontact.core.Entry;
import org.nocontact.core.Event;
import org.nocontact.core.Event.LetterWritten;
import org.nocontact.core.Ledger.Verification.Whole;
import org.nocontact.core.LedgerMovedOn;
import org.nocontact.core.Words;

class ConcurrencyTest {
    private static final Account ME = Account.ME;
    private static final int WRITERS = 8;
    private static final int EACH = 25;

    @TempDir
    Path folder;

    @Test
    void manyThreadsOfOneProgramLeaveNoGapAndNoDuplicate() throws Exception {
        try (var ledger = open()) {
            inParallel(IntStream.range(0, WRITERS)
                    .<Callable<Boolean>>mapToObj(writer -> () -> write(ledger, writer))
                    .toList());

            assertHoldsEverything(ledger);
        }
    }

    @Test
    void severalProgramsOnOneFileLeaveNoGapAndNoDuplicate() throws Exception {
        try (var one = open();
                var two = open()) {
            inParallel(IntStream.range(0, WRITERS)
                    .<Callable<Boolean>>mapToObj(writer -> () -> write(writer % 2 == 0 ? one : two, writer))
                    .toList());

            assertHoldsEverything(one);
            assertHoldsEverything(two);
        }
    }

    @Test
    void readersSeeAWholeLedgerWhileOthersWrite() throws Exception {
        try (var ledger = open()) {
            var written = new AtomicBoolean();
            Callable<Boolean> reader = () -> {
                do {
                    assertThat(ledger.verify(ME)).isInstanceOf(Whole.class);
                    ledger.newest(ME, Set.of(LetterWritten.class), Long.MAX_VALUE, 20);
                } while (!written.get());
                return true;
            };
            Callable<Boolean> writer = () -> {
                try {
                    return write(ledger, 0);
                } finally {
                    written.set(true);
                }
            };

            inParallel(List.of(reader, reader, writer));

            assertThat(ledger.last(ME)).isEqualTo(EACH);
        }
    }

    @Test
    void readingWithinReadingWorks() {
        try (var ledger = open()) {
            write(ledger, 0);
            var found = new ArrayList<Entry>();

            ledger.read(ME, 0, entry -> ledger.entry(ME, entry.seq()).ifPresent(found::add));

            assertThat(found).hasSize(EACH);
        }
    }

    private SqliteLedger open() {
        return SqliteLedger.open(DataFolder.open(folder));
    }

    /// As [org.nocontact.core.Keeper] does: catches up whenever another writer was faster.
    private static boolean write(SqliteLedger ledger, int writer) {
        for (var letter = 0; letter < EACH; ) {
            try {
                ledger.append(ME, ledger.last(ME), List.of(letter(writer, letter)), Times.minute(0));
                letter++;
            } catch (LedgerMovedOn _) {
                Thread.onSpinWait();
            }
        }
        return true;
    }

    private static Event letter(int writer, int letter) {
        return new LetterWritten(Words.text(writer + "/" + letter));
    }

    private static void assertHoldsEverything(SqliteLedger ledger) {
        var entries = new ArrayList<Entry>();
        ledger.read(ME, 0, entries::add);
        assertThat(entries)
                .extracting(Entry::seq)
                .isEqualTo(IntStream.rangeClosed(1, WRITERS * EACH)
                        .mapToObj(number -> (long) number)
                        .toList());
        assertThat(entries)
                .extracting(Entry::event)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, WRITERS * EACH)
                        .mapToObj(number -> letter(number / EACH, number % EACH))
                        .toList());
        assertThat(ledger.verify(ME)).isInstanceOf(Whole.class);
    }

    private static void inParallel(List<Callable<Boolean>> work) throws Exception {
        try (var threads = Executors.newCachedThreadPool()) {
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        }
    }
}
