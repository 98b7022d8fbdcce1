package org.nocontact.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nocontact.core.Account;
import org.nocontact.core.Act;
import org.nocontact.core.Clause;
import org.nocontact.core.DayAnswer;
import org.nocontact.core.EmailAddress;
import org.nocontact.core.Event;
import org.nocontact.core.Handle;
import org.nocontact.core.InboundLabel;
import org.nocontact.core.Ledger;
import org.nocontact.core.NoteKind;
import org.nocontact.core.Rule;
import org.nocontact.core.TimeSource;
import org.nocontact.core.Topic;
import org.nocontact.core.TrustedClock;
import org.nocontact.core.Way;
import org.nocontact.core.Words;

/// Fills a ledger with days of somebody's life, up to ten busy years of them: a rule, its weak hours, letters,
/// reach-outs
/// and slips. The same for the same arguments.
public final class BusyYears {
    /// So that 100,000 entries are ten years, and 100 are four days of the same life.
    private static final double ENTRIES_A_DAY = 100_000 / 3_650.0;

    /// Durable appends take their time; a week in one is quick and looks the same to who reads it.
    private static final int DAYS_AN_APPEND = 7;
    private static final int MOST_NOTES = 5;
    private static final Handle EX = EmailAddress.parse("daniel@example.org").orElseThrow();
    private static final List<String> VOCABULARY =
            List.of(("I you we never always miss think remember house sea winter song night morning wrote said went"
                            + " Möbel Größe warum the a and but still when why because perhaps coffee train")
                    .split(" "));

    private final Ledger ledger;
    private final Account account;
    private final Random random = new Random(42);
    private final Deque<Long> notes = new ArrayDeque<>();
    private long last;

    private BusyYears(Ledger ledger, Account account) {
        this.ledger = ledger;
        this.account = account;
    }

    /// Appends so many entries, spread evenly, to a ledger without any.
    ///
    /// @param end the day of the last ones
    public static void write(Ledger ledger, Account account, LocalDate end, int entries) {
        var years = new BusyYears(ledger, account);
        var count = (int) Math.ceil(entries / ENTRIES_A_DAY);
        var first = end.minusDays(count - 1L);
        for (var day = 0; day < count; day += DAYS_AN_APPEND) {
            var due = (int) Math.min(entries, Math.round(ENTRIES_A_DAY * (day + DAYS_AN_APPEND))) - (int) years.last;
            if (due > 0) {
                years.append(
                        first.plusDays(day), day == 0 ? years.begin(first, due) : years.days(first.plusDays(day), due));
            }
        }
    }

    private void append(LocalDate day, List<Event> events) {
        var at = day.atTime(20, 0).toInstant(ZoneOffset.UTC);
        var mark = TrustedClock.begin(new TimeSource.Reading(at, "years", Duration.between(Instant.EPOCH, at), true));
        last = ledger.append(account, last, events, mark).getLast().seq();
    }

    private List<Event> begin(LocalDate day, int count) {
        var rule = Rule.about("Daniel").withWays(List.of(new Way(EX, EX.shown())));
        var events = new ArrayList<Event>();
        events.add(new Event.RuleBegun(rule, day, day.minusDays(3)));
        events.add(new Event.SettingsChanged(new TreeMap<>(Map.of("zone", "Europe/Berlin"))));
        events.add(new Event.DeviceAdded("phone", "0".repeat(64)));
        for (var kind : NoteKind.values()) {
            events.add(new Event.NoteAdded(kind, Words.text(text(8))));
        }
        while (events.size() < count) {
            events.add(event(day, last + events.size() + 1));
        }
        return events.subList(0, count);
    }

    private List<Event> days(LocalDate first, int count) {
        var events = new ArrayList<Event>();
        for (var entry = 0; entry < count; entry++) {
            var day = first.plusDays((long) entry * DAYS_AN_APPEND / count);
            var isNew = entry == 0 || !day.equals(first.plusDays((entry - 1L) * DAYS_AN_APPEND / count));
            events.add(isNew ? new Event.DaySeen(day) : event(day, last + entry + 1));
        }
        return events;
    }

    private Event event(LocalDate day, long seq) {
        var came = day.atTime(random.nextInt(24), random.nextInt(60)).toInstant(ZoneOffset.UTC);
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5 -> held();
            case 6, 7 -> new Event.LetterWritten(Words.text(text(60 + random.nextInt(120))));
            case 8, 9 -> new Event.UrgeBegan(random.nextInt(11), Words.text(text(4)));
            case 10, 11 -> new Event.UrgeEased(seq - 1, random.nextInt(11), 5L, Words.NONE);
            case 12 -> new Event.ReachOutReceived("text", came, Words.text(text(20)));
            case 13 -> new Event.ReachOutLabelled(seq - 1, InboundLabel.SMALL_TALK);
            case 14 -> new Event.ReachOutClosed(seq - 1, false);
            case 15 -> new Event.AttemptAllowed(Act.EMAIL, EX, new Clause.OpenTopic(Topic.HOME), "mail");
            case 16 -> new Event.DeviceSeen(3, day);
            case 17, 18 -> note(seq);
            default -> seldom(day, came, seq);
        };
    }

    /// Adds one, or takes the oldest away where there are many: nobody keeps thousands.
    private Event note(long seq) {
        if (notes.size() == MOST_NOTES) {
            return new Event.NoteRemoved(notes.removeFirst());
        }
        notes.addLast(seq);
        return new Event.NoteAdded(NoteKind.ACTIVITY, Words.text(text(5)));
    }

    private Event seldom(LocalDate day, Instant came, long seq) {
        return switch (random.nextInt(30)) {
            case 0 -> new Event.SlipRecorded(came, day, Act.TEXT, random.nextBoolean(), Words.text(text(10)));
            case 1, 2, 3 -> new Event.LetterBurned(Math.max(1, seq - random.nextInt(500)));
            default -> new Event.DaysAnswered(day, day, DayAnswer.KEPT);
        };
    }

    private Event held() {
        var act = random.nextBoolean() ? Act.TEXT : Act.EMAIL;
        return new Event.AttemptHeld(
                act, EX, new Clause.HeldAct(act), "phone", Words.text(text(10 + random.nextInt(50))));
    }

    private String text(int words) {
        return IntStream.range(0, words)
                .mapToObj(_ -> VOCABULARY.get(random.nextInt(VOCABULARY.size())))
                .collect(Collectors.joining(" "));
    }
}
