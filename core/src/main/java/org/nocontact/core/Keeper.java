package org.nocontact.core;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Verdict.Allow;
import org.nocontact.core.Verdict.Hold;
import org.nocontact.core.Verdict.Pass;

/// Keeps one person's rule with them: takes what they do, decides by the rule, writes it down, and only then answers.
/// Everything that changes a ledger goes through here.
///
/// Safe for several threads, and beside other keepers of the same ledger. What it returns is durable. A [LedgerFault]
/// means that nothing happened; so does [Invalid], which says what was asked for that cannot be.
public final class Keeper implements AutoCloseable {
    /// The setting that names the time zone a person lives in, such as `Europe/Berlin`.
    public static final String ZONE = "zone";

    /// A message that is taken in again, word for word, within this time is the same message.
    private static final Duration SAME_REACH_OUT_FOR = Duration.ofHours(24);

    private static final int LATEST_REACH_OUTS = 20;

    private final Account account;
    private final Ledger ledger;
    private final Scribe scribe;
    private final Letters letters;
    private final RuleChanges rules;
    private final Gate gate;

    /// @param usualZone the zone where the person did not set one
    public Keeper(Account account, Ledger ledger, TimeSource time, ZoneId usualZone, DraftReader drafts) {
        this.account = account;
        this.ledger = ledger;
        this.scribe = new Scribe(account, ledger, time, usualZone);
        this.letters = new Letters(account, ledger);
        this.rules = new RuleChanges(scribe, letters);
        this.gate = new Gate(drafts, letters::matches);
    }

    /// Looks at the story as it is now. The function must not keep the story.
    public <T> T look(BiFunction<Story, Now, T> reader) {
        return scribe.look(reader);
    }

    /// The ledger that the story is told by, to read words and lists from.
    public Ledger ledger() {
        return ledger;
    }

    public Account account() {
        return account;
    }

    // Attempts

    /// @param entry the number of the entry that records the attempt; null for a pass, which is not recorded
    /// @param letter the number of the unsent letter that its words became, or became a moment ago
    /// @param askAgainAt when it would be allowed, where that is known
    public record Answer(
            Verdict verdict,
            @Nullable Long entry,
            @Nullable Long letter,
            @Nullable Instant askAgainAt) {}

    /// Decides about an attempt. Without a rule everything passes.
    public Answer attempt(Attempt attempt) {
        return attempt(List.of(attempt));
    }

    /// Decides about one message to several people as one act: it is held for all of them when it is held for one, and
    /// uses up one opening at most.
    ///
    /// @param toEach the same message to each of them, at least one
    public Answer attempt(List<Attempt> toEach) {
        return decide(toEach, _ -> true);
    }

    /// What [#attempt(List)] would answer now. Nothing is written down or used up.
    public Verdict foresee(List<Attempt> toEach) {
        return look((_, now) -> foremost(toEach, _ -> true, now).verdict);
    }

    /// Writes down that what was allowed a short while ago did not go out after all, which opens again what it used up.
    /// Only for who knows that; what may have gone out is never tried twice.
    ///
    /// @return false when it was taken back already, or was no such attempt
    public boolean didNotGoOut(long attempt) {
        return deciding(now -> {
            var can = story().canBeTakenBack(attempt);
            if (can) {
                scribe.append(List.of(new Event.AttemptNotSent(attempt)));
            }
            return can;
        });
    }

    /// Uses up the release of a letter, or the look that was taken at it, because what was held in it is
    /// about to be sent as it was.
    ///
    /// @param guard which guard sends it
    /// @return the number of the attempt, for [#didNotGoOut]; empty when the letter is not open for sending
    public OptionalLong sendReleased(long letter, String guard) {
        return deciding(now -> {
            var opening = story().openForSending(letter, now.trusted());
            var held = letters.letter(letter)
                    .map(Entry::event)
                    .filter(Event.AttemptHeld.class::isInstance)
                    .map(Event.AttemptHeld.class::cast);
            return opening.isEmpty() || held.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(record(now, allowed(held.get(), clauseOf(opening.get(), letter), guard)));
        });
    }

    private static Event.AttemptAllowed allowed(Event.AttemptHeld held, Clause clause, String guard) {
        return new Event.AttemptAllowed(held.act(), held.to(), clause, guard);
    }

    private static Clause clauseOf(Opening opening, long letter) {
        return opening instanceof Opening.Look(var held, var topic, var _)
                ? new Clause.LookedAt(held, topic)
                : new Clause.ReleasedLetter(letter);
    }

    /// Decides about an attempt to answer this reach-out, which does not use up the window of another one.
    public Answer reply(long reachOut, Attempt attempt) {
        return decide(
                List.of(attempt),
                opening -> !(opening instanceof Opening.ReplyWindow window) || window.reachOut() == reachOut);
    }

    /// Decides about an attempt that answers no reach-out: it uses up no reply window, and none lets it through.
    public Answer draft(Attempt attempt) {
        return decide(List.of(attempt), opening -> !(opening instanceof Opening.ReplyWindow));
    }

    private Answer decide(List<Attempt> toEach, Predicate<Opening> counts) {
        return deciding(now -> {
            var decided = foremost(toEach, counts, now);
            var attempt = decided.attempt;
            return switch (decided.verdict) {
                case Pass pass -> new Answer(pass, null, null, null);
                case Allow(var clause) -> {
                    var allowed = new Event.AttemptAllowed(attempt.act(), attempt.to(), clause, attempt.guard());
                    yield new Answer(decided.verdict, record(now, allowed), null, null);
                }
                case Hold(var clause) -> hold(attempt, decided.verdict, clause, now);
            };
        });
    }

    private record Decided(Attempt attempt, Verdict verdict) {
        /// What is held goes before what is allowed, and what uses up an opening before what does not.
        private int weight() {
            return switch (verdict) {
                case Pass _ -> 0;
                case Allow(var clause) -> clause.usesAnOpening() ? 2 : 1;
                case Hold _ -> 3;
            };
        }
    }

    private Decided foremost(List<Attempt> toEach, Predicate<Opening> counts, Now now) {
        var rule = story().rule().orElse(null);
        var openings = story().openings().stream().filter(counts).toList();
        return toEach.stream()
                .map(attempt -> new Decided(
                        attempt, rule == null ? Verdict.PASS : gate.decide(attempt, rule, openings, now.trusted())))
                .reduce((one, other) -> other.weight() > one.weight() ? other : one)
                .orElseThrow(() -> new IllegalArgumentException("Nobody to attempt anything to."));
    }

    private Answer hold(Attempt attempt, Verdict verdict, Clause clause, Now now) {
        var held = new Event.AttemptHeld(attempt.act(), attempt.to(), clause, attempt.guard(), attempt.words());
        var again = letters.heldBefore(held, story(), now);
        var entry = again.isPresent() ? again.get().seq() : record(now, held);
        return new Answer(verdict, entry, attempt.words().isEmpty() ? null : entry, opensAt(clause, now));
    }

    private @Nullable Instant opensAt(Clause clause, Now now) {
        if (!(clause instanceof Clause.ReplyLater(var reachOut))) {
            return null;
        }
        for (var opening : story().openings()) {
            if (opening instanceof Opening.ReplyWindow window && window.reachOut() == reachOut) {
                return now.shown(window.from()).toInstant();
            }
        }
        return null;
    }

    // The rule

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
        return deciding(now -> rules.set(wanted, lastContact, now));
    }

    /// Asks for a loosening; the same one that waits already goes on waiting.
    ///
    /// @return empty when there is nothing to loosen: no rule, or no such letter that could still be sent
    public Optional<Pending> askToLoosen(Loosening loosening) {
        return deciding(now -> rules.ask(loosening, now));
    }

    /// Takes a loosening back.
    ///
    /// @return false when it does not wait any more
    public boolean callOff(long asked) {
        return deciding(now -> rules.callOff(asked, now));
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
        return deciding(now -> rules.confirm(asked, now));
    }

    // Letters

    /// Keeps a letter that was written on purpose and returns its number.
    public long writeLetter(Words words) {
        Invalid.unless(!words.isEmpty(), "There is nothing in this letter yet.");
        return deciding(now -> record(now, new Event.LetterWritten(words)));
    }

    /// The entry that holds a letter whose words are still there.
    public Optional<Entry> letter(long seq) {
        return letters.letter(seq);
    }

    /// Burns the words of a letter for good.
    ///
    /// @return false when there is no such letter, or nothing left of it
    public boolean burn(long letter) {
        return recordIf(_ -> letter(letter).isPresent(), new Event.LetterBurned(letter));
    }

    /// Lets what was held under a limited rule go out once, because the person looked and says which topic it serves.
    ///
    /// @return false when the rule does not leave that topic open, or this was not held for a look
    public boolean look(long held, Topic topic) {
        return recordIf(_ -> leavesOpen(topic) && waitsForALook(held), new Event.LookTaken(held, topic));
    }

    private boolean leavesOpen(Topic topic) {
        return story().rule()
                .map(rule -> rule.rule().kind().openTopics().contains(topic))
                .orElse(false);
    }

    private boolean waitsForALook(long held) {
        return !story().wasSent(held)
                && letters.kept(held)
                        .filter(entry -> entry.event() instanceof Event.AttemptHeld kept
                                && kept.clause() instanceof Clause.NeedsALook)
                        .isPresent();
    }

    /// Writes down that the person sent a letter which was open for sending.
    ///
    /// @return false when it was not open
    public boolean sent(long letter) {
        return recordIf(now -> story().openForSending(letter, now.trusted()).isPresent(), new Event.LetterSent(letter));
    }

    // Reach-outs

    /// Takes in what the ex sent and returns its number. The same words that came the same way within a day are the
    /// same reach-out, so that one message opens one reply window.
    public long receive(String via, Instant came, Words words) {
        Bounds.checkVia(via);
        return deciding(now -> receivedBefore(via, words, now)
                .orElseGet(() ->
                        scribe.append(List.of(new Event.ReachOutReceived(via, Bounds.cameBy(came, now), words)))));
    }

    private Optional<Long> receivedBefore(String via, Words words, Now now) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        var since = now.trusted().minus(SAME_REACH_OUT_FOR);
        return ledger.newest(account, Set.of(Event.ReachOutReceived.class), Long.MAX_VALUE, LATEST_REACH_OUTS).stream()
                .filter(entry -> !entry.trusted().isBefore(since))
                .filter(entry -> entry.event() instanceof Event.ReachOutReceived before
                        && before.via().equals(via)
                        && before.words().sayTheSameAs(words))
                .map(Entry::seq)
                .findFirst();
    }

    /// Says what a reach-out is. A boundary stays one: it can be laid aside, and no other label opens an answer to it.
    ///
    /// @return false when it is a boundary, or was answered or laid aside already
    public boolean label(long reachOut, InboundLabel label) {
        return recordIf(
                _ -> story().unanswered(reachOut)
                        .filter(known -> known.label() != InboundLabel.BOUNDARY)
                        .isPresent(),
                new Event.ReachOutLabelled(reachOut, label));
    }

    /// Lays a reach-out aside.
    ///
    /// @param answered whether the person answered it themselves
    /// @return false when that was done already
    public boolean close(long reachOut, boolean answered) {
        return recordIf(
                _ -> story().reachOuts().stream().anyMatch(known -> known.seq() == reachOut),
                new Event.ReachOutClosed(reachOut, answered));
    }

    // Weak hours, slips and days

    /// Writes down that a weak hour began and returns its number.
    public long urge(@Nullable Integer strength, Words words) {
        Bounds.checkStrength(strength);
        return deciding(now -> record(now, new Event.UrgeBegan(strength, words)));
    }

    /// Writes down how strong the weak hour is that the person is in; one begins where there was none.
    public void rate(int strength) {
        Bounds.checkStrength(strength);
        deciding(now -> story().urges()
                .open(now.at())
                .map(urge -> record(now, new Event.UrgeRated(urge.seq(), strength)))
                .orElseGet(() -> record(now, new Event.UrgeBegan(strength, Words.NONE))));
    }

    /// Writes down how the weak hour ended that the person is in.
    public void ease(Event.UrgeEased eased) {
        Bounds.checkStrength(eased.strength());
        deciding(now -> {
            Invalid.unless(
                    story().urges()
                            .open(now.at())
                            .filter(open -> open.seq() == eased.urge())
                            .isPresent(),
                    "This weak hour is over already.");
            Invalid.unless(eased.helped() == null || isANote(eased.helped()), "What helped is not there any more.");
            return record(now, eased);
        });
    }

    /// Writes a slip down and returns its number.
    public long slip(Instant happened, Act act, boolean startAgain, Words words) {
        return deciding(now -> {
            Bounds.checkSlip(happened, now);
            return record(now, new Event.SlipRecorded(happened, now.dayOf(happened), act, startAgain, words));
        });
    }

    public void answer(Event.DaysAnswered answer) {
        deciding(now -> {
            Invalid.unless(story().days().isPresent(), "There is no rule yet whose days could be answered for.");
            Bounds.checkDays(answer, now);
            return record(now, answer);
        });
    }

    /// Writes down that the person was here today, once a day.
    public void seeToday() {
        deciding(now -> scribe.isSeen(now) ? story().last() : scribe.append(List.of(new Event.DaySeen(now.day()))));
    }

    // Notes, settings, devices

    /// Keeps a note and returns its number. The same note of the same kind is kept once.
    public long addNote(NoteKind kind, Words words) {
        Invalid.unless(!words.isEmpty(), "There is nothing in this note yet.");
        return deciding(now -> noted(kind, words).orElseGet(() -> {
            Invalid.unless(notes() < Bounds.MOST_NOTES, "There are 500 notes already: take one away first.");
            return record(now, new Event.NoteAdded(kind, words));
        }));
    }

    private Optional<Long> noted(NoteKind kind, Words words) {
        return story().notes(kind).stream()
                .filter(note -> ledger.entry(account, note)
                        .filter(entry -> entry.event().words().equals(words))
                        .isPresent())
                .findFirst();
    }

    private int notes() {
        return Arrays.stream(NoteKind.values())
                .mapToInt(kind -> story().notes(kind).size())
                .sum();
    }

    /// @return false when there is no such note
    public boolean removeNote(long note) {
        return recordIf(_ -> isANote(note), new Event.NoteRemoved(note));
    }

    private boolean isANote(long note) {
        return Arrays.stream(NoteKind.values())
                .anyMatch(kind -> story().notes(kind).contains(note));
    }

    public void set(Map<String, String> settings) {
        deciding(now -> {
            Bounds.checkSettings(settings, story().settings());
            return record(now, new Event.SettingsChanged(new TreeMap<>(settings)));
        });
    }

    public long addDevice(String name, String tokenHash) {
        return deciding(now -> {
            Bounds.checkDevice(name, tokenHash, story().devices().size());
            return record(now, new Event.DeviceAdded(name, tokenHash));
        });
    }

    /// @return false when there is no such device
    public boolean removeDevice(long device) {
        return recordIf(_ -> known(device).isPresent(), new Event.DeviceRemoved(device));
    }

    /// Writes down that a device asked, once a day.
    public void see(Device device) {
        deciding(now -> known(device.seq())
                .filter(known -> !now.day().equals(known.lastSeen()))
                .map(known -> scribe.append(List.of(new Event.DeviceSeen(known.seq(), now.day()))))
                .orElseGet(() -> story().last()));
    }

    private Optional<Device> known(long device) {
        return story().devices().stream().filter(other -> other.seq() == device).findFirst();
    }

    /// Runs what puts another ledger in the place of this one (an import, an erasure) while nothing is decided, and
    /// goes on from what is there afterwards.
    public <T> T replacing(Supplier<T> replacement) {
        return scribe.replacing(replacement);
    }

    /// Keeps what makes the next start quick. The ledger stays open: whoever opened it closes it.
    @Override
    public void close() {
        scribe.close();
    }

    private boolean recordIf(Predicate<Now> holds, Event event) {
        return deciding(now -> {
            var does = holds.test(now);
            if (does) {
                record(now, event);
            }
            return does;
        });
    }

    private <T> T deciding(Function<Now, T> decision) {
        return scribe.deciding(decision);
    }

    private long record(Now now, Event event) {
        return scribe.record(now, event);
    }

    private Story story() {
        return scribe.story();
    }
}
