package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// No page has a fault that axe-core finds: WCAG 2.2 AA and best practice, dark and light, on a phone and on a desk, in
/// both languages, everything unfolded.
@InChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AxeTest {
    private static final List<String> HOUR = List.of("wait", "reasons", "write", "call", "before", "after");
    private static final String RUN = """
            async ([rules, contrastOnly]) => {
              const run = contrastOnly
                ? { type: 'rule', values: ['color-contrast'] }
                : { type: 'tag', values: rules };
              const { violations, passes } = await axe.run(document, { runOnly: run, resultTypes: ['violations'] });
              return { checks: passes.length, faults: violations.flatMap(fault => fault.nodes.map(node =>
                fault.id + ': ' + node.html.slice(0, 200) + ' ' + node.failureSummary)) };
            }
            """;
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final Chromium chromium;
    private final PersonWithARule person = Everywhere.aPersonWithEverything();
    private final PersonWithARule nobody = new PersonWithARule(null);
    private final String axe;

    AxeTest(Chromium chromium) throws IOException {
        this.chromium = chromium;
        try (var file = AxeTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    void close() {
        person.close();
        nobody.close();
    }

    @Test
    void findsNothingOnAPhoneInEnglish() {
        findsNothing(390, "en", ColorScheme.DARK);
    }

    @Test
    void findsNothingOnADeskInGerman() {
        findsNothing(1280, "de", ColorScheme.LIGHT);
    }

    @Test
    void wouldFindAFault() {
        try (var window = window(person, 390, "en", ColorScheme.DARK)) {
            window.open("/letters");
            window.page.evaluate("document.querySelector('label[for=sheet]').remove()");

            assertThat(faults(window, "/letters", false)).anyMatch(fault -> fault.contains("label: "));
        }
    }

    private void findsNothing(int wide, String language, ColorScheme theme) {
        var faults = new ArrayList<String>();
        try (var window = window(person, wide, language, theme)) {
            for (var path : Everywhere.pages(person.visitor)) {
                window.open(path);
                faults.addAll(faults(window, path, theme));
            }
            for (var part : HOUR) {
                window.open("/weak-hour#" + part);
                faults.addAll(faults(window, "/weak-hour#" + part, theme));
            }
            if (wide < 1000) {
                window.open("/letters").button("Menu");
                faults.addAll(faults(window, "the menu", theme));
            }
            window.open("/slips");
            window.page.locator("#time").evaluate("time => time.type = 'text'");
            window.page.locator("#time").fill("late");
            window.page.locator("button[value=keep-going]").click();
            faults.addAll(faults(window, "an error in a form", theme));
        }
        try (var window = window(nobody, wide, language, theme)) {
            window.open("/setup");
            faults.addAll(faults(window, "/setup without a rule", theme));
            window.open("/mail");
            faults.addAll(faults(window, "/mail before it is set up", theme));
        }
        assertThat(faults).isEmpty();
    }

    private Window window(PersonWithARule person, int wide, String language, ColorScheme theme) {
        return new Window(
                        chromium,
                        person.trial,
                        Window.wide(wide).setLocale(language).setColorScheme(theme))
                .signedIn();
    }

    /// Everything in this theme, and the contrasts in the other one.
    private List<String> faults(Window window, String path, ColorScheme theme) {
        window.openAllDetails();
        var faults = new ArrayList<>(faults(window, path, false));
        var other = theme == ColorScheme.DARK ? ColorScheme.LIGHT : ColorScheme.DARK;
        window.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(other));
        faults.addAll(faults(window, path + " " + other, true));
        window.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        return faults;
    }

    @SuppressWarnings("unchecked")
    private List<String> faults(Window window, String path, boolean contrastOnly) {
        if (!(boolean) window.page.evaluate("typeof axe === 'object'")) {
            window.page.evaluate(axe + "; null");
        }
        var result = (Map<String, Object>) window.page.evaluate(RUN, List.of(RULES, contrastOnly));
        assertThat((Integer) result.get("checks"))
                .as("what axe looked at on " + path)
                .isPositive();
        return ((List<String>) result.get("faults"))
                .stream().map(fault -> path + ": " + fault).toList();
    }
}
