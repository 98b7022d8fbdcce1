package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Leaving quickly, as the component of GOV.UK behaves.
@InChromium
class ExitTest {
    private static final String ELSEWHERE = "https://www.wikipedia.org/";

    private final PersonWithARule person = new PersonWithARule();
    private final Window window;

    ExitTest(Chromium chromium) {
        window = new Window(chromium, person.trial, Window.wide(1280).setColorScheme(ColorScheme.DARK)).signedIn();
    }

    @AfterEach
    void close() {
        window.close();
        person.close();
    }

    @Test
    void leavesByTheLinkAndBackDoesNotReturn() {
        window.open("/help-now").open("/rule");

        window.page.locator(".exit").click();
        window.page.waitForURL(ELSEWHERE);
        window.page.goBack();

        assertThat(window.place()).isEqualTo("/help-now");
        assertThat(window.complaints).isEmpty();
    }

    @Test
    void leavesByShiftThreeTimesWithALightForEachPress() {
        window.open("/help-now").open("/rule");

        window.page.keyboard().press("Shift");
        assertThat(presses()).isEqualTo("1");
        assertThat(window.page.locator("#leaving").textContent()).isEqualTo("Shift twice more leaves this page");
        window.page
                .locator(".exit i")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        window.page.keyboard().press("Shift");
        assertThat(presses()).isEqualTo("2");
        window.page.keyboard().press("Shift");
        window.page.waitForURL(ELSEWHERE);
        window.page.goBack();

        assertThat(window.place()).isEqualTo("/help-now");
    }

    @Test
    void doesNotTakeCapitalsForPresses() {
        window.open("/letters");

        for (var letter = 0; letter < 4; letter++) {
            window.page.keyboard().press("Shift+A");
        }

        assertThat(presses()).isNull();
        assertThat(window.place()).isEqualTo("/letters");
    }

    @Test
    void goesWhereThePersonChose() {
        person.trial.keeper.set(java.util.Map.of("leave", "https://weather.example/"));
        window.open("/rule");

        window.page.locator(".exit").click();
        window.page.waitForURL("https://weather.example/");

        assertThat(window.elsewhere).containsExactly("https://weather.example/");
    }

    private String presses() {
        return window.page.locator(".exit").getAttribute("data-presses");
    }
}
