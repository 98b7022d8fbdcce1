package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Verdict.Hold;

class KeeperFaultsTest {
    private final InMemoryLedger kept = new InMemoryLedger();
    private final TurnedClock clock = new TurnedClock();
    private final FailingLedger ledger = new FailingLedger();
    private final Keeper keeper = keeper();

    @Test
    void acknowledgesWhatIsDurableWhenTheSnapshotCannotBeKept() {
        keeper.setRule(Rules.noContact(), null);
        ledger.keepsNoSnapshot = true;
        var letters = IntStream.range(0, 1_100)
                .mapToObj(i -> keeper.writeLetter(Words.text("letter " + i)))
                .toList();
        assertThat(letters).doesNotHaveDuplicates();
        assertThat(kept.last(Account.ME)).isEqualTo(1_101);
    }

    @Test
    void holdsNothingBackAndForgetsNothingWhenTheLedgerCannotBeWritten() {
        keeper.setRule(Rules.noContact(), null);
        ledger.writesNothing = true;
        assertThatThrownBy(this::attempt).isInstanceOf(LedgerFault.class);
        ledger.writesNothing = false;
        assertThat(attempt().letter()).isEqualTo(2L);
    }

    @Test
    void goesOnWhenAnEntryWasWrittenThatTheLedgerCouldNotVouchFor() {
        keeper.setRule(Rules.noContact(), null);
        ledger.failsAfterwards = true;
        assertThatThrownBy(this::attempt).isInstanceOf(LedgerFault.class);
        ledger.failsAfterwards = false;
        assertThat(attempt().letter()).isEqualTo(2L);
        assertThat(kept.last(Account.ME)).isEqualTo(2);
    }

    @Test
    void decidesAgainWhenAnotherWriterWasFaster() {
        keeper.setRule(Rules.noContact(), null);
        ledger.before = () -> kept.append(
                Account.ME,
                1,
                List.of(new Event.RuleTightened(List.of(new Change.LengthenReplyPause(Rule.LONGEST_REPLY_PAUSE)))),
                kept.mark(Account.ME).orElseThrow());
        assertThat(attempt().letter()).isEqualTo(3L);
    }

    @Test
    void beginsAgainWhenTheLedgerWasErased() {
        keeper.setRule(Rules.noContact(), null);
        attempt();
        kept.erase(Account.ME);
        assertThat(attempt().verdict()).isEqualTo(Verdict.PASS);
        assertThat(keeper.setRule(Rules.noContact(), null).begun()).isTrue();
        assertThat(attempt().verdict()).isInstanceOf(Hold.class);
    }

    @Test
    void doesWithoutASnapshotThatDoesNotFit() {
        keeper.setRule(Rules.noContact(), null);
        keeper.close();
        var snapshot = kept.snapshot(Account.ME).orElseThrow();
        ledger.snapshot = new Story.Snapshot(
                -1,
                snapshot.last(),
                snapshot.standing(),
                snapshot.days(),
                snapshot.countedFrom(),
                snapshot.urges(),
                Counts.NONE.withSlip(),
                snapshot.latestHeld(),
                snapshot.latestSlips(),
                snapshot.sent(),
                snapshot.notes(),
                snapshot.devices(),
                snapshot.guards(),
                snapshot.settings());
        keeper().look((story, _) -> assertThat(story.counts()).isEqualTo(Counts.NONE));
        var ahead = new Story();
        ahead.add(new Entry(1, clock.truth(), clock.truth(), new Event.LetterWritten(Words.NONE), false));
        ahead.add(new Entry(2, clock.truth(), clock.truth(), new Event.LetterWritten(Words.NONE), false));
        ledger.snapshot = ahead.snapshot();
        keeper().look((story, _) -> assertThat(story.counts()).isEqualTo(Counts.NONE));
    }

    @Test
    void startsFromItsSnapshotWithTheSameStory() {
        keeper.setRule(Rules.noContact(), null);
        attempt();
        keeper.close();
        var before = keeper.look((story, _) -> story.snapshot());
        assertThat(kept.snapshot(Account.ME)).contains(before);
        var after = keeper().look((story, _) -> story.snapshot());
        assertThat(after).isEqualTo(before);
    }

    private Keeper.Answer attempt() {
        return keeper.attempt(Attempts.text(Rules.DANIEL, "I miss you"));
    }

    private Keeper keeper() {
        return new Keeper(Account.ME, ledger, clock, ZoneOffset.UTC, DraftReader.leavingItToThePerson());
    }

    /// A ledger whose disk is full, or breaks, when the test says so.
    private final class FailingLedger implements Ledger {
        private boolean keepsNoSnapshot;
        private boolean writesNothing;
        private boolean failsAfterwards;
        private Runnable before = () -> {};
        private Story.@Nullable Snapshot snapshot;

        @Override
        public List<Entry> append(Account account, long after, List<Event> events, TrustedClock.Mark mark) {
            if (writesNothing) {
                throw new LedgerFault("The disk is full.");
            }
            var first = before;
            before = () -> {};
            first.run();
            var added = kept.append(account, after, events, mark);
            if (failsAfterwards) {
                throw new LedgerFault("The disk went away.");
            }
            return added;
        }

        @Override
        public void keepSnapshot(Account account, Story.Snapshot snapshot) {
            if (keepsNoSnapshot) {
                throw new LedgerFault("The disk is full.");
            }
            kept.keepSnapshot(account, snapshot);
        }

        @Override
        public Optional<Story.Snapshot> snapshot(Account account) {
            return snapshot == null ? kept.snapshot(account) : Optional.of(snapshot);
        }

        @Override
        public void read(Account account, long after, Consumer<Entry> reader) {
            kept.read(account, after, reader);
        }

        @Override
        public Optional<Entry> entry(Account account, long seq) {
            return kept.entry(account, seq);
        }

        @Override
        public List<Entry> newest(Account account, Set<Class<? extends Event>> kinds, long before, int limit) {
            return kept.newest(account, kinds, before, limit);
        }

        @Override
        public List<Entry> search(
                Account account, Set<Class<? extends Event>> kinds, String needle, long before, int limit) {
            return kept.search(account, kinds, needle, before, limit);
        }

        @Override
        public long last(Account account) {
            return kept.last(account);
        }

        @Override
        public Optional<TrustedClock.Mark> mark(Account account) {
            return kept.mark(account);
        }

        @Override
        public void keepMark(Account account, long after, TrustedClock.Mark mark) {
            kept.keepMark(account, after, mark);
        }

        @Override
        public Verification verify(Account account) {
            return kept.verify(account);
        }

        @Override
        public void erase(Account account) {
            kept.erase(account);
        }

        @Override
        public void close() {}
    }
}
