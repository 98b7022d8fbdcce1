package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Everything can be reached and seen with the Tab key, in the order in which it is read.
@InChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyboardTest {
    private static final int MOST_STOPS = 120;
    /// What Tab stops at, in the order of the page: of a group of choices the chosen one, or the first.
    private static final String STOPS = """
            () => {
              const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
                .filter(e => e.type !== 'hidden' && e.tabIndex >= 0 && !e.disabled)
                .filter(e => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
                .filter(e => {
                  if (e.type !== 'radio') return true;
                  const group = [...e.form.elements].filter(o => o.type === 'radio' && o.name === e.name);
                  return e === (group.find(o => o.checked) ?? group[0]);
                });
              all.forEach((e, index) => e.dataset.stop = index);
              return all.length;
            }
            """;
    private static final String FOCUSED = """
            () => {
              const e = document.activeElement;
              if (!e || e === document.body) return null;
              const shown = e.closest('.choice') ?? e, style = getComputedStyle(shown), box = e.getBoundingClientRect();
              const top = document.querySelector('.top').getBoundingClientRect();
              const dock = document.querySelector('.dock')?.getBoundingClientRect();
              return {
                stop: Number(e.dataset.stop ?? -1),
                what: e.outerHTML.slice(0, 160),
                ring: style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2,
                covered: !e.closest('.top, .dock, .nav, .skip')
                  && (box.bottom <= top.bottom || (dock && box.top >= dock.top && dock.width > innerWidth / 2))
              };
            }
            """;

    private final Chromium chromium;
    private final PersonWithARule person = Everywhere.aPersonWithEverything();

    KeyboardTest(Chromium chromium) {
        this.chromium = chromium;
    }

    @AfterAll
    void close() {
        person.close();
    }

    @Test
    void stopsAtEveryControlInOrderAndShowsWhere() {
        try (var window = new Window(chromium, person.trial, Window.wide(390)).signedIn()) {
            for (var path :
                    List.of("/", "/weak-hour", "/weak-hour#after", "/letters", "/slips", "/received", "/rule")) {
                window.open(path);
                var stops = (int) window.page.evaluate(STOPS);
                var visited = tabThrough(window, path);

                // After a jump to a part of the page, Tab goes on from there.
                var first = path.contains("#") ? visited.getFirst() : 0;
                assertThat(visited)
                        .as(path)
                        .isEqualTo(IntStream.range(first, stops).boxed().toList());
            }
        }
    }

    @Test
    void skipsToThePage() {
        try (var window =
                new Window(chromium, person.trial, Window.wide(390)).signedIn().open("/letters")) {
            window.page.keyboard().press("Tab");
            assertThat(window.page.evaluate("document.activeElement.className")).isEqualTo("skip");
            assertThat((double) window.page.evaluate("document.activeElement.getBoundingClientRect().top * 1.0 + 0.5"))
                    .isPositive();

            window.page.keyboard().press("Enter");
            window.page.keyboard().press("Tab");

            assertThat(window.page.evaluate("document.activeElement.id")).isEqualTo("sheet");
        }
    }

    @Test
    void opensAndClosesTheMenu() {
        try (var window =
                new Window(chromium, person.trial, Window.wide(390)).signedIn().open("/")) {
            window.page.locator(".menu").focus();
            window.page.keyboard().press("Enter");
            window.page.keyboard().press("Tab");
            assertThat(window.page.evaluate("document.activeElement.textContent.trim()"))
                    .isEqualTo("Today");

            window.page.keyboard().press("Escape");
            assertThat(window.page.locator("#nav").isVisible()).isFalse();
        }
    }

    /// The numbers of the stops, in the order in which Tab came to them.
    @SuppressWarnings("unchecked")
    private static List<Integer> tabThrough(Window window, String path) {
        var visited = new ArrayList<Integer>();
        for (var press = 0; press < MOST_STOPS; press++) {
            window.page.keyboard().press("Tab");
            var focused = (Map<String, Object>) window.page.evaluate(FOCUSED);
            if (focused == null || (!visited.isEmpty() && visited.getFirst().equals(focused.get("stop")))) {
                break;
            }
            // A field for a day has several parts.
            if (!visited.isEmpty() && visited.getLast().equals(focused.get("stop"))) {
                continue;
            }
            assertThat(focused).as(path).containsEntry("ring", true).containsEntry("covered", false);
            visited.add((Integer) focused.get("stop"));
        }
        return visited;
    }
}
