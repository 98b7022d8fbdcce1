package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nocontact.core.Attempts.attempt;
import static org.nocontact.core.Attempts.emergency;
import static org.nocontact.core.Attempts.text;
import static org.nocontact.core.Rules.A_FRIEND;
import static org.nocontact.core.Rules.DANIEL;
import static org.nocontact.core.Rules.MIA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nocontact.core.DraftReader.Draft;
import org.nocontact.core.Verdict.Allow;
import org.nocontact.core.Verdict.Hold;

class GateTest {
    private static final Instant NOW = TurnedClock.START;
    private static final Duration DAY = Duration.ofDays(1);

    /// Reads "kids" as the children, "!" as not calm, and is never sure of anything else.
    private static final DraftReader READER = (text, topics) -> {
        if (text.contains("!")) {
            return new Draft.Outside();
        }
        return text.contains("kids") && topics.contains(Topic.CHILDREN)
                ? new Draft.OnTopic(Topic.CHILDREN)
                : new Draft.NotSure();
    };

    private static Verdict decide(Attempt attempt, Rule rule, Opening... openings) {
        var gate = new Gate(READER, (held, tried) -> tried.words().text().equals("letter " + held));
        return gate.decide(attempt, Rules.inForce(rule), List.of(openings), NOW);
    }

    @ParameterizedTest
    @EnumSource
    void holdsEachOfTheNineActsTowardTheEx(Act act) {
        assertThat(decide(attempt(act, DANIEL), Rules.noContact())).isEqualTo(new Hold(new Clause.HeldAct(act)));
    }

    @Test
    void holdsOnEachWayToTheExAndOnTheirName() {
        for (var handle : List.of(Rules.DANIELS_PHONE, Rules.DANIELS_PAGE, new PersonName("DANIEL"))) {
            assertThat(decide(attempt(Act.TEXT, handle), Rules.noContact())).isInstanceOf(Hold.class);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "THROUGH_SOMEONE")
    void letsWhatIsNotAboutTheExPass(Act act) {
        assertThat(decide(attempt(act, A_FRIEND), Rules.noContactWithGoBetween()))
                .isSameAs(Verdict.PASS);
        assertThat(decide(emergency(act, A_FRIEND), Rules.noContactWithGoBetween()))
                .isSameAs(Verdict.PASS);
    }

    @Test
    void holdsWordSentThroughAnybodyAtAll() {
        assertThat(decide(attempt(Act.THROUGH_SOMEONE, A_FRIEND), Rules.noContact()))
                .isEqualTo(new Hold(new Clause.HeldAct(Act.THROUGH_SOMEONE)));
    }

    @ParameterizedTest
    @EnumSource
    void neverHoldsAnEmergency(Act act) {
        assertThat(decide(emergency(act, DANIEL), Rules.noContact())).isEqualTo(new Allow(new Clause.Emergency()));
        assertThat(decide(emergency(act, DANIEL), Rules.limitedTo(Topic.WORK)))
                .isEqualTo(new Allow(new Clause.Emergency()));
    }

    @Test
    void neverHoldsAnEmergencyThatRunsThroughAGoBetween() {
        var plea = new Attempt(Act.TEXT, MIA, Words.text("Tell Daniel to call a doctor"), true, "hand");
        assertThat(decide(plea, Rules.noContactWithGoBetween())).isEqualTo(new Allow(new Clause.Emergency()));
    }

    @ParameterizedTest
    @EnumSource
    void allowsAnActThatThePersonLeftOut(Act act) {
        assertThat(decide(attempt(act, DANIEL), Rules.leavingOut(act)))
                .isEqualTo(new Allow(new Clause.ActLeftOut(act)));
    }

    @ParameterizedTest
    @EnumSource
    void saysInPracticeWhatItWouldHaveHeld(Act act) {
        assertThat(decide(attempt(act, DANIEL), Rules.noContact().withPractice(true)))
                .isEqualTo(new Allow(new Clause.Practice(act)));
    }

    @Test
    void holdsAPleaToAGoBetweenAndNamesThem() {
        assertThat(decide(text(MIA, "Tell Daniel that I miss him"), Rules.noContactWithGoBetween()))
                .isEqualTo(new Hold(new Clause.ThroughGoBetween("Mia")));
        assertThat(decide(attempt(Act.THROUGH_SOMEONE, MIA), Rules.noContactWithGoBetween()))
                .isEqualTo(new Hold(new Clause.ThroughGoBetween("Mia")));
    }

    @Test
    void holdsAPleaInTheSubject() {
        var mail = new Attempt(
                Act.EMAIL, MIA, new Words(Map.of("subject", "Tell Daniel I wait", "text", "see above")), false, "mail");
        assertThat(decide(mail, Rules.noContactWithGoBetween())).isInstanceOf(Hold.class);
    }

    @Test
    void letsAGoBetweenBeTalkedToAboutTheEx() {
        assertThat(decide(text(MIA, "I can't tell you how much I miss Daniel"), Rules.noContactWithGoBetween()))
                .isSameAs(Verdict.PASS);
    }

    @Test
    void letsAPleaPassToAnybodyWhoIsNoGoBetween() {
        assertThat(decide(text(A_FRIEND, "Tell Daniel that I miss him"), Rules.noContactWithGoBetween()))
                .isSameAs(Verdict.PASS);
    }

    @Test
    void letsAPleaPassWhenWordThroughOthersIsLeftOut() {
        var rule = Rules.leavingOut(Act.THROUGH_SOMEONE)
                .withGoBetweens(Rules.noContactWithGoBetween().goBetweens());
        assertThat(decide(text(MIA, "Tell Daniel that I miss him"), rule)).isSameAs(Verdict.PASS);
    }

    @Test
    void namesTheActThatItWouldHaveHeldOfAPleaInPractice() {
        assertThat(decide(
                        text(MIA, "Tell Daniel hi"),
                        Rules.noContactWithGoBetween().withPractice(true)))
                .isEqualTo(new Allow(new Clause.Practice(Act.THROUGH_SOMEONE)));
    }

    @Test
    void opensNeitherTopicNorReplyToAPlea() {
        var limited = Rules.limitedTo(Topic.CHILDREN)
                .withGoBetweens(Rules.noContactWithGoBetween().goBetweens());
        assertThat(decide(text(MIA, "Tell Daniel the kids are ill"), limited, window(NOW)))
                .isEqualTo(new Hold(new Clause.ThroughGoBetween("Mia")));
    }

    @Test
    void leavesRoomForATopicThatTheReaderIsSureOf() {
        assertThat(decide(text(DANIEL, "kids at five"), Rules.limitedTo(Topic.CHILDREN)))
                .isEqualTo(new Allow(new Clause.OpenTopic(Topic.CHILDREN)));
    }

    @Test
    void leavesNoRoomForATopicThatIsNotOpen() {
        assertThat(decide(text(DANIEL, "kids at five"), Rules.limitedTo(Topic.WORK)))
                .isEqualTo(new Hold(new Clause.NeedsALook()));
        assertThat(decide(text(DANIEL, "kids at five"), Rules.noContact()))
                .isEqualTo(new Hold(new Clause.HeldAct(Act.TEXT)));
    }

    @Test
    void asksForALookWhenItIsNotSure() {
        var limited = Rules.limitedTo(Topic.CHILDREN);
        assertThat(decide(text(DANIEL, "about tomorrow"), limited)).isEqualTo(new Hold(new Clause.NeedsALook()));
        assertThat(decide(attempt(Act.CALL, DANIEL), limited)).isEqualTo(new Hold(new Clause.NeedsALook()));
    }

    @Test
    void holdsWhatIsOutsideTheTopics() {
        assertThat(decide(text(DANIEL, "you never cared!"), Rules.limitedTo(Topic.CHILDREN)))
                .isEqualTo(new Hold(new Clause.OutsideTheTopics()));
    }

    @Test
    void readsTheSubjectWithTheText() {
        var mail = new Attempt(
                Act.EMAIL, DANIEL, new Words(Map.of("subject", "come back!", "text", "kids at five")), false, "mail");
        assertThat(decide(mail, Rules.limitedTo(Topic.CHILDREN))).isEqualTo(new Hold(new Clause.OutsideTheTopics()));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIKE", "COMMENT", "THROUGH_SOMEONE", "LOOK"})
    void leavesNoRoomForActsThatServeNoTopic(Act act) {
        assertThat(decide(attempt(act, DANIEL, "kids"), Rules.limitedTo(Topic.CHILDREN)))
                .isEqualTo(new Hold(new Clause.HeldAct(act)));
    }

    @Test
    void holdsAnAnswerUntilItsWindowOpens() {
        assertThat(decide(text(DANIEL, "thanks"), Rules.noContact(), window(NOW.plusNanos(1))))
                .isEqualTo(new Hold(new Clause.ReplyLater(7)));
        assertThat(decide(text(DANIEL, "thanks"), Rules.noContact(), window(NOW)))
                .isEqualTo(new Allow(new Clause.Reply(7)));
    }

    @Test
    void allowsABriefAnswerOnly() {
        assertThat(decide(text(DANIEL, "x".repeat(600)), Rules.noContact(), window(NOW)))
                .isEqualTo(new Allow(new Clause.Reply(7)));
        assertThat(decide(text(DANIEL, "x".repeat(601)), Rules.noContact(), window(NOW)))
                .isEqualTo(new Hold(new Clause.ReplyTooLong(7)));
        var subject = new Words(Map.of("subject", "x".repeat(600), "text", "x"));
        assertThat(decide(new Attempt(Act.EMAIL, DANIEL, subject, false, "mail"), Rules.noContact(), window(NOW)))
                .isEqualTo(new Hold(new Clause.ReplyTooLong(7)));
    }

    @Test
    void closesAWindowWhenItsTimeIsOver() {
        assertThat(decide(
                        text(DANIEL, "thanks"),
                        Rules.noContact(),
                        new Opening.ReplyWindow(7, NOW.minus(DAY), NOW.minusNanos(1))))
                .isEqualTo(new Hold(new Clause.HeldAct(Act.TEXT)));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TEXT", "EMAIL"})
    void takesOnlyWrittenWordsForAnAnswer(Act act) {
        assertThat(decide(attempt(act, DANIEL), Rules.noContact(), window(NOW)))
                .isEqualTo(new Hold(new Clause.HeldAct(act)));
    }

    @Test
    void allowsAReleasedLetterWithItsWordsOnly() {
        var release = new Opening.Release(3, NOW);
        assertThat(decide(text(DANIEL, "letter 3"), Rules.noContact(), release))
                .isEqualTo(new Allow(new Clause.ReleasedLetter(3)));
        assertThat(decide(text(DANIEL, "letter 4"), Rules.noContact(), release))
                .isEqualTo(new Hold(new Clause.HeldAct(Act.TEXT)));
        assertThat(decide(text(DANIEL, "letter 3"), Rules.noContact(), new Opening.Release(3, NOW.minusNanos(1))))
                .isEqualTo(new Hold(new Clause.HeldAct(Act.TEXT)));
    }

    @Test
    void allowsWhatThePersonLookedAt() {
        assertThat(decide(text(DANIEL, "letter 3"), Rules.limitedTo(Topic.HOME), new Opening.Look(3, Topic.HOME, NOW)))
                .isEqualTo(new Allow(new Clause.LookedAt(3, Topic.HOME)));
    }

    @Test
    void looksThroughAllOpeningsForOneThatFits() {
        assertThat(decide(
                        text(DANIEL, "letter 3"),
                        Rules.noContact(),
                        window(NOW.plus(DAY)),
                        new Opening.Release(3, NOW)))
                .isEqualTo(new Allow(new Clause.ReleasedLetter(3)));
    }

    @Test
    void namesTheWindowThatIsNotOpenYetRatherThanTheAct() {
        assertThat(decide(text(DANIEL, "about tomorrow"), Rules.limitedTo(Topic.CHILDREN), window(NOW.plus(DAY))))
                .isEqualTo(new Hold(new Clause.ReplyLater(7)));
        assertThat(decide(text(DANIEL, "kids at five"), Rules.limitedTo(Topic.CHILDREN), window(NOW.plus(DAY))))
                .isEqualTo(new Allow(new Clause.OpenTopic(Topic.CHILDREN)));
    }

    @Test
    void asksTheReaderForTheOpenTopicsOnly() {
        DraftReader reader = (_, topics) -> {
            assertThat(topics).isEqualTo(Set.of(Topic.MONEY));
            return new Draft.OnTopic(Topic.MONEY);
        };
        var verdict = new Gate(reader, (_, _) -> false)
                .decide(text(DANIEL, "rent"), Rules.inForce(Rules.limitedTo(Topic.MONEY)), List.of(), NOW);
        assertThat(verdict).isEqualTo(new Allow(new Clause.OpenTopic(Topic.MONEY)));
    }

    private static Opening window(Instant from) {
        return new Opening.ReplyWindow(7, from, from.plus(ReachOut.OPEN_FOR));
    }
}
