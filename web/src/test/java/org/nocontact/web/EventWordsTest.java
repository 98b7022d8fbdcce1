package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nocontact.core.Act;
import org.nocontact.core.Change;
import org.nocontact.core.Clause;
import org.nocontact.core.DayAnswer;
import org.nocontact.core.Entry;
import org.nocontact.core.Event;
import org.nocontact.core.InboundLabel;
import org.nocontact.core.Loosening;
import org.nocontact.core.NoteKind;
import org.nocontact.core.Rules;
import org.nocontact.core.Topic;
import org.nocontact.core.TurnedClock;
import org.nocontact.core.Words;

class EventWordsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Words SECRET = Words.text("nobody is to read this in a list");

    private static final List<Event> EACH_KIND = List.of(
            new Event.RuleBegun(Rules.limitedTo(Topic.HOME), DAY, DAY.minusDays(3)),
            new Event.RuleTightened(List.of(new Change.HoldAct(Act.LOOK))),
            new Event.LooseningAsked(new Loosening.EndRule()),
            new Event.LooseningCalledOff(3),
            new Event.LooseningConfirmed(3),
            new Event.AttemptAllowed(Act.TEXT, Rules.DANIEL, new Clause.Emergency(), "phone"),
            new Event.AttemptHeld(Act.TEXT, Rules.DANIEL, new Clause.HeldAct(Act.TEXT), "phone", SECRET),
            new Event.LookTaken(7, Topic.HOME),
            new Event.LetterWritten(SECRET),
            new Event.LetterBurned(9),
            new Event.LetterSent(9),
            new Event.ReachOutReceived("text", TurnedClock.START, SECRET),
            new Event.ReachOutLabelled(12, InboundLabel.APOLOGY),
            new Event.ReachOutClosed(12, true),
            new Event.UrgeBegan(7, SECRET),
            new Event.UrgeRated(15, 6),
            new Event.UrgeEased(15, 2, null, SECRET),
            new Event.SlipRecorded(TurnedClock.START, DAY, Act.TEXT, true, SECRET),
            new Event.DaysAnswered(DAY, DAY.plusDays(1), DayAnswer.KEPT),
            new Event.DaySeen(DAY),
            new Event.NoteAdded(NoteKind.REASON, Words.text("My own words")),
            new Event.NoteRemoved(21),
            new Event.SettingsChanged(new TreeMap<>(Map.of("theme", "dark"))),
            new Event.DeviceAdded("Phone", "a".repeat(64)),
            new Event.DeviceRemoved(24),
            new Event.DeviceSeen(24, DAY),
            new Event.AttemptNotSent(6));

    static List<Locale> languages() {
        return Texts.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void hasASentenceForEveryKindOfEvent(Locale language) {
        assertThat(EACH_KIND.stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Event.class.getPermittedSubclasses());
        assertThat(said(language, EACH_KIND))
                .doesNotHaveDuplicates()
                .allSatisfy(
                        sentence -> assertThat(sentence).endsWith(".").doesNotContain("{", ": .", "nobody is to read"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void hasASentenceForEveryWordThatAnEventCanHold(Locale language) {
        var events = Stream.of(
                        Stream.of(InboundLabel.values()).map(label -> new Event.ReachOutLabelled(12, label)),
                        Stream.of(NoteKind.values()).map(kind -> new Event.NoteAdded(kind, Words.text("x"))),
                        Stream.of(DayAnswer.values()).map(answer -> new Event.DaysAnswered(DAY, DAY, answer)),
                        Stream.of(DayAnswer.values())
                                .map(answer -> new Event.DaysAnswered(DAY, DAY.plusDays(1), answer)),
                        Stream.of(Act.values())
                                .map(act -> new Event.AttemptHeld(
                                        act, Rules.DANIEL, new Clause.HeldAct(act), "hand", Words.NONE)),
                        Stream.of(
                                        new Clause.Practice(Act.TEXT),
                                        new Clause.ActLeftOut(Act.TEXT),
                                        new Clause.Reply(12),
                                        new Clause.ReleasedLetter(9),
                                        new Clause.LookedAt(7, Topic.HOME),
                                        new Clause.OpenTopic(Topic.HOME),
                                        new Clause.Emergency())
                                .map(clause -> new Event.AttemptAllowed(Act.TEXT, Rules.DANIEL, clause, "hand")),
                        Stream.of(
                                new Event.ReachOutClosed(12, false),
                                new Event.UrgeBegan(null, Words.NONE),
                                new Event.UrgeEased(15, null, null, Words.NONE),
                                new Event.RuleBegun(Rules.noContact(), DAY, null)))
                .flatMap(some -> some)
                .map(event -> (Event) event)
                .toList();

        assertThat(said(language, events))
                .doesNotHaveDuplicates()
                .allSatisfy(sentence -> assertThat(sentence).endsWith("."));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void saysOfBurnedWordsThatTheyAreGone(Locale language) {
        var burned = new Entry(9, TurnedClock.START, TurnedClock.START, new Event.LetterWritten(Words.NONE), true);

        assertThat(words(language).say(burned)).contains(Texts.in(language).say("timeline.gone"));
        assertThat(EventWords.page(burned)).isEmpty();
    }

    private static List<String> said(Locale language, List<Event> events) {
        var words = words(language);
        return events.stream()
                .map(event -> new Entry(100, TurnedClock.START, TurnedClock.START, event, false))
                .map(words::say)
                .toList();
    }

    private static EventWords words(Locale language) {
        return new EventWords(Texts.in(language), ZoneOffset.UTC, DAY, EventWordsTest::entry);
    }

    private static Optional<Entry> entry(long seq) {
        return Optional.of(new Entry(seq, TurnedClock.START, TurnedClock.START, EACH_KIND.get((int) seq - 1), false));
    }
}
