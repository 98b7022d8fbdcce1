package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.LocatorOptions;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Act;
import org.nocontact.core.Attempt;
import org.nocontact.core.Handles;
import org.nocontact.core.Verdict;
import org.nocontact.core.Words;
import org.nocontact.reading.InLabel;

/// From making the rule to burning a letter, in a browser whose script is turned off.
@InChromium
class WithoutScriptTest {
    private final Chromium chromium;

    WithoutScriptTest(Chromium chromium) {
        this.chromium = chromium;
    }

    @Test
    void makesTheRuleIsHeldReadsTheLetterAndBurnsIt() {
        var options = Window.wide(390).setJavaScriptEnabled(false);
        try (var person = new PersonWithARule(null);
                var window = new Window(chromium, person.trial, options).signedIn()) {
            assertThat(window.place()).isEqualTo("/setup");
            window.page.locator("#name").fill("Daniel");
            window.page.locator("#handles").fill("daniel.test@gmail.com");
            window.page.locator("form[action='/setup'] button.lit").click();
            assertThat(window.page.locator("h1").textContent()).isEqualTo("Your rule begins today.");

            var letter = held(person, "DanielTest+x@googlemail.com", "I only wanted to say hello.");
            window.open("/");
            window.page.locator("a[href='/letters/" + letter + "']").click();
            assertThat(window.page.locator("article .own").textContent()).isEqualTo("I only wanted to say hello.");

            window.page.locator("summary").click();
            window.button("Let it wait until then");
            window.button("Take it back");
            window.page.locator("a[href$='/burn']").click();
            window.button("Let it go now");

            assertThat(window.place()).isEqualTo("/letters");
            assertThat(window.page.content())
                    .contains("You let it go. The words are gone.")
                    .doesNotContain("I only wanted");
            assertThat(window.elsewhere).isEmpty();
        }
    }

    @Test
    void goesThroughAWeakHour() {
        var options = Window.wide(390).setJavaScriptEnabled(false);
        try (var person = new PersonWithARule();
                var window = new Window(chromium, person.trial, options).signedIn()) {
            window.button("I want to reach out");
            window.page.locator("#strength").fill("8");
            window.button("Note it");
            assertThat(window.place()).isEqualTo("/weak-hour#reasons");
            person.clock.passes(Duration.ofMinutes(15));
            window.page.locator("#reasons .lit").click();
            window.page.locator("#words").fill("I miss you.");
            window.button("Keep it here");
            assertThat(window.place()).isEqualTo("/weak-hour#after");
            window.page.locator("#now").fill("3");
            window.button("That is enough for tonight");

            assertThat(window.place()).isEqualTo("/");
            assertThat(person.trial.keeper.<Object>look(
                            (story, _) -> story.urges().minutes()))
                    .isEqualTo(java.util.List.of(15L));
        }
    }

    @Test
    void readsAMessageAndAnswersWhatHasToBeArranged() {
        var options = Window.wide(390).setJavaScriptEnabled(false);
        var text = "You never cared. The landlord comes on Thursday at 5, can you let him in?";
        try (var person = new PersonWithARule();
                var window = new Window(chromium, person.trial, options).signedIn()) {
            person.trial.reader.isSure(
                    text, InLabel.PRACTICAL, 0.9, "comes on Thursday", text.substring("You never cared. ".length()));
            window.open("/received");
            window.page.locator("#text").fill(text);
            window.button("Keep it here");
            assertThat(window.page.locator("#needs li").textContent()).doesNotContain("never cared");
            assertThat(window.page.locator("blockquote").isVisible()).isFalse();
            window.page
                    .locator("summary", new LocatorOptions().setHasText("Read them"))
                    .click();
            assertThat(window.page.locator("blockquote mark").textContent()).isEqualTo("comes on Thursday1");
            window.page.locator("input[name=begin]").first().check();
            window.button("Take this as a beginning");
            assertThat(window.page.locator("#reply").inputValue()).isEqualTo("Yes, that works for me.");
            window.button("See how it reads first");
            assertThat(window.page.locator("#check").isVisible()).isTrue();
            window.button("Ask the rule, then send it yourself");

            assertThat(window.page.locator("#verdict h2").textContent()).isEqualTo("This one may go out");
            assertThat(window.elsewhere).isEmpty();
        }
    }

    @Test
    void reachesTheMenu() {
        var options = Window.wide(390).setJavaScriptEnabled(false);
        try (var person = new PersonWithARule();
                var window = new Window(chromium, person.trial, options).signedIn()) {
            window.button("Menu");
            window.page.locator("#nav a[href='/letters']").click();

            assertThat(window.place()).isEqualTo("/letters");
        }
    }

    private static long held(PersonWithARule person, String to, String text) {
        var handle = Handles.parse(to, java.util.List.of());
        assertThat(handle).isInstanceOf(Handles.Read.class);
        var attempt = new Attempt(Act.EMAIL, ((Handles.Read) handle).handle(), Words.text(text), false, "mail");
        var answer = person.trial.keeper.attempt(attempt);
        assertThat(answer.verdict()).isInstanceOf(Verdict.Hold.class);
        return Objects.requireNonNull(answer.letter());
    }
}
