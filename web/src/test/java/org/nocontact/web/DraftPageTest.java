package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Clause;
import org.nocontact.core.Event;
import org.nocontact.core.Kind;
import org.nocontact.core.Rule;
import org.nocontact.core.Topic;
import org.nocontact.reading.OutLabel;

class DraftPageTest {
    private static final String CHECK = "See how it reads";
    private static final String ASK = "Ask the rule, then send it yourself";
    private static final String CALM = "The rent is due on Friday. Could you send your half?";
    private static final String UPSET = "You liar, answer me now. The rent is due on Friday.";

    private final PersonWithARule person =
            new PersonWithARule(Rule.about("Daniel").withKind(new Kind.Limited(Set.of(Topic.MONEY))));

    @AfterEach
    void close() {
        person.close();
    }

    @Test
    void isLedToFromTodayAndNamesTheTopics() {
        var page = person.visitor.open("/").follow("Write a draft and see how it reads");

        assertThat(page.text()).contains("Your rule leaves open: money");
    }

    @Test
    void saysHowItReadsAndOffersCalmerWordsWithoutAskingTheGate() {
        var before = person.last();

        var checked = person.visitor.open("/draft").press(CHECK, "text", UPSET);

        assertThat(checked.all("#check mark")).anyMatch(words -> words.contains("liar"));
        assertThat(checked.one("#check").text()).contains("Friendly: no blame, no guilt look again", "Calmer:");
        assertThat(checked.field("text")).isEqualTo(UPSET);
        assertThat(person.last()).isEqualTo(before);
        assertThat(person.visitor
                        .speaking("de")
                        .open("/draft")
                        .press("Sehen, wie es sich liest", "text", UPSET)
                        .text())
                .contains("Ruhiger:", "Das");
    }

    @Test
    void showsAnAllowedOneForSending() {
        person.trial.reader.isDraft(CALM, OutLabel.PRACTICAL);

        var allowed = person.visitor.open("/draft").press(ASK, "text", CALM);

        assertThat(allowed.one("#verdict").text()).contains("This one may go out", CALM, "money");
        assertThat(person.events(Event.AttemptAllowed.class))
                .extracting(Event.AttemptAllowed::clause)
                .containsExactly(new Clause.OpenTopic(Topic.MONEY));
    }

    @Test
    void keepsAHeldOneAsALetterThatThePersonCanInsistOn() {
        person.trial.reader.isDraft(UPSET, OutLabel.PRACTICAL, OutLabel.BLAME);

        var held = person.visitor.open("/draft").press(ASK, "text", UPSET, "act", "email");
        assertThat(held.one("#verdict").text()).contains("This one is held", "This does not keep to them");

        var letter = held.follow("I want to send it as it is");
        assertThat(letter.text()).contains(UPSET);
        assertThat(letter.press("Let it wait until then").text()).contains("Not before");
    }

    @Test
    void leavesTheLookToThePersonWhenTheReadingIsNotSure() {
        var held = person.visitor.open("/draft").press(ASK, "text", "Kannst du mir bitte die Miete überweisen, danke?");

        assertThat(held.text()).contains("This program reads English only");
        assertThat(held.follow("I want to send it as it is").hasButton("Only that, and calmly said"))
                .isTrue();
    }

    @Test
    void usesNoReplyWindowUp() {
        var received = person.visitor.open("/received").press("Keep it here", "text", "When?");
        received.press("Note it", "label", "practical");

        assertThat(person.visitor
                        .open("/draft")
                        .press(ASK, "text", "I miss you.")
                        .text())
                .contains("This one is held");
        assertThat(person.visitor.open(received.address().getPath()).hasButton(ASK))
                .isTrue();
    }

    @Test
    void saysUnderAnIndefiniteRuleThatNothingIsOpen() {
        try (var other = new PersonWithARule()) {
            var page = other.visitor.open("/draft");

            assertThat(page.text()).contains("Your rule leaves no topic open");
            assertThat(page.html().select("main form")).isEmpty();
        }
    }

    @Test
    void showsHowALetterReadsWhenAsked() {
        var letter = person.visitor.open("/letters").press("Keep it", "words", "You liar, please take me back.");
        assertThat(letter.all("mark")).isEmpty();

        var words = letter.follow("See how it reads");

        assertThat(words.text()).contains("It is a letter to keep, and may say anything", "Calmer:");
        assertThat(words.follow("Back to the letter").text()).contains("please take me back");
    }
}
