package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Act;
import org.nocontact.core.Clause;
import org.nocontact.core.Event;
import org.nocontact.core.Gate;
import org.nocontact.core.InboundLabel;
import org.nocontact.core.Rule;
import org.nocontact.core.Words;

class ReceivedPageTest {
    private static final String ASK = "Ask the rule, then send it yourself";

    private PersonWithARule person = new PersonWithARule();

    @AfterEach
    void close() {
        person.close();
    }

    @Test
    void takesInWhatWasPasted() {
        var screen = person.visitor
                .open("/received")
                .press(
                        "Keep it here",
                        "text",
                        "Hey,\nhope you are ok.",
                        "via",
                        "email",
                        "day",
                        "2026-03-01",
                        "time",
                        "22:15");

        assertThat(screen.text()).contains("An e-mail. Sunday 1 March, 22:15");
        assertThat(screen.one("blockquote").wholeText()).isEqualTo("Hey,\nhope you are ok.");
        assertThat(screen.one("blockquote").closest("details").hasAttr("open")).isFalse();
        assertThat(person.events(Event.ReachOutReceived.class))
                .containsExactly(new Event.ReachOutReceived(
                        "email", Instant.parse("2026-03-01T21:15:00Z"), Words.text("Hey,\nhope you are ok.")));
        assertThat(person.visitor.open("/received").one("ul.rows").text())
                .isEqualTo("Sunday 1 March, 22:15 An e-mail open");
    }

    @Test
    void cameJustNowWhenTheDayIsLeftOut() {
        person.visitor.open("/received").press("Keep it here", "text", "Hi", "time", "03:00");

        assertThat(person.events(Event.ReachOutReceived.class).getFirst().came())
                .isEqualTo(person.clock.truth());
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsMissing() {
        var before = person.last();

        var again = person.visitor
                .open("/received")
                .press("Keep it here", "text", " ", "via", "letter", "day", "2026-03-09", "time", "22:15");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html().title()).startsWith("Error: ");
        assertThat(again.error("text")).isEqualTo("This one is needed");
        assertThat(again.error("day")).isEqualTo("A day that has been, in the last 20 years");
        assertThat(again.field("time")).isEqualTo("22:15");
        assertThat(again.one("option[selected]").val()).isEqualTo("letter");
        assertThat(person.last()).isEqualTo(before);
    }

    @Test
    void opensTheReplyWindowAfterThePause() {
        var screen = received("Hi, how are you?");
        assertThat(screen.text()).contains("One answer can go from Monday 2 March, 23:00 on.");
        assertThat(screen.hasButton(ASK)).isFalse();

        person.clock.passes(Duration.ofHours(12));
        var open = person.visitor.open(screen.address().getPath());

        assertThat(open.text()).contains("One brief answer is open until Monday 9 March, 23:00.");
        assertThat(open.hasButton(ASK)).isTrue();
    }

    @Test
    void opensTheReplyWindowAtOnceForSomethingPractical() {
        var screen = received("The landlord comes on Thursday.").press("Note it", "label", "practical");

        assertThat(screen.address()).hasFragment("answer");
        assertThat(screen.text()).contains("Answer only what has to be arranged");
        assertThat(screen.hasButton(ASK)).isTrue();
        assertThat(screen.one("input[checked]").val()).isEqualTo("practical");
    }

    @Test
    void opensNoWindowForABoundaryNeverMind() {
        var screen = received("Please stop writing to me.").press("Note it", "label", "boundary");
        person.lives(Duration.ofDays(2));
        var later = person.visitor.open(screen.address().getPath());

        assertThat(later.text())
                .contains("No answer is open for this one.", "It is noted as a boundary, and a boundary stays one.");
        assertThat(later.hasButton(ASK)).isFalse();
        assertThat(later.hasButton("Note it")).isFalse();
    }

    @Test
    void allowsOneAnswerOnly() {
        var answered = practical("When?").press(ASK, "reply", "Thursday at five suits me.");

        assertThat(answered.text()).contains("This one may go out", "Thursday at five suits me.");
        assertThat(answered.hasButton(ASK)).isFalse();
        assertThat(person.events(Event.AttemptAllowed.class))
                .extracting(Event.AttemptAllowed::clause)
                .allMatch(clause -> clause instanceof Clause.Reply);
        assertThat(person.visitor
                        .open(answered.address().getPath().replace("/answer", ""))
                        .text())
                .contains("You have answered it or laid it aside.");
    }

    @Test
    void holdsNothingWhenAnOldFormAnswersOnceMore() {
        var form = practical("When?");
        form.press(ASK, "reply", "Thursday.");
        var before = person.last();

        var again = form.press(ASK, "reply", "And I miss you.");

        assertThat(again.text()).contains("You have answered it or laid it aside.");
        assertThat(person.last()).isEqualTo(before);
    }

    @Test
    void holdsAnAnswerThatIsTooLongAndKeepsItInTheForm() {
        var tooLong = "I have to say so much more. ".repeat(30).strip();
        assertThat(tooLong.length()).isGreaterThan(Gate.LONGEST_REPLY);

        var held = practical("When?").press(ASK, "reply", tooLong);

        assertThat(held.text()).contains("This one is held", "It was not sent; it is kept as a letter.");
        assertThat(held.field("reply")).isEqualTo(tooLong);
        assertThat(person.events(Event.AttemptHeld.class).getFirst().words().text())
                .isEqualTo(tooLong);
        var shorter = held.press(ASK, "reply", "Thursday.");
        assertThat(shorter.text()).contains("This one may go out");
    }

    @Test
    void answersTheOneOnWhosePageItIsWritten() {
        var first = practical("When do you come?");
        var second = practical("And the deposit?");

        second.press(ASK, "reply", "It is paid.");

        assertThat(person.visitor.open(second.address().getPath()).text()).contains("You have answered it");
        assertThat(person.visitor.open(first.address().getPath()).hasButton(ASK))
                .isTrue();
    }

    @Test
    void saysOfAnOpenActThatItDoesNotUseTheAnswerUp() {
        person.close();
        var acts = java.util.EnumSet.allOf(Act.class);
        acts.remove(Act.TEXT);
        person = new PersonWithARule(Rule.about("Daniel").withActs(acts));

        var answered = practical("When?").press(ASK, "reply", "Thursday.");

        assertThat(answered.text()).contains("This one may go out", "it does not count as your one answer");
        assertThat(answered.hasButton(ASK)).isTrue();
    }

    @Test
    void canBeLaidAsideWithoutAnAnswer() {
        var list = received("Hi").press("No answer this time");

        assertThat(list.one("ul.rows").text()).endsWith("done");
        assertThat(person.events(Event.ReachOutClosed.class))
                .extracting(Event.ReachOutClosed::answered)
                .containsExactly(false);
    }

    @Test
    void canHaveBeenAnsweredElsewhere() {
        received("Hi").press("I have answered it already");

        assertThat(person.events(Event.ReachOutClosed.class))
                .extracting(Event.ReachOutClosed::answered)
                .containsExactly(true);
    }

    @Test
    void labelsAsThePersonReadsIt() {
        for (var label : InboundLabel.values()) {
            var screen = received("Words of kind " + label).press("Note it", "label", label.word());

            assertThat(person.events(Event.ReachOutLabelled.class).getLast().label())
                    .isEqualTo(label);
            assertThat(screen.one("#answer").text()).isNotEmpty();
        }
    }

    @Test
    void goesBackThroughAllPageByPage() {
        for (var number = 1; number <= 25; number++) {
            person.trial.keeper.receive("text", person.clock.truth(), Words.text("Number " + number));
        }

        var second = person.visitor.open("/received").follow("Earlier ones");

        assertThat(second.all("ul.rows li")).hasSize(5);
        assertThat(second.all("a")).doesNotContain("Earlier ones");
    }

    @Test
    void isNotFoundUnderTheNumberOfSomethingElse() {
        for (var path : new String[] {"/received/1", "/received/77", "/received/99999999999999999999"}) {
            assertThat(person.visitor.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private Screen received(String text) {
        return person.visitor.open("/received").press("Keep it here", "text", text);
    }

    private Screen practical(String text) {
        return received(text).press("Note it", "label", "practical");
    }
}
