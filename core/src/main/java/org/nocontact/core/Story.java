package org.nocontact.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Event.AttemptAllowed;
import org.nocontact.core.Event.AttemptHeld;
import org.nocontact.core.Event.AttemptNotSent;
import org.nocontact.core.Event.DaySeen;
import org.nocontact.core.Event.DaysAnswered;
import org.nocontact.core.Event.DeviceAdded;
import org.nocontact.core.Event.DeviceRemoved;
import org.nocontact.core.Event.DeviceSeen;
import org.nocontact.core.Event.LetterBurned;
import org.nocontact.core.Event.LetterSent;
import org.nocontact.core.Event.LetterWritten;
import org.nocontact.core.Event.LookTaken;
import org.nocontact.core.Event.LooseningAsked;
import org.nocontact.core.Event.LooseningCalledOff;
import org.nocontact.core.Event.LooseningConfirmed;
import org.nocontact.core.Event.NoteAdded;
import org.nocontact.core.Event.NoteRemoved;
import org.nocontact.core.Event.ReachOutClosed;
import org.nocontact.core.Event.ReachOutLabelled;
import org.nocontact.core.Event.ReachOutReceived;
import org.nocontact.core.Event.RuleBegun;
import org.nocontact.core.Event.RuleTightened;
import org.nocontact.core.Event.SettingsChanged;
import org.nocontact.core.Event.SlipRecorded;
import org.nocontact.core.Event.UrgeBegan;
import org.nocontact.core.Event.UrgeEased;
import org.nocontact.core.Event.UrgeRated;

/// What the events of a ledger add up to, as of its last entry. It holds facts only and stays small however long the
/// ledger is:
/// words, and lists that grow with the years, are read from the ledger.
///
/// Not safe for several threads; [Keeper] guards it.
public final class Story {
    private static final int LATEST_HELD = 20;
    private static final int LATEST_SLIPS = 5;

    private long last;
    private final Standing standing;
    private @Nullable Days days;
    private @Nullable LocalDate countedFrom;
    private final Urges urges;
    private Counts counts;
    private final Deque<Long> latestHeld = new ArrayDeque<>();
    private final Deque<Long> latestSlips = new ArrayDeque<>();
    private final TreeSet<Long> sent = new TreeSet<>();
    private final Map<Long, NoteKind> notes = new LinkedHashMap<>();
    private final Map<Long, Device> devices = new LinkedHashMap<>();
    private final Guards guards;
    private final TreeMap<String, String> settings = new TreeMap<>();

    public Story() {
        standing = new Standing();
        urges = new Urges();
        counts = Counts.NONE;
        guards = new Guards();
    }

    /// Takes in the next entry.
    public void add(Entry entry) {
        if (entry.seq() != last + 1) {
            throw new IllegalArgumentException("Entry " + entry.seq() + " does not follow entry " + last + ".");
        }
        last = entry.seq();
        standing.tidy(entry.trusted());
        take(entry);
    }

    private void take(Entry entry) {
        switch (entry.event()) {
            case RuleBegun begun -> begin(begun, entry.at());
            case RuleTightened(var changes) -> standing.change(changes);
            case LooseningAsked(var loosening) -> standing.ask(entry.seq(), loosening, entry.trusted());
            case LooseningCalledOff(var asked) -> standing.callOff(asked);
            case LooseningConfirmed(var asked) -> standing.confirm(asked, entry.trusted());
            case AttemptAllowed allowed -> allow(entry, allowed);
            case AttemptNotSent(var attempt) -> standing.takeBack(attempt).ifPresent(this::takeBack);
            case AttemptHeld held -> hold(entry, held);
            case LookTaken(var held, var topic) -> standing.look(held, topic, entry.trusted());
            case LetterWritten _ -> counts = counts.withLetter();
            case LetterBurned(var letter) -> burn(letter);
            case LetterSent(var letter) -> send(letter);
            case ReachOutReceived received -> receive(entry, received);
            case ReachOutLabelled(var reachOut, var label) -> standing.label(reachOut, label);
            case ReachOutClosed(var reachOut, var _) -> standing.layAside(reachOut);
            case UrgeBegan(var strength, var _) -> urges.begin(entry.seq(), entry.at(), strength);
            case UrgeRated(var urge, var strength) -> urges.rate(urge, strength);
            case UrgeEased eased -> urges.ease(eased, entry.at());
            case SlipRecorded slip -> slip(entry.seq(), slip);
            case DaysAnswered(var first, var last, var answer) ->
                days().ifPresent(days -> days.answered(first, last, answer));
            case DaySeen(var day) -> see(day);
            case NoteAdded(var kind, var _) -> notes.put(entry.seq(), kind);
            case NoteRemoved(var note) -> notes.remove(note);
            case SettingsChanged(var changed) -> changed.forEach(this::set);
            case DeviceAdded(var name, var hash) -> devices.put(entry.seq(), new Device(entry.seq(), name, hash, null));
            case DeviceRemoved(var device) -> devices.remove(device);
            case DeviceSeen(var device, var day) -> devices.computeIfPresent(device, (_, known) -> known.seen(day));
        }
    }

    /// The number of the last entry taken in, 0 at the beginning.
    public long last() {
        return last;
    }

    public Optional<RuleInForce> rule() {
        return standing.rule();
    }

    /// The loosenings that wait or are ready to be confirmed, oldest first; lapsed ones are left out.
    public List<Pending> pending(Instant now) {
        return standing.pending().stream()
                .filter(waiting -> !waiting.hasLapsed(now))
                .toList();
    }

    /// What is open for once, expired openings included.
    public List<Opening> openings() {
        return standing.openings();
    }

    /// The reach-outs that were neither answered nor laid aside, oldest first.
    public List<ReachOut> reachOuts() {
        return standing.reachOuts();
    }

    /// How a letter may go out now, as it was; empty when it may not.
    public Optional<Opening> openForSending(long letter, Instant now) {
        return openings().stream()
                .filter(opening -> !now.isAfter(opening.until()))
                .filter(opening -> switch (opening) {
                    case Opening.Release(var held, var _) -> held == letter;
                    case Opening.Look(var held, var _, var _) -> held == letter;
                    case Opening.ReplyWindow _ -> false;
                })
                .findFirst();
    }

    /// A reach-out that waits, or whose answer is on its way.
    Optional<ReachOut> unanswered(long reachOut) {
        return standing.unanswered(reachOut);
    }

    /// The days since the first rule began, empty before it.
    public Optional<Days> days() {
        return Optional.ofNullable(days);
    }

    /// The first day of the count that is shown: of the rule, or of the last new start.
    public Optional<LocalDate> countedFrom() {
        return Optional.ofNullable(countedFrom);
    }

    public Urges urges() {
        return urges;
    }

    public Counts counts() {
        return counts;
    }

    /// The numbers of the latest attempts that were held, or would have been where the rule was only practised, newest
    /// first.
    public List<Long> latestHeld() {
        return List.copyOf(latestHeld);
    }

    /// The numbers of the latest slips, newest first.
    public List<Long> latestSlips() {
        return List.copyOf(latestSlips);
    }

    /// Whether this attempt was allowed a short while ago, and nobody said that it did not go out.
    public boolean canBeTakenBack(long attempt) {
        return standing.canBeTakenBack(attempt);
    }

    /// Whether the words kept in this entry went out in the end.
    public boolean wasSent(long letter) {
        return sent.contains(letter);
    }

    /// The numbers of the notes of this kind, in the order they were added.
    public List<Long> notes(NoteKind kind) {
        return notes.entrySet().stream()
                .filter(note -> note.getValue() == kind)
                .map(Map.Entry::getKey)
                .toList();
    }

    public Collection<Device> devices() {
        return List.copyOf(devices.values());
    }

    /// The acts that the guard of this name asked about since then.
    public Set<Act> askedAbout(String guard, Instant since) {
        return guards.acts(guard, since);
    }

    public SortedMap<String, String> settings() {
        return new TreeMap<>(settings);
    }

    private void begin(RuleBegun begun, Instant at) {
        standing.begin(begun.rule(), at);
        var first =
                begun.lastContact() == null ? begun.day() : begun.lastContact().plusDays(1);
        if (days == null) {
            days = new Days(first);
            days.answered(first, begun.day().minusDays(1), DayAnswer.KEPT);
        } else {
            days.pauseUntil(begun.day());
        }
        days.seen(begun.day());
        countedFrom = first;
    }

    private void allow(Entry entry, AttemptAllowed allowed) {
        guards.asked(allowed.guard(), allowed.act(), entry.at());
        if (allowed.clause() instanceof Clause.Practice) {
            rememberHeld(entry.seq());
        }
        counts = allowed.clause() instanceof Clause.Emergency ? counts.withEmergency() : counts.withAllowed();
        letterOf(allowed.clause()).ifPresent(sent::add);
        standing.use(entry.seq(), allowed.clause());
    }

    private void takeBack(Clause clause) {
        counts = clause instanceof Clause.Emergency ? counts.withoutEmergency() : counts.withoutAllowed();
        letterOf(clause).ifPresent(sent::remove);
    }

    private static Optional<Long> letterOf(Clause clause) {
        if (clause instanceof Clause.ReleasedLetter(var letter)) {
            return Optional.of(letter);
        }
        return clause instanceof Clause.LookedAt(var letter, var _) ? Optional.of(letter) : Optional.empty();
    }

    private void hold(Entry entry, AttemptHeld held) {
        guards.asked(held.guard(), held.act(), entry.at());
        counts = counts.withHeld(entry.burned() || !held.words().isEmpty());
        rememberHeld(entry.seq());
    }

    private void rememberHeld(long seq) {
        latestHeld.addFirst(seq);
        if (latestHeld.size() > LATEST_HELD) {
            latestHeld.removeLast();
        }
    }

    private void burn(long letter) {
        counts = counts.withBurned();
        standing.close(letter);
    }

    private void send(long letter) {
        sent.add(letter);
        standing.close(letter);
    }

    private void receive(Entry entry, ReachOutReceived received) {
        counts = counts.withReachOut();
        standing.receive(new ReachOut(entry.seq(), received.via(), received.came(), entry.trusted(), null));
    }

    private void slip(long seq, SlipRecorded slip) {
        counts = counts.withSlip();
        days().ifPresent(days -> days.contact(slip.day()));
        if (slip.startAgain() && (countedFrom == null || countedFrom.isBefore(slip.day()))) {
            countedFrom = slip.day();
        }
        latestSlips.addFirst(seq);
        if (latestSlips.size() > LATEST_SLIPS) {
            latestSlips.removeLast();
        }
    }

    /// A day without a rule is no day of the rule.
    private void see(LocalDate day) {
        if (days != null && standing.rule().isPresent()) {
            days.seen(day);
        }
    }

    private void set(String name, String value) {
        if (value.isEmpty()) {
            settings.remove(name);
        } else {
            settings.put(name, value);
        }
    }

    /// The story as plain values, so that a start need not take in every entry again.
    ///
    /// @param version changes whenever a story of the same entries would come out differently
    public record Snapshot(
            int version,
            long last,
            Standing.Snapshot standing,
            Days.@Nullable Snapshot days,
            @Nullable LocalDate countedFrom,
            Urges.Snapshot urges,
            Counts counts,
            List<Long> latestHeld,
            List<Long> latestSlips,
            List<Long> sent,
            Map<Long, NoteKind> notes,
            List<Device> devices,
            List<Guards.Asked> guards,
            SortedMap<String, String> settings) {
        public static final int VERSION = 2;
    }

    /// The story so far; [#of] goes on from there.
    public Snapshot snapshot() {
        return new Snapshot(
                Snapshot.VERSION,
                last,
                standing.snapshot(),
                days == null ? null : days.snapshot(),
                countedFrom,
                urges.snapshot(),
                counts,
                latestHeld(),
                latestSlips(),
                List.copyOf(sent),
                new LinkedHashMap<>(notes),
                List.copyOf(devices.values()),
                guards.snapshot(),
                settings());
    }

    public static Story of(Snapshot snapshot) {
        return new Story(snapshot);
    }

    private Story(Snapshot snapshot) {
        last = snapshot.last;
        standing = Standing.of(snapshot.standing);
        days = snapshot.days == null ? null : Days.of(snapshot.days);
        countedFrom = snapshot.countedFrom;
        urges = Urges.of(snapshot.urges);
        counts = snapshot.counts;
        latestHeld.addAll(snapshot.latestHeld);
        latestSlips.addAll(snapshot.latestSlips);
        sent.addAll(snapshot.sent);
        notes.putAll(snapshot.notes);
        snapshot.devices.forEach(device -> devices.put(device.seq(), device));
        guards = Guards.of(snapshot.guards);
        settings.putAll(snapshot.settings);
    }
}
