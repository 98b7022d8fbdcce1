package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Topic;

/// Somebody makes their rule in a real browser.
@InChromium
class FirstEveningTest {
    private final Chromium chromium;
    private final PersonWithARule nobody = new PersonWithARule(null);

    FirstEveningTest(Chromium chromium) {
        this.chromium = chromium;
    }

    @AfterEach
    void close() {
        nobody.close();
    }

    @Test
    void makesTheRuleByKeyboardAndMeetsToday() {
        try (var window = new Window(chromium, nobody.trial, Window.wide(390)).signedIn()) {
            window.page.locator("#name").fill("Daniel");
            window.page.locator("#name").press("Tab");
            window.page.keyboard().type("daniel@climbing.example");
            assertThat(window.page.locator("#exit-home").isVisible()).isFalse();
            window.page.locator("#limited").focus();
            window.page.keyboard().press("Space");
            window.page.locator("[name=topic][value=home]").press("Space");
            window.page.locator("#exit-home").fill("The lease");
            window.button("Begin");
            window.page.waitForURL(address -> address.endsWith("/#main"));

            assertThat(rule().kind().openTopics()).containsExactly(Topic.HOME);
            assertThat(rule().ways()).hasSize(1);
            assertThat(window.page.locator("h1").textContent()).isEqualTo("Your rule begins today.");
            assertThat(window.complaints).isEmpty();
            assertThat(window.elsewhere).isEmpty();
        }
    }

    @Test
    void makesTheRuleWithoutScriptAndIsLedToWhatIsMissing() {
        try (var window = new Window(chromium, nobody.trial, Window.wide(390).setJavaScriptEnabled(false)).signedIn()) {
            window.page.locator("#reasons").fill("I asked three times.");
            window.button("Begin");

            assertThat(window.page.title()).startsWith("Error: ");
            assertThat(window.page.locator("#reasons").inputValue()).isEqualTo("I asked three times.");
            window.page.locator(".problem a").click();
            window.page.locator("#name").fill("Daniel");
            window.button("Begin");

            assertThat(rule().name()).isEqualTo("Daniel");
        }
    }

    @Test
    void couldInstallThePagesAsAnApp() {
        try (var window = new Window(chromium, nobody.trial, Window.wide(390)).signedIn()) {
            window.open("/setup");
            var session = window.page.context().newCDPSession(window.page);

            assertThat(session.send("Page.getAppManifest").getAsJsonArray("errors"))
                    .isEmpty();
            assertThat(session.send("Page.getInstallabilityErrors").getAsJsonArray("installabilityErrors"))
                    .map(error -> ((JsonObject) error).get("errorId").getAsString())
                    // A window of its own, as each test has, cannot install anything.
                    .allMatch("in-incognito"::equals);
        }
    }

    private org.nocontact.core.Rule rule() {
        return nobody.trial.keeper.look((story, _) -> story.rule().orElseThrow().rule());
    }
}
