package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// How the pages lie on a screen, and what they ask the browser for.
@InChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayoutTest {
    private static final List<String> HOUR = List.of("reasons", "write", "call", "before", "after");

    private final Chromium chromium;
    private final PersonWithARule person = Everywhere.aPersonWithEverything();

    LayoutTest(Chromium chromium) {
        this.chromium = chromium;
    }

    @AfterAll
    void close() {
        person.close();
    }

    @Test
    void fitsOnASmallPhoneAsksNobodyElseAndDrawsNoComplaint() {
        try (var window = new Window(chromium, person.trial, Window.wide(320)).signedIn()) {
            var tooWide = new ArrayList<String>();
            var pages = new ArrayList<>(Everywhere.pages(person.visitor));
            HOUR.forEach(part -> pages.add("/weak-hour#" + part));
            for (var path : pages) {
                window.open(path);
                window.openAllDetails();
                if ((int) window.page.evaluate("document.documentElement.scrollWidth") > 320) {
                    tooWide.add(path);
                }
            }

            assertThat(tooWide).isEmpty();
            assertThat(window.elsewhere).isEmpty();
            assertThat(window.complaints)
                    .filteredOn(complaint -> !complaint.contains("/nowhere"))
                    .isEmpty();
        }
    }

    @Test
    void holdsStillWhereThePersonWantsNoMotion() {
        var motion = Window.wide(390).setReducedMotion(ReducedMotion.NO_PREFERENCE);
        try (var window = new Window(chromium, person.trial, motion).signedIn().open("/weak-hour")) {
            assertThat(endless(window)).isPositive();

            window.page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));

            assertThat(endless(window)).isZero();
            assertThat(window.page.evaluate(
                            "getComputedStyle(document.querySelector('.moon')).animationTimingFunction"))
                    .isEqualTo("steps(10)");
            window.open("/weak-hour#reasons");
            assertThat(window.page.evaluate("getComputedStyle(document.querySelector('#reasons')).animationName"))
                    .isEqualTo("none");
        }
    }

    private static int endless(Window window) {
        return (int) window.page.evaluate(
                "document.getAnimations().filter(a => a.effect.getComputedTiming().iterations === Infinity).length");
    }

    @Test
    void canBeReadInTheColoursThatTheSystemForces() {
        var forced = Window.wide(390).setForcedColors(ForcedColors.ACTIVE);
        try (var window = new Window(chromium, person.trial, forced).signedIn()) {
            for (var path : List.of("/", "/weak-hour", "/letters", "/rule")) {
                window.open(path);
                var unreadable = window.page.evaluate("""
                        () => [...document.querySelectorAll('.press, .exit, .help, summary, input, select, textarea')]
                          .filter(e => e.checkVisibility())
                          .filter(e => {
                            const style = getComputedStyle(e);
                            return style.color === style.backgroundColor
                              || (e.matches('.press:not(.plain)') && style.borderTopWidth === '0px');
                          }).map(e => e.outerHTML)
                        """);
                assertThat(unreadable).as(path).isEqualTo(List.of());
            }
        }
    }

    @Test
    void showsTheWeakHourOnePartAtATime() {
        try (var window =
                new Window(chromium, person.trial, Window.wide(390)).signedIn().open("/weak-hour")) {
            assertThat(visibleParts(window)).containsExactly("wait");

            window.page.locator("#wait .lit").click();

            assertThat(window.place()).isEqualTo("/weak-hour#reasons");
            assertThat(visibleParts(window)).containsExactly("reasons");
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> visibleParts(Window window) {
        return (List<String>) window.page.evaluate("""
                () => [...document.querySelectorAll('.hour > section')]
                  .filter(e => e.checkVisibility({ visibilityProperty: true })).map(e => e.id)
                """);
    }

    @Test
    void saysInWordsHowManyMinutesHavePassed() {
        var hour = new PersonWithARule();
        try (hour;
                var window = new Window(chromium, hour.trial, Window.wide(390)).signedIn()) {
            hour.trial.keeper.urge(null, org.nocontact.core.Words.NONE);
            hour.clock.passes(java.time.Duration.ofMinutes(4));
            assertThat(window.open("/weak-hour").page.locator("#passed").textContent())
                    .isEqualTo("4 of 10 minutes have passed.");

            hour.clock.passes(java.time.Duration.ofMinutes(7));
            window.page.reload();
            assertThat(window.page.locator("#passed").textContent()).isEqualTo("ten minutes have passed. You stayed.");
        }
    }
}
