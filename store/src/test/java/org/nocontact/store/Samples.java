package org.nocontact.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.nocontact.core.Act;
import org.nocontact.core.Change;
import org.nocontact.core.Clause;
import org.nocontact.core.DayAnswer;
import org.nocontact.core.EmailAddress;
import org.nocontact.core.Event;
import org.nocontact.core.GoBetween;
import org.nocontact.core.Handle;
import org.nocontact.core.InboundLabel;
import org.nocontact.core.Kind;
import org.nocontact.core.Loosening;
import org.nocontact.core.NoteKind;
import org.nocontact.core.PersonName;
import org.nocontact.core.PhoneNumber;
import org.nocontact.core.Profile;
import org.nocontact.core.Rule;
import org.nocontact.core.Topic;
import org.nocontact.core.Way;
import org.nocontact.core.Words;

/// Invented events: at least one of each kind, and in them each change, clause, loosening and handle.
final class Samples {
    static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    static final Handle EMAIL = EmailAddress.parse("daniel@example.org").orElseThrow();
    static final Handle PHONE = new PhoneNumber(49, "17604069012");
    static final Handle PROFILE = new Profile("instagram", false, "daniel_climbs");
    static final Handle NAME = new PersonName("Daniel");

    static final Rule RULE = new Rule(
            "Daniel",
            List.of(new Way(EMAIL, "Daniel@Example.org"), new Way(PHONE, "0176 040 690 12"), new Way(PROFILE, "@d")),
            List.of(new GoBetween("Mia", List.of(new Way(new Profile("any", true, "Ab12"), "Mia’s")))),
            new Kind.Limited(Set.of(Topic.MONEY, Topic.WORK, Topic.HOME)),
            EnumSet.allOf(Act.class),
            Duration.ofHours(72),
            Duration.ofMinutes(90),
            true);

    static final List<Change> CHANGES = List.of(
            new Change.Rename("Dan"),
            new Change.AddWay(new Way(EMAIL, "d@x")),
            new Change.RemoveWay(PHONE),
            new Change.AddGoBetween(new GoBetween("Jo", List.of())),
            new Change.RemoveGoBetween("Jo"),
            new Change.RemoveGoBetweenWay("Jo", PHONE),
            new Change.HoldAct(Act.LOOK),
            new Change.LeaveAct(Act.IN_PERSON),
            new Change.OpenTopic(Topic.LEGAL),
            new Change.DropTopic(Topic.BELONGINGS),
            new Change.LengthenCoolingOff(Duration.ofDays(7)),
            new Change.ShortenCoolingOff(Duration.ofHours(24)),
            new Change.LengthenReplyPause(Duration.ofHours(24)),
            new Change.ShortenReplyPause(Duration.ZERO),
            new Change.EndPractice(),
            new Change.BeginPractice());

    static final List<Clause> CLAUSES = List.of(
            new Clause.HeldAct(Act.TEXT),
            new Clause.Practice(Act.CALL),
            new Clause.ThroughGoBetween("Mia"),
            new Clause.NeedsALook(),
            new Clause.OutsideTheTopics(),
            new Clause.ReplyLater(7),
            new Clause.ReplyTooLong(8),
            new Clause.Emergency(),
            new Clause.ActLeftOut(Act.LIKE),
            new Clause.Reply(9),
            new Clause.ReleasedLetter(10),
            new Clause.LookedAt(11, Topic.CHILDREN),
            new Clause.OpenTopic(Topic.WORK));

    static final List<Loosening> LOOSENINGS = List.of(
            new Loosening.ChangeRule(CHANGES.stream().filter(Change::loosens).toList()),
            new Loosening.EndRule(),
            new Loosening.Release(12));

    private Samples() {}

    static List<Event> events() {
        return Stream.of(
                        ofTheRule(),
                        CLAUSES.stream()
                                .map(clause -> new Event.AttemptHeld(
                                        Act.EMAIL, EMAIL, clause, "mail", Words.text("I miss you, " + clause.id()))),
                        CLAUSES.stream().map(clause -> new Event.AttemptAllowed(Act.COMMENT, NAME, clause, "hand")),
                        ofLetters(),
                        ofTheWeakHour(),
                        ofEverythingElse())
                .flatMap(events -> events)
                .map(Event.class::cast)
                .toList();
    }

    private static Stream<Event> ofTheRule() {
        return Stream.concat(
                LOOSENINGS.stream().map(Event.LooseningAsked::new),
                Stream.of(
                        new Event.RuleBegun(RULE, DAY, DAY.minusDays(2)),
                        new Event.RuleBegun(Rule.about("Sam"), DAY, null),
                        new Event.RuleTightened(CHANGES.stream()
                                .filter(change -> !change.loosens())
                                .toList()),
                        new Event.LooseningCalledOff(3),
                        new Event.LooseningConfirmed(4)));
    }

    private static Stream<Event> ofLetters() {
        return Stream.of(
                new Event.AttemptHeld(Act.CALL, PHONE, new Clause.HeldAct(Act.CALL), "phone", Words.NONE),
                new Event.AttemptNotSent(4),
                new Event.LookTaken(5, Topic.MONEY),
                new Event.LetterWritten(new Words(Map.of("subject", "Why", "text", "Zwölf Boxkämpfer \"jagten\"\n…"))),
                new Event.LetterWritten(Words.NONE),
                new Event.LetterBurned(6),
                new Event.LetterSent(7),
                new Event.ReachOutReceived("letter", Instant.parse("2026-02-27T10:00:00Z"), Words.text("Hi 🙂")),
                new Event.ReachOutLabelled(8, InboundLabel.WANTS_BACK),
                new Event.ReachOutClosed(9, true));
    }

    private static Stream<Event> ofTheWeakHour() {
        return Stream.of(
                new Event.UrgeBegan(8, Words.text("a song")),
                new Event.UrgeBegan(null, Words.NONE),
                new Event.UrgeRated(10, 7),
                new Event.UrgeEased(10, 3, 11L, Words.text("rang Mia")),
                new Event.UrgeEased(10, null, null, Words.NONE),
                new Event.SlipRecorded(
                        Times.BEGIN,
                        DAY,
                        Act.THROUGH_SOMEONE,
                        true,
                        new Words(Map.of("setOff", "wine", "brought", "nothing", "next", "sleep"))));
    }

    private static Stream<Event> ofEverythingElse() {
        return Stream.of(
                new Event.DaysAnswered(DAY, DAY.plusDays(3), DayAnswer.CONTACTED),
                new Event.DaySeen(DAY),
                new Event.NoteAdded(NoteKind.PLACE, new Words(Map.of("text", "the gym", "plan", "go at seven"))),
                new Event.NoteRemoved(12),
                new Event.SettingsChanged(new TreeMap<>(Map.of("zone", "Europe/Berlin", "theme", ""))),
                new Event.DeviceAdded("Telefon", "00ff"),
                new Event.DeviceRemoved(13),
                new Event.DeviceSeen(14, DAY));
    }
}
