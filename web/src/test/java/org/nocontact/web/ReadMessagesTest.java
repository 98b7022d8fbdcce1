package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Event;
import org.nocontact.core.InboundLabel;
import org.nocontact.reading.InLabel;

/// What a page shows of the reading of a message.
class ReadMessagesTest {
    private static final String ASK = "Ask the rule, then send it yourself";
    private static final String MIXED = "You never cared. The landlord comes on Thursday at 5, can you let him in?";
    private static final String WISH = "I made a mistake leaving you. Can we try again?";

    private final PersonWithARule person = new PersonWithARule();

    @AfterEach
    void close() {
        person.close();
    }

    @Test
    void showsWhatHasToBeArrangedFirstAndFoldsTheRest() {
        person.trial.reader.isSure(MIXED, InLabel.HOSTILE, 0.9, "You never cared", MIXED.substring(17));

        var screen = received(MIXED);

        assertThat(screen.all("#needs li")).containsExactly(MIXED.substring(17));
        assertThat(screen.one("blockquote").closest("details").hasAttr("open")).isFalse();
        assertThat(screen.all("mark")).containsExactly("You never cared1");
        assertThat(screen.one("table.reading tbody").text()).startsWith("1 Hostile. ");
        assertThat(labels()).containsExactly(InboundLabel.HOSTILE);
    }

    @Test
    void notesNothingWhenItIsNotSureAndAsks() {
        var text = "Sorry about how October went.";
        person.trial.reader.isNotSure(text, InLabel.APOLOGY, InLabel.SMALL_TALK, "Sorry");

        var screen = received(text);

        assertThat(labels()).isEmpty();
        assertThat(screen.one("#says").text()).contains("Not sure. It could be: An apology. Or: Small talk.");
        assertThat(screen.one("mark").className()).isEqualTo("unsure");
        assertThat(screen.html().select("#says [type=radio]").eachAttr("value")).startsWith("apology", "small-talk");
        screen.press("Note it", "label", "small-talk");
        assertThat(labels()).containsExactly(InboundLabel.SMALL_TALK);
    }

    @Test
    void canBeCorrected() {
        person.trial.reader.isSure(MIXED, InLabel.HOSTILE, 0.9, "You never cared", "");

        var screen = received(MIXED).press("Note it", "label", "practical");

        assertThat(screen.one("#says").text()).contains("Practical. Something has to be arranged");
        assertThat(screen.hasButton(ASK)).isTrue();
    }

    @Test
    void notesABoundaryOnlyWhenItIsSurerThanOfTheRest() {
        person.trial.reader.isSure("Let it be now.", InLabel.BOUNDARY, 0.6, "Let it be", "");
        person.trial.reader.isSure("Stop writing to me.", InLabel.BOUNDARY, 0.9, "Stop writing", "");

        assertThat(received("Let it be now.").one("#says").text()).contains("It reads like this: A boundary.");
        var sure = received("Stop writing to me.");

        assertThat(labels()).containsExactly(InboundLabel.BOUNDARY);
        assertThat(sure.text()).contains("No answer is open for this one.", "a boundary stays one");
    }

    @Test
    void putsDangerBeforeEverythingElseAndOnToday() {
        person.trial.reader.isSure("I will hurt you.", InLabel.EMERGENCY, 0.9, "hurt you", "");

        var screen = received("I will hurt you.");

        assertThat(screen.main().child(0).id()).isEqualTo("danger");
        assertThat(screen.one("#danger").text()).contains("Is someone in danger right now?", "It misses much");
        assertThat(screen.all(".next")).hasSize(1);
        assertThat(screen.hasButton(ASK)).isTrue();
        assertThat(person.visitor.open("/").one(".next").text()).startsWith("A message speaks of danger");
    }

    @Test
    void showsDangerAlsoWhereItIsNotSureUntilThePersonSaysOtherwise() {
        person.trial.reader.isNotSure("The kids are killing me.", InLabel.SMALL_TALK, InLabel.EMERGENCY, "killing");

        var screen = received("The kids are killing me.");
        assertThat(screen.all("#danger")).hasSize(1);

        assertThat(screen.press("Note it", "label", "small-talk").all("#danger"))
                .isEmpty();
    }

    @Test
    void saysThatItCannotReadGermanButKnowsItsWordsOfDanger() {
        var german = received("Kannst du mir bitte schreiben, wann du Zeit hast?");
        assertThat(german.text()).contains("This program reads English only");
        assertThat(german.all("#danger")).isEmpty();
        assertThat(labels()).isEmpty();

        assertThat(received("Ich will nicht mehr leben.").all("#danger")).hasSize(1);
    }

    @Test
    void foldsWhatCanWaitLateInTheEvening() {
        var screen = received("Hey, how are you? Saw a heron today.");
        var practical = received("The landlord comes on Thursday.").press("Note it", "label", "practical");
        person.clock.passes(Duration.ofHours(12));

        var late = person.visitor.open(screen.address().getPath());
        assertThat(late.source()).doesNotContain("heron");
        assertThat(late.follow("Read it now all the same").source()).contains("heron");
        assertThat(person.visitor.open(practical.address().getPath()).source()).contains("landlord");
        assertThat(person.visitor.open("/").one(".next").text()).doesNotContain("heron");
    }

    @Test
    void beginsAnAnswerFromAnOpeningForEachLabel() {
        for (var label : InboundLabel.values()) {
            var screen = received("Words of kind " + label).press("Note it", "label", label.word());
            person.clock.passes(Duration.ofHours(24));
            var open = person.visitor.open(screen.address().getPath());
            assertThat(open.html().select("input[name=begin]").eachAttr("value"))
                    .as(label.word())
                    .isEqualTo(Openings.of(label));
            if (label != InboundLabel.BOUNDARY) {
                var begun = open.press(
                        "Take this as a beginning", "begin", Openings.of(label).getLast());
                assertThat(begun.field("reply")).isNotBlank();
            }
        }
        assertThat(person.visitor
                        .speaking("de")
                        .open("/received/2?begin=nothing-like-this")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void saysHowAnAnswerReadsWithoutAskingTheRule() {
        var screen = received("When?").press("Note it", "label", "practical");
        var before = person.last();

        var checked = screen.press("See how it reads first", "reply", "Answer me now, you liar.");

        assertThat(checked.one("#check").text()).contains("look again", "Calmer:");
        assertThat(checked.field("reply")).isEqualTo("Answer me now, you liar.");
        assertThat(person.last()).isEqualTo(before);
    }

    @Test
    void hasAPageOfItsOwnForAWishToComeBackWithoutOdds() {
        person.trial.reader.isSure(WISH, InLabel.WANTS_BACK, 0.9, "try again", "");

        var wish = received(WISH).follow("Look at it with care");

        assertThat(wish.text())
                .contains("Regret for something named", "mistake", "No words for it were found.", "That waits 72 hours")
                .doesNotContain("%");
        assertThat(wish.follow("Think about ending the rule").address()).hasPath("/rule/end");
        person.clock.passes(Duration.ofHours(24));
        assertThat(wish.follow("Write that sentence").field("reply")).contains("I need time to think");
    }

    @Test
    void hasNoSuchPageForAnythingElse() {
        var screen = received("Hi");

        assertThat(person.visitor.get(screen.address().getPath() + "/wish").statusCode())
                .isEqualTo(404);
    }

    private List<InboundLabel> labels() {
        return person.events(Event.ReachOutLabelled.class).stream()
                .map(Event.ReachOutLabelled::label)
                .toList();
    }

    private Screen received(String text) {
        return person.visitor.open("/received").press("Keep it here", "text", text);
    }
}
