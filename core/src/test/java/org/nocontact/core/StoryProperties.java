package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Of any events at all, also of such as no keeper would write: a ledger that can be read can be told.
class StoryProperties {
    private static final LocalDate FIRST = Scene.TODAY.minusDays(20);

    @Property(tries = 200)
    void goesOnFromASnapshotAsIfItHadReadEverything(@ForAll("entries") List<Entry> entries) {
        var whole = told(entries).snapshot();
        for (var prefix = 0; prefix <= entries.size(); prefix++) {
            var resumed = Story.of(told(entries.subList(0, prefix)).snapshot());
            entries.subList(prefix, entries.size()).forEach(resumed::add);
            assertThat(resumed.snapshot()).isEqualTo(whole);
        }
    }

    @Property(tries = 400)
    void isTheSameEachTimeItIsTold(@ForAll("entries") List<Entry> entries) {
        assertThat(told(entries).snapshot()).isEqualTo(told(entries).snapshot());
    }

    @Property(tries = 400)
    void losesNoDayAndNoCountByASlip(
            @ForAll("entries") List<Entry> entries, @ForAll("days") LocalDate day, @ForAll boolean startAgain) {
        var story = told(entries);
        var before = told(entries);
        var slip = new Event.SlipRecorded(TurnedClock.START, day, Act.TEXT, startAgain, Words.NONE);
        story.add(new Entry(story.last() + 1, TurnedClock.START, TurnedClock.START, slip, false));

        assertThat(story.counts()).isEqualTo(before.counts().withSlip());
        assertThat(story.latestHeld()).isEqualTo(before.latestHeld());
        if (before.days().isEmpty()) {
            return;
        }
        var days = story.days().orElseThrow();
        var were = before.days().orElseThrow();
        for (var other = FIRST; !other.isAfter(Scene.TODAY); other = other.plusDays(1)) {
            if (!other.equals(day)) {
                assertThat(days.of(other)).isEqualTo(were.of(other));
            }
        }
        var lost = were.of(day) == Days.Mark.KEPT && day.isBefore(Scene.TODAY) ? 1 : 0;
        assertThat(days.kept(Scene.TODAY)).isEqualTo(were.kept(Scene.TODAY) - lost);
        assertThat(days.counted(Scene.TODAY)).isGreaterThanOrEqualTo(were.counted(Scene.TODAY));
    }

    @Property(tries = 400)
    void losesNeitherTheTotalNorTheLongestRunByASlipToday(
            @ForAll("entries") List<Entry> entries, @ForAll boolean startAgain) {
        var story = told(entries);
        var before = told(entries);
        var slip = new Event.SlipRecorded(TurnedClock.START, Scene.TODAY, Act.TEXT, startAgain, Words.NONE);
        story.add(new Entry(story.last() + 1, TurnedClock.START, TurnedClock.START, slip, false));
        assertThat(story.days().map(days -> days.kept(Scene.TODAY)))
                .isEqualTo(before.days().map(days -> days.kept(Scene.TODAY)));
        assertThat(story.days().map(days -> days.longestRun(Scene.TODAY)))
                .isEqualTo(before.days().map(days -> days.longestRun(Scene.TODAY)));
    }

    @Property(tries = 400)
    void countsEachDayAtMostOnce(@ForAll("entries") List<Entry> entries) {
        told(entries).days().ifPresent(days -> {
            var marks = new TreeMap<Days.Mark, Integer>();
            for (var day = days.first(); day.isBefore(Scene.TODAY); day = day.plusDays(1)) {
                marks.merge(days.of(day), 1, Integer::sum);
            }
            var kept = marks.getOrDefault(Days.Mark.KEPT, 0);
            assertThat(days.kept(Scene.TODAY)).isEqualTo(kept);
            assertThat(days.counted(Scene.TODAY)).isEqualTo(kept + marks.getOrDefault(Days.Mark.CONTACT, 0));
            assertThat(days.longestRun(Scene.TODAY)).isBetween(days.currentRun(Scene.TODAY), kept);
            assertThat(days.gap(Scene.TODAY).isPresent()).isEqualTo(marks.containsKey(Days.Mark.UNKNOWN));
        });
    }

    private static Story told(List<Entry> entries) {
        var story = new Story();
        entries.forEach(story::add);
        return story;
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-3, 20).map(FIRST::plusDays);
    }

    @Provide
    Arbitrary<List<Entry>> entries() {
        var beginning = Combinators.combine(Any.rule(), days(), days().injectNull(0.5))
                .as(Event.RuleBegun::new)
                .map(Event.class::cast);
        var hours = Arbitraries.integers().between(0, 100).map(Duration::ofHours);
        return Combinators.combine(
                        beginning, event().list().ofMaxSize(20), hours.list().ofSize(21))
                .as((begun, events, pauses) -> {
                    var all = new ArrayList<Event>(events);
                    all.add(Math.min(2, events.size()), begun);
                    return entries(all, pauses);
                });
    }

    private static List<Entry> entries(List<Event> events, List<Duration> pauses) {
        var entries = new ArrayList<Entry>();
        Instant now = TurnedClock.START;
        for (var event : events) {
            now = now.plus(pauses.get(entries.size()));
            entries.add(new Entry(entries.size() + 1, now, now, event, false));
        }
        return entries;
    }

    private Arbitrary<Event> event() {
        var entry = Arbitraries.longs().between(1, 12);
        var strength = Arbitraries.integers().between(0, 10).injectNull(0.3);
        var words = Any.text().map(Words::text);
        var act = Arbitraries.of(Act.values());
        return Arbitraries.<Event>oneOf(
                Combinators.combine(Any.rule(), days(), days().injectNull(0.5)).as(Event.RuleBegun::new),
                Any.change()
                        .filter(change -> !change.loosens())
                        .list()
                        .ofMaxSize(3)
                        .map(Event.RuleTightened::new),
                loosening(entry).map(Event.LooseningAsked::new),
                entry.map(Event.LooseningCalledOff::new),
                entry.map(Event.LooseningConfirmed::new),
                Combinators.combine(act, Any.handle(), clause(entry))
                        .as((did, to, clause) -> new Event.AttemptAllowed(did, to, clause, "hand")),
                Combinators.combine(act, Any.handle(), clause(entry), words)
                        .as((did, to, clause, said) -> new Event.AttemptHeld(did, to, clause, "hand", said)),
                entry.map(Event.AttemptNotSent::new),
                Combinators.combine(entry, Arbitraries.of(Topic.values())).as(Event.LookTaken::new),
                words.map(Event.LetterWritten::new),
                entry.map(Event.LetterBurned::new),
                entry.map(Event.LetterSent::new),
                words.map(said -> new Event.ReachOutReceived("text", TurnedClock.START, said)),
                Combinators.combine(entry, Arbitraries.of(InboundLabel.values()))
                        .as(Event.ReachOutLabelled::new),
                entry.map(reachOut -> new Event.ReachOutClosed(reachOut, true)),
                Combinators.combine(strength, words).as(Event.UrgeBegan::new),
                Combinators.combine(entry, Arbitraries.integers().between(0, 10))
                        .as(Event.UrgeRated::new),
                Combinators.combine(entry, strength, entry.injectNull(0.3), words)
                        .as(Event.UrgeEased::new),
                Combinators.combine(days(), act, Arbitraries.of(true, false), words)
                        .as((day, did, again, said) ->
                                new Event.SlipRecorded(TurnedClock.START, day, did, again, said)),
                Combinators.combine(days(), days(), Arbitraries.of(DayAnswer.values()))
                        .as(Event.DaysAnswered::new),
                days().map(Event.DaySeen::new),
                Combinators.combine(Arbitraries.of(NoteKind.values()), words).as(Event.NoteAdded::new),
                entry.map(Event.NoteRemoved::new),
                Combinators.combine(Arbitraries.of("zone", "theme"), Arbitraries.of("", "Asia/Tokyo", "dark"))
                        .as((name, value) -> new Event.SettingsChanged(new TreeMap<>(Map.of(name, value)))),
                Arbitraries.of("phone", "laptop").map(name -> new Event.DeviceAdded(name, "00")),
                entry.map(Event.DeviceRemoved::new),
                Combinators.combine(entry, days()).as(Event.DeviceSeen::new));
    }

    private static Arbitrary<Loosening> loosening(Arbitrary<Long> entry) {
        return Arbitraries.oneOf(
                Any.loosening().list().ofMinSize(1).ofMaxSize(2).map(Loosening.ChangeRule::new),
                Arbitraries.just(new Loosening.EndRule()),
                entry.map(Loosening.Release::new));
    }

    private static Arbitrary<Clause> clause(Arbitrary<Long> entry) {
        return Arbitraries.oneOf(
                Arbitraries.just(new Clause.HeldAct(Act.TEXT)),
                Arbitraries.just(new Clause.Emergency()),
                Arbitraries.just(new Clause.NeedsALook()),
                entry.map(Clause.Reply::new),
                entry.map(Clause.ReleasedLetter::new),
                entry.map(held -> new Clause.LookedAt(held, Topic.HOME)));
    }
}
