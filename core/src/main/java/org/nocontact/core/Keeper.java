package org.nocontact.core;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Clause.ReplyLater;
import org.nocontact.core.Verdict.Allow;
import org.nocontact.core.Verdict.Hold;
import org.nocontact.core.Verdict.Pass;

/// Keeps one person's rule with them: takes what they do, decides by the rule, writes it down, and only then answers.
/// Everything
/// that changes a ledger goes through here.
///
/// Safe for several threads. What it returns is durable. A [LedgerFault] means that nothing happened.
public final class Keeper implements AutoCloseable {
    /// The setting that names the time zone a person lives in, such as `Europe/Berlin`.
    public static final String ZONE = "zone";

    private static final Set<Act> CAN_CARRY_A_LETTER = Set.of(Act.TEXT, Act.EMAIL, Act.PICTURE);
    private static final int SNAPSHOT_EVERY = 1_000;
    private static final int MOST_TRIES = 100;

    private final Account account;
    private final Ledger ledger;
    private final TimeSource time;
    private final ZoneId usualZone;
    private final Gate gate;
    private final ReentrantLock lock = new ReentrantLock();
    private Story story;
    private TrustedClock.Mark mark;
    private long snapshotAt;

    /// @param usualZone the zone where the person did not set one
    public Keeper(Account account, Ledger ledger, TimeSource time, ZoneId usualZone, DraftReader drafts) {
        this.account = account;
        this.ledger = ledger;
        this.time = time;
        this.usualZone = usualZone;
        this.gate = new Gate(drafts, this::matches);
        this.story = told();
        this.snapshotAt = story.last();
        catchUp();
        this.mark = markOfTheLedger();
    }

    private Story told() {
        return ledger.snapshot(account).map(Story::of).orElseGet(Story::new);
    }

    private TrustedClock.Mark markOfTheLedger() {
        var reading = time.read();
        return ledger.mark(account)
                .map(last -> TrustedClock.after(last, reading))
                .orElseGet(() -> TrustedClock.begin(reading));
    }

    /// Looks at the story as it is now. The function must not keep the story.
    public <T> T look(BiFunction<Story, Now, T> reader) {
        lock.lock();
        try {
            return reader.apply(story, now());
        } finally {
            lock.unlock();
        }
    }

    /// The ledger that the story is told by, to read words and lists from.
    public Ledger ledger() {
        return ledger;
    }

    public Account account() {
        return account;
    }

    /// @param entry the number of the entry that records the attempt; null for a pass, which is not recorded
    /// @param letter the number of the unsent letter that its words became
    /// @param askAgainAt when it would be allowed, where that is known
    public record Answer(
            Verdict verdict,
            @Nullable Long entry,
            @Nullable Long letter,
            @Nullable Instant askAgainAt) {}

    /// Decides about an attempt. Without a rule everything passes.
    public Answer attempt(Attempt attempt) {
        return deciding(now -> {
            var rule = story.rule().orElse(null);
            var verdict = rule == null ? Verdict.PASS : gate.decide(attempt, rule, story.openings(), now.trusted());
            return switch (verdict) {
                case Pass _ -> new Answer(verdict, null, null, null);
                case Allow(var clause) -> {
                    var seq =
                            record(now, new Event.AttemptAllowed(attempt.act(), attempt.to(), clause, attempt.guard()));
                    yield new Answer(verdict, seq, null, null);
                }
                case Hold(var clause) -> {
                    var held = new Event.AttemptHeld(
                            attempt.act(), attempt.to(), clause, attempt.guard(), attempt.words());
                    var seq = record(now, held);
                    yield new Answer(verdict, seq, attempt.words().isEmpty() ? null : seq, opensAt(clause, now));
                }
            };
        });
    }

    /// What setting a rule came to.
    ///
    /// @param begun whether there was no rule before
    /// @param done the tightening changes, in force now
    /// @param waiting the loosenings that wait, new or asked for earlier, with the day they can be confirmed
    public record Outcome(boolean begun, List<Change> done, List<Pending> waiting) {}

    /// Begins the rule, or moves from the rule in force to this one: what tightens is done, what loosens waits.
    ///
    /// @param lastContact the day of the last contact; looked at only when the rule begins
    public Outcome setRule(Rule wanted, @Nullable LocalDate lastContact) {
        return deciding(now -> {
            var current = story.rule().map(RuleInForce::rule).orElse(null);
            return current == null ? begin(wanted, lastContact, now) : revise(current, wanted, now);
        });
    }

    private Outcome begin(Rule rule, @Nullable LocalDate lastContact, Now now) {
        if (lastContact != null && lastContact.isAfter(now.day())) {
            throw new InvalidRule("The last contact cannot lie in the future.");
        }
        if (lastContact != null && lastContact.isBefore(now.day().minusYears(50))) {
            throw new InvalidRule("The last contact cannot lie more than 50 years back.");
        }
        record(now, new Event.RuleBegun(rule, now.day(), lastContact));
        return new Outcome(true, List.of(), List.of());
    }

    private Outcome revise(Rule current, Rule wanted, Now now) {
        var revision = Revision.between(current, wanted);
        var events = new ArrayList<Event>();
        if (!revision.tightening().isEmpty()) {
            events.add(new Event.RuleTightened(revision.tightening()));
        }
        var alreadyWaiting = story.pending(now.trusted());
        revision.loosening().stream()
                .filter(change -> alreadyWaiting.stream().noneMatch(waiting -> asksFor(waiting, change)))
                .map(change -> new Event.LooseningAsked(new Loosening.ChangeRule(List.of(change))))
                .forEach(events::add);
        if (!events.isEmpty()) {
            recordAll(now, events);
        }
        var waiting = story.pending(now.trusted()).stream()
                .filter(pending -> revision.loosening().stream().anyMatch(change -> asksFor(pending, change)))
                .toList();
        return new Outcome(false, revision.tightening(), waiting);
    }

    private static boolean asksFor(Pending waiting, Change change) {
        return waiting.loosening() instanceof Loosening.ChangeRule(var changes) && changes.contains(change);
    }

    /// Asks for a loosening; the same one that waits already goes on waiting.
    ///
    /// @return empty when there is nothing to loosen: no rule, or no such letter that could still be sent
    public Optional<Pending> askToLoosen(Loosening loosening) {
        return deciding(now -> {
            if (story.rule().isEmpty() || (loosening instanceof Loosening.Release(var letter) && !canBeSent(letter))) {
                return Optional.empty();
            }
            var waiting = pending(loosening, now);
            if (waiting.isEmpty()) {
                record(now, new Event.LooseningAsked(loosening));
                waiting = pending(loosening, now);
            }
            return waiting;
        });
    }

    private Optional<Pending> pending(Loosening loosening, Now now) {
        return story.pending(now.trusted()).stream()
                .filter(waiting -> waiting.loosening().equals(loosening))
                .findFirst();
    }

    /// Takes a loosening back.
    ///
    /// @return false when it does not wait any more
    public boolean callOff(long asked) {
        return deciding(now -> {
            var waits = story.pending(now.trusted()).stream().anyMatch(waiting -> waiting.seq() == asked);
            if (waits) {
                record(now, new Event.LooseningCalledOff(asked));
            }
            return waits;
        });
    }

    /// What came of confirming a loosening.
    public sealed interface Confirmation {
        record Done(Loosening loosening) implements Confirmation {}

        /// @param readyAt by the trusted clock
        record NotYet(Instant readyAt) implements Confirmation {}

        /// It was called off, confirmed or has lapsed.
        record Gone() implements Confirmation {}
    }

    /// Confirms a loosening after its cooling-off; it takes effect now.
    public Confirmation confirm(long asked) {
        return deciding(now -> {
            var waiting = story.pending(now.trusted()).stream()
                    .filter(pending -> pending.seq() == asked)
                    .findFirst()
                    .orElse(null);
            if (waiting == null) {
                return new Confirmation.Gone();
            }
            if (!waiting.isReady(now.trusted())) {
                return new Confirmation.NotYet(waiting.readyAt());
            }
            record(now, new Event.LooseningConfirmed(asked));
            return new Confirmation.Done(waiting.loosening());
        });
    }

    /// Keeps a letter that was written on purpose and returns its number.
    public long writeLetter(Words words) {
        return deciding(now -> record(now, new Event.LetterWritten(words)));
    }

    /// Burns the words of a letter for good.
    ///
    /// @return false when there is no such letter, or nothing left of it
    public boolean burn(long letter) {
        return deciding(now -> {
            var burns = letter(letter).isPresent();
            if (burns) {
                record(now, new Event.LetterBurned(letter));
            }
            return burns;
        });
    }

    /// Lets what was held under a limited rule go out once, because the person looked and says which topic it serves.
    ///
    /// @return false when the rule does not leave that topic open, or this was not held for a look
    public boolean look(long held, Topic topic) {
        return deciding(now -> {
            var open = story.rule()
                    .map(rule -> rule.rule().kind().openTopics().contains(topic))
                    .orElse(false);
            var waits = ledger.entry(account, held)
                    .filter(entry -> !entry.burned())
                    .map(Entry::event)
                    .filter(event ->
                            event instanceof Event.AttemptHeld kept && kept.clause() instanceof Clause.NeedsALook)
                    .isPresent();
            if (open && waits && !story.wasSent(held)) {
                record(now, new Event.LookTaken(held, topic));
                return true;
            }
            return false;
        });
    }

    /// Writes down that the person sent a letter which was open for sending.
    ///
    /// @return false when it was not open
    public boolean sent(long letter) {
        return deciding(now -> {
            var open = isOpen(letter, now);
            if (open) {
                record(now, new Event.LetterSent(letter));
            }
            return open;
        });
    }

    /// Takes in what the ex sent and returns its number.
    public long receive(String via, Instant came, Words words) {
        return deciding(_ -> append(List.of(new Event.ReachOutReceived(via, came, words))));
    }

    /// @return false when it was answered or laid aside already
    public boolean label(long reachOut, InboundLabel label) {
        return ofAReachOut(reachOut, new Event.ReachOutLabelled(reachOut, label));
    }

    /// Lays a reach-out aside.
    ///
    /// @param answered whether the person answered it themselves
    /// @return false when that was done already
    public boolean close(long reachOut, boolean answered) {
        return ofAReachOut(reachOut, new Event.ReachOutClosed(reachOut, answered));
    }

    private boolean ofAReachOut(long reachOut, Event event) {
        return deciding(now -> {
            var open = story.reachOuts().stream().anyMatch(known -> known.seq() == reachOut);
            if (open) {
                record(now, event);
            }
            return open;
        });
    }

    /// Writes down that a weak hour began and returns its number.
    public long urge(@Nullable Integer strength, Words words) {
        return deciding(now -> record(now, new Event.UrgeBegan(strength, words)));
    }

    /// Writes down how strong the weak hour is that the person is in; one begins where there was none.
    public void rate(int strength) {
        deciding(now -> story.urges()
                .open(now.at())
                .map(urge -> record(now, new Event.UrgeRated(urge.seq(), strength)))
                .orElseGet(() -> record(now, new Event.UrgeBegan(strength, Words.NONE))));
    }

    public void ease(Event.UrgeEased eased) {
        deciding(now -> record(now, eased));
    }

    /// Writes a slip down and returns its number.
    public long slip(Instant happened, Act act, boolean startAgain, Words words) {
        return deciding(
                now -> record(now, new Event.SlipRecorded(happened, now.dayOf(happened), act, startAgain, words)));
    }

    public void answer(Event.DaysAnswered answer) {
        deciding(now -> record(now, answer));
    }

    /// Writes down that the person was here today, once a day.
    public void seeToday() {
        deciding(now -> isSeen(now) ? story.last() : append(List.of(new Event.DaySeen(now.day()))));
    }

    public long addNote(NoteKind kind, Words words) {
        return deciding(now -> record(now, new Event.NoteAdded(kind, words)));
    }

    /// @return false when there is no such note
    public boolean removeNote(long note) {
        return deciding(now -> {
            var known = Arrays.stream(NoteKind.values())
                    .anyMatch(kind -> story.notes(kind).contains(note));
            if (known) {
                record(now, new Event.NoteRemoved(note));
            }
            return known;
        });
    }

    public void set(Map<String, String> settings) {
        deciding(now -> record(now, new Event.SettingsChanged(new TreeMap<>(settings))));
    }

    public long addDevice(String name, String tokenHash) {
        return deciding(now -> record(now, new Event.DeviceAdded(name, tokenHash)));
    }

    /// @return false when there is no such device
    public boolean removeDevice(long device) {
        return deciding(now -> {
            var known = story.devices().stream().anyMatch(other -> other.seq() == device);
            if (known) {
                record(now, new Event.DeviceRemoved(device));
            }
            return known;
        });
    }

    /// Writes down that a device asked, once a day.
    public void see(Device device) {
        deciding(now -> now.day().equals(device.lastSeen())
                ? story.last()
                : append(List.of(new Event.DeviceSeen(device.seq(), now.day()))));
    }

    /// The entry that holds a letter whose words are still there.
    public Optional<Entry> letter(long seq) {
        return ledger.entry(account, seq)
                .filter(entry -> !entry.burned() && !entry.event().words().isEmpty())
                .filter(Keeper::isALetter);
    }

    /// Runs what puts another ledger in the place of this one (an import, an erasure) while nothing is decided, and
    /// goes
    /// on from what is there afterwards.
    public <T> T replacing(Supplier<T> replacement) {
        lock.lock();
        try {
            try {
                return replacement.get();
            } finally {
                takeInAnew();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Keeps what makes the next start quick. The ledger stays open: whoever opened it closes it.
    @Override
    public void close() {
        lock.lock();
        try {
            mark = TrustedClock.after(mark, time.read());
            if (story.last() > 0) {
                ledger.keepMark(account, story.last(), mark);
                ledger.keepSnapshot(account, story.snapshot());
            }
        } finally {
            lock.unlock();
        }
    }

    /// Runs a decision under the lock, once more whenever another program wrote to the ledger in between.
    private <T> T deciding(Function<Now, T> decision) {
        lock.lock();
        try {
            for (var tries = 1; ; tries++) {
                try {
                    return decision.apply(now());
                } catch (LedgerMovedOn movedOn) {
                    if (tries == MOST_TRIES) {
                        throw movedOn;
                    }
                    catchUp();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// Writes down what the person did, which also shows that they were here today.
    ///
    /// @return the number of the event's entry
    private long record(Now now, Event event) {
        return recordAll(now, List.of(event));
    }

    private long recordAll(Now now, List<Event> events) {
        if (isSeen(now)) {
            return append(events);
        }
        var withTheDay = new ArrayList<Event>();
        withTheDay.add(new Event.DaySeen(now.day()));
        withTheDay.addAll(events);
        return append(withTheDay);
    }

    private long append(List<Event> events) {
        var entries = ledger.append(account, story.last(), events, mark);
        entries.forEach(story::add);
        if (story.last() - snapshotAt >= SNAPSHOT_EVERY) {
            ledger.keepSnapshot(account, story.snapshot());
            snapshotAt = story.last();
        }
        return entries.getLast().seq();
    }

    private boolean isSeen(Now now) {
        return story.days().map(days -> days.of(now.day()) != Days.Mark.UNKNOWN).orElse(true);
    }

    private Now now() {
        mark = TrustedClock.after(mark, time.read());
        return new Now(mark.reading().wall(), mark.trusted(), zone());
    }

    private ZoneId zone() {
        var name = story.settings().get(ZONE);
        try {
            return name == null ? usualZone : ZoneId.of(name);
        } catch (DateTimeException unknownZone) {
            return usualZone;
        }
    }

    private void takeInAnew() {
        story = told();
        snapshotAt = story.last();
        catchUp();
        mark = markOfTheLedger();
    }

    private void catchUp() {
        ledger.read(account, story.last(), story::add);
    }

    private @Nullable Instant opensAt(Clause clause, Now now) {
        if (!(clause instanceof ReplyLater(var reachOut))) {
            return null;
        }
        return story.openings().stream()
                .filter(opening -> opening instanceof Opening.ReplyWindow window && window.reachOut() == reachOut)
                .map(opening ->
                        now.shown(((Opening.ReplyWindow) opening).from()).toInstant())
                .findFirst()
                .orElse(null);
    }

    private boolean canBeSent(long letter) {
        if (story.wasSent(letter)) {
            return false;
        }
        return ledger.entry(account, letter)
                .filter(entry -> !entry.burned())
                .filter(Keeper::isALetter)
                .isPresent();
    }

    private static boolean isALetter(Entry entry) {
        return entry.event() instanceof Event.AttemptHeld || entry.event() instanceof Event.LetterWritten;
    }

    private boolean isOpen(long letter, Now now) {
        return story.openings().stream()
                .filter(opening -> !now.trusted().isAfter(opening.until()))
                .anyMatch(opening -> switch (opening) {
                    case Opening.Release(var held, var _) -> held == letter;
                    case Opening.Look(var held, var _, var _) -> held == letter;
                    case Opening.ReplyWindow _ -> false;
                });
    }

    private boolean matches(long held, Attempt attempt) {
        var kept = ledger.entry(account, held).filter(entry -> !entry.burned()).map(Entry::event);
        if (kept.isEmpty()
                || !kept.get()
                        .words()
                        .text()
                        .strip()
                        .equals(attempt.words().text().strip())) {
            return false;
        }
        return kept.get() instanceof Event.AttemptHeld before
                ? before.act() == attempt.act()
                : kept.get() instanceof Event.LetterWritten && CAN_CARRY_A_LETTER.contains(attempt.act());
    }
}
