package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The quick way out of a page.
@InChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeavingTest {
    private final Chromium chromium;
    private final PersonWithARule person = new PersonWithARule();

    LeavingTest(Chromium chromium) {
        this.chromium = chromium;
    }

    @AfterAll
    void close() {
        person.close();
    }

    @Test
    void goesElsewhereWithOnePressAndBackDoesNotReturn() {
        try (var window = window()) {
            window.page.locator(".exit").click();
            window.page.waitForURL("https://www.wikipedia.org/");

            window.page.goBack(new Page.GoBackOptions().setTimeout(5_000));

            assertThat(window.page.url()).doesNotContain("/letters");
            assertThat(window.elsewhere).containsExactly("https://www.wikipedia.org/");
        }
    }

    @Test
    void goesElsewhereWithShiftPressedThreeTimes() {
        try (var window = window()) {
            for (var press = 0; press < 3; press++) {
                window.page.keyboard().press("Shift");
            }

            window.page.waitForURL("https://www.wikipedia.org/");
        }
    }

    @Test
    void staysWhileCapitalsAreTyped() {
        try (var window = window()) {
            window.page.locator("#sheet").focus();
            for (var letter : new String[] {"A", "B", "C", "D"}) {
                window.page.keyboard().press("Shift+" + letter);
            }

            assertThat(window.page.locator("#sheet").inputValue()).isEqualTo("ABCD");
            assertThat(window.page.locator(".exit").getAttribute("data-presses"))
                    .isNull();
            assertThat(window.elsewhere).isEmpty();
        }
    }

    @Test
    void goesWhereThePersonChose() {
        person.trial.keeper.set(Map.of(Setting.LEAVE.key(), "https://weather.example/today"));
        try (var window = window()) {
            window.page.locator(".exit").click();

            window.page.waitForURL("https://weather.example/today");
        } finally {
            person.trial.keeper.set(Map.of(Setting.LEAVE.key(), ""));
        }
    }

    @Test
    void isAPlainLinkWithoutScript() {
        var options = Window.wide(390).setJavaScriptEnabled(false);
        try (var window = new Window(chromium, person.trial, options).signedIn().open("/letters")) {
            window.page.locator(".exit").click();

            window.page.waitForURL("https://www.wikipedia.org/");
        }
    }

    private Window window() {
        return new Window(chromium, person.trial, Window.wide(390)).signedIn().open("/letters");
    }
}
