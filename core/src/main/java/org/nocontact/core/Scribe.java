package org.nocontact.core;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// Writes an account's events down, one decision at a time, and keeps the story up to what the ledger holds.
///
/// Everything but [#look] and [#deciding] is to be called from within a decision.
final class Scribe {
    private static final int SNAPSHOT_EVERY = 1_000;
    private static final int MOST_TRIES = 100;

    private final Account account;
    private final Ledger ledger;
    private final TimeSource time;
    private final ZoneId usualZone;
    private final ReentrantLock lock = new ReentrantLock();
    private Story story;
    private TrustedClock.Mark mark;
    private long snapshotAt;

    Scribe(Account account, Ledger ledger, TimeSource time, ZoneId usualZone) {
        this.account = account;
        this.ledger = ledger;
        this.time = time;
        this.usualZone = usualZone;
        this.story = told();
        this.snapshotAt = story.last();
        this.mark = markOfTheLedger();
        catchUp();
    }

    private Story told() {
        return ledger.snapshot(account)
                .filter(snapshot -> snapshot.version() == Story.Snapshot.VERSION)
                .filter(snapshot -> snapshot.last() <= ledger.last(account))
                .map(Story::of)
                .orElseGet(Story::new);
    }

    private TrustedClock.Mark markOfTheLedger() {
        var reading = time.read();
        return ledger.mark(account)
                .map(last -> TrustedClock.after(last, reading))
                .orElseGet(() -> TrustedClock.begin(reading));
    }

    <T> T look(BiFunction<Story, Now, T> reader) {
        lock.lock();
        try {
            catchUp();
            return reader.apply(story, now());
        } finally {
            lock.unlock();
        }
    }

    /// Runs a decision on the ledger as it is, once more whenever another program wrote to it in between. A decision
    /// writes at most once, as the last thing it does that can fail.
    <T> T deciding(Function<Now, T> decision) {
        lock.lock();
        try {
            for (var tries = 1; ; tries++) {
                try {
                    catchUp();
                    return decision.apply(now());
                } catch (LedgerMovedOn movedOn) {
                    if (tries == MOST_TRIES) {
                        throw movedOn;
                    }
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// Runs what puts another ledger in the place of this one, and goes on from what is there afterwards.
    <T> T replacing(Supplier<T> replacement) {
        lock.lock();
        try {
            return replacement.get();
        } finally {
            try {
                story = told();
                snapshotAt = story.last();
                mark = markOfTheLedger();
                catchUp();
            } finally {
                lock.unlock();
            }
        }
    }

    Story story() {
        return story;
    }

    /// Writes down what the person did, which also shows that they were here today.
    ///
    /// @return the number of the event's entry
    long record(Now now, Event event) {
        return record(now, List.of(event));
    }

    long record(Now now, List<? extends Event> events) {
        if (isSeen(now)) {
            return append(events);
        }
        var withTheDay = new ArrayList<Event>();
        withTheDay.add(new Event.DaySeen(now.day()));
        withTheDay.addAll(events);
        return append(withTheDay);
    }

    /// Whether it is known already that the person was here today, or does not count.
    boolean isSeen(Now now) {
        if (story.rule().isEmpty()) {
            return true;
        }
        return story.days()
                .map(days -> now.day().isBefore(days.first()) || days.of(now.day()) != Days.Mark.UNKNOWN)
                .orElse(true);
    }

    /// Writes down what happened without the person.
    long append(List<? extends Event> events) {
        var from = events.stream().anyMatch(Scribe::beginsAWait) ? mark.whereAWaitBegins() : mark;
        var entries = ledger.append(account, story.last(), List.copyOf(events), from);
        mark = from;
        entries.forEach(story::add);
        keepSnapshotNowAndThen();
        return entries.getLast().seq();
    }

    /// Keeps what makes the next start quick.
    void close() {
        lock.lock();
        try {
            catchUp();
            now();
            if (story.last() > 0) {
                ledger.keepMark(account, story.last(), mark);
                ledger.keepSnapshot(account, story.snapshot());
            }
        } finally {
            lock.unlock();
        }
    }

    private static boolean beginsAWait(Event event) {
        return event instanceof Event.LooseningAsked || event instanceof Event.ReachOutReceived;
    }

    /// What was written stays written when the snapshot cannot be kept: the next one will do.
    private void keepSnapshotNowAndThen() {
        if (story.last() - snapshotAt < SNAPSHOT_EVERY) {
            return;
        }
        snapshotAt = story.last();
        try {
            ledger.keepSnapshot(account, story.snapshot());
        } catch (LedgerFault notKept) {
            return;
        }
    }

    private void catchUp() {
        var last = ledger.last(account);
        if (last == story.last()) {
            return;
        }
        if (last < story.last()) {
            beginAgain();
        }
        ledger.read(account, story.last(), story::add);
        // Also where the other writer knew of less time than this one: a wait that it began would seem to be older
        // here.
        mark = ledger.mark(account).orElse(mark);
    }

    /// Somebody erased the ledger.
    private void beginAgain() {
        story = new Story();
        snapshotAt = 0;
        mark = TrustedClock.begin(time.read());
    }

    private Now now() {
        mark = TrustedClock.after(mark, time.read());
        return new Now(mark.reading().wall(), mark.trusted(), zone());
    }

    private ZoneId zone() {
        var name = story.settings().get(Keeper.ZONE);
        try {
            return name == null ? usualZone : ZoneId.of(name);
        } catch (DateTimeException unknownZone) {
            return usualZone;
        }
    }
}
