package org.nocontact.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Account;
import org.nocontact.core.Act;
import org.nocontact.core.Clause;
import org.nocontact.core.Entry;
import org.nocontact.core.Event;
import org.nocontact.core.Event.AttemptHeld;
import org.nocontact.core.Event.DaySeen;
import org.nocontact.core.Event.LetterBurned;
import org.nocontact.core.Event.LetterWritten;
import org.nocontact.core.Ledger;
import org.nocontact.core.Ledger.Verification.Whole;
import org.nocontact.core.LedgerMovedOn;
import org.nocontact.core.Story;
import org.nocontact.core.TimeSource;
import org.nocontact.core.TrustedClock.Mark;
import org.nocontact.core.Words;

/// What every ledger has to keep to, whatever it is kept on.
public abstract class LedgerContract {
    private static final Account ME = Account.ME;
    private static final Account OTHER = new Account("other");

    /// A ledger without entries, the same one for the whole test.
    protected abstract Ledger ledger();

    @Test
    void beginsEmpty() {
        assertThat(ledger().last(ME)).isZero();
        assertThat(ledger().mark(ME)).isEmpty();
        assertThat(ledger().snapshot(ME)).isEmpty();
        assertThat(ledger().entry(ME, 1)).isEmpty();
        assertThat(ledger().newest(ME, Set.of(), Long.MAX_VALUE, 10)).isEmpty();
        assertThat(all(ME)).isEmpty();
        assertThat(ledger().verify(ME)).isEqualTo(new Whole(0, ""));
    }

    @Test
    void givesBackWhatWasAppended() {
        var appended = append(Samples.events());

        assertThat(appended).extracting(Entry::event).isEqualTo(Samples.events());
        assertThat(appended)
                .extracting(Entry::seq)
                .isEqualTo(upTo(Samples.events().size()));
        assertThat(all(ME)).isEqualTo(appended);
        assertThat(appended)
                .allSatisfy(entry -> assertThat(ledger().entry(ME, entry.seq())).contains(entry));
        assertThat(ledger().verify(ME)).isInstanceOf(Whole.class);
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void writesDownBothClocksToTheNanosecond() {
        append(new DaySeen(Samples.DAY));

        var mark = Times.minute(0);
        assertThat(all(ME)).extracting(Entry::at).containsExactly(mark.reading().wall());
        assertThat(all(ME)).extracting(Entry::trusted).containsExactly(mark.trusted());
    }

    @Test
    void readsFromWhereTheReaderIs() {
        var appended = append(days(1_234));

        var read = new ArrayList<Entry>();
        ledger().read(ME, 500, read::add);

        assertThat(read).isEqualTo(appended.subList(500, 1_234));
    }

    @Test
    void refusesAnAppendThatWasDecidedBeforeAnother() {
        append(days(3));

        assertThatThrownBy(() -> ledger().append(ME, 2, days(1), Times.minute(9)))
                .isInstanceOf(LedgerMovedOn.class);
        assertThatThrownBy(() -> ledger().append(ME, 4, days(1), Times.minute(9)))
                .isInstanceOf(LedgerMovedOn.class);
        assertThat(ledger().last(ME)).isEqualTo(3);
        assertThat(ledger().mark(ME)).contains(Times.minute(0));
    }

    @Test
    void addsNothingWhereNothingHappened() {
        assertThat(append(List.of())).isEmpty();
        append(days(1));
        assertThat(append(List.of())).isEmpty();

        assertThat(ledger().last(ME)).isEqualTo(1);
        assertThat(ledger().verify(ME)).isInstanceOf(Whole.class);
    }

    @Test
    void keepsAccountsApart() {
        ledger().append(ME, 0, List.of(new DaySeen(Samples.DAY)), Times.minute(1));
        ledger().append(OTHER, 0, days(2), Times.minute(2));

        assertThat(all(ME)).extracting(Entry::event).containsExactly(new DaySeen(Samples.DAY));
        assertThat(ledger().last(OTHER)).isEqualTo(2);
        assertThat(ledger().mark(ME)).contains(Times.minute(1));
        assertThat(ledger().search(ME, Set.of(), "letter", Long.MAX_VALUE, 9)).isEmpty();
        assertThat(ledger().verify(ME)).isNotEqualTo(ledger().verify(OTHER));
    }

    @Test
    void findsTheNewestOfSomeKinds() {
        for (var round = 0; round < 10; round++) {
            append(new DaySeen(Samples.DAY), letter("letter " + round), new LetterBurned(99));
        }
        var letters = Set.<Class<? extends Event>>of(LetterWritten.class);
        var two = Set.<Class<? extends Event>>of(LetterWritten.class, DaySeen.class);

        assertThat(seqs(ledger().newest(ME, letters, Long.MAX_VALUE, 3))).containsExactly(29L, 26L, 23L);
        assertThat(seqs(ledger().newest(ME, letters, 23, 2))).containsExactly(20L, 17L);
        assertThat(seqs(ledger().newest(ME, two, 23, 3))).containsExactly(22L, 20L, 19L);
        assertThat(seqs(ledger().newest(ME, Set.of(), 23, 3))).containsExactly(22L, 21L, 20L);
        assertThat(ledger().newest(ME, Set.of(Event.SlipRecorded.class), Long.MAX_VALUE, 3))
                .isEmpty();
        assertThat(ledger().newest(ME, letters, 1, 3)).isEmpty();
        assertThat(ledger().newest(ME, letters, Long.MAX_VALUE, 0)).isEmpty();
    }

    @Test
    void searchesWordsWithLetterCaseAside() {
        append(letter("Ich VERMISSE dich"), letter("Ärger"), letter("STRASSE"), letter("Cafe\u0301"), letter("100%"));
        append(new Event.DeviceAdded("vermisse", "ärger"));

        assertThat(found("vermisse")).containsExactly(1L);
        assertThat(found("äRGER")).containsExactly(2L);
        assertThat(found("straße")).containsExactly(3L);
        assertThat(found("café")).containsExactly(4L);
        assertThat(found("%")).containsExactly(5L);
        assertThat(found("text")).isEmpty();
        assertThat(found("arger")).isEmpty();
    }

    private List<Long> found(String needle) {
        return seqs(ledger().search(ME, Set.of(), needle, Long.MAX_VALUE, 10));
    }

    @Test
    void searchesNewestFirstInPages() {
        append(LongStream.rangeClosed(1, 1_200)
                .mapToObj(number -> (Event) letter(number % 100 == 0 ? "wine" : "water"))
                .toList());
        append(new Event.UrgeBegan(3, Words.text("wine")));
        var letters = Set.<Class<? extends Event>>of(LetterWritten.class);

        assertThat(seqs(ledger().search(ME, letters, "WINE", Long.MAX_VALUE, 3)))
                .containsExactly(1200L, 1100L, 1000L);
        assertThat(seqs(ledger().search(ME, letters, "wine", 300, 9))).containsExactly(200L, 100L);
        assertThat(seqs(ledger().search(ME, Set.of(), "wine", Long.MAX_VALUE, 2)))
                .containsExactly(1201L, 1200L);
    }

    @Test
    void burnsTheWordsAndKeepsTheFacts() {
        append(held("please come back"), letter("second"));
        append(new LetterBurned(1));

        assertThat(ledger().entry(ME, 1).orElseThrow().event()).isEqualTo(held(""));
        assertThat(all(ME)).extracting(Entry::burned).containsExactly(true, false, false);
        assertThat(found("come back")).isEmpty();
        assertThat(found("second")).containsExactly(2L);
        assertThat(ledger().verify(ME)).isInstanceOf(Whole.class);
    }

    @Test
    void burnsWhatWasWrittenInTheSameStep() {
        var appended = append(letter("first"), letter("second"), new LetterBurned(1));

        assertThat(appended).extracting(Entry::burned).containsExactly(true, false, false);
        assertThat(all(ME)).isEqualTo(appended);
    }

    @Test
    void doesNotCallAnEntryBurnedThatNeverHadWords() {
        append(letter(""), new LetterBurned(1), new LetterBurned(77));

        assertThat(all(ME)).extracting(Entry::burned).containsOnly(false);
        assertThat(ledger().verify(ME)).isInstanceOf(Whole.class);
    }

    @Test
    void keepsTheLatestMarkOfTheClock() {
        append(new DaySeen(Samples.DAY));
        ledger().keepMark(ME, 1, Times.minute(5));

        assertThat(ledger().mark(ME)).contains(Times.minute(5));
        assertThat(ledger().last(ME)).isEqualTo(1);
    }

    @Test
    void leavesTheMarkOfAWriterThatWasFaster() {
        append(new DaySeen(Samples.DAY));
        var kept = ledger().mark(ME);
        ledger().keepMark(ME, 0, Times.minute(5));

        assertThat(ledger().mark(ME)).isEqualTo(kept);
    }

    @Test
    void neverTakesTheClockBack() {
        append(new DaySeen(Samples.DAY));
        ledger().keepMark(ME, 1, Times.minute(5));
        ledger().keepMark(ME, 1, Times.minute(3));
        ledger().append(ME, 1, days(1), Times.minute(4));

        assertThat(ledger().mark(ME)).contains(Times.minute(5));
    }

    @Test
    void keepsOddReadingsOfTheClock() {
        var odd =
                new Mark(Instant.MAX, new TimeSource.Reading(Instant.MIN, "ä'\"\n", Duration.ofNanos(-1), false), null);
        ledger().keepMark(ME, 0, odd);

        assertThat(ledger().mark(ME)).contains(odd);
    }

    @Test
    void keepsASnapshotOfTheStory() {
        var story = new Story();
        append(Samples.events()).forEach(story::add);
        ledger().keepSnapshot(ME, story.snapshot());
        append(days(3)).forEach(story::add);

        var resumed = Story.of(ledger().snapshot(ME).orElseThrow());
        ledger().read(ME, resumed.last(), resumed::add);

        assertThat(resumed.snapshot()).isEqualTo(story.snapshot());
        assertThat(ledger().verify(ME)).isInstanceOf(Whole.class);
    }

    @Test
    void keepsTheLatestSnapshotOnly() {
        var story = new Story();
        append(days(3)).forEach(story::add);
        ledger().keepSnapshot(ME, story.snapshot());
        append(days(3)).forEach(story::add);
        ledger().keepSnapshot(ME, story.snapshot());

        assertThat(ledger().snapshot(ME)).contains(story.snapshot());
        assertThat(ledger().snapshot(OTHER)).isEmpty();
    }

    @Test
    void tellsTheLastHashWhichChangesWithEveryEntry() {
        append(days(2));
        var before = (Whole) ledger().verify(ME);
        append(days(1));
        var after = (Whole) ledger().verify(ME);

        assertThat(before.entries()).isEqualTo(2);
        assertThat(after.entries()).isEqualTo(3);
        assertThat(before.lastHash()).hasSize(64).isNotEqualTo(after.lastHash());
    }

    @Test
    void erasesOneAccountWithAllThatIsKeptOfIt() {
        append(Samples.events());
        ledger().append(OTHER, 0, List.of(letter("mine")), Times.minute(0));
        ledger().erase(ME);

        beginsEmpty();
        assertThat(all(OTHER)).hasSize(1);
        assertThat(append(days(1))).extracting(Entry::seq).containsExactly(1L);
    }

    private List<Entry> append(Event... events) {
        return append(List.of(events));
    }

    private List<Entry> append(List<Event> events) {
        return ledger().append(ME, ledger().last(ME), events, Times.minute(0));
    }

    private List<Entry> all(Account account) {
        var read = new ArrayList<Entry>();
        ledger().read(account, 0, read::add);
        return read;
    }

    private static List<Long> seqs(List<Entry> entries) {
        return entries.stream().map(Entry::seq).toList();
    }

    private static List<Event> days(int count) {
        return LongStream.range(0, count)
                .mapToObj(day -> (Event) new DaySeen(Samples.DAY.plusDays(day)))
                .toList();
    }

    private static LetterWritten letter(String text) {
        return new LetterWritten(new Words(Map.of("text", text)));
    }

    private static AttemptHeld held(String text) {
        return new AttemptHeld(Act.TEXT, Samples.NAME, new Clause.HeldAct(Act.TEXT), "hand", Words.text(text));
    }
}
