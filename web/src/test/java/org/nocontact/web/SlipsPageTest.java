package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Act;
import org.nocontact.core.Event;
import org.nocontact.core.Words;

class SlipsPageTest {
    private final PersonWithARule person = new PersonWithARule();

    @AfterEach
    void close() {
        person.close();
    }

    @Test
    void isWrittenDownWithDayTimeAndAnswers() {
        person.lives(Duration.ofDays(10));

        var screen = person.visitor
                .open("/slips")
                .press(
                        "Keep going",
                        "day",
                        "2026-03-09",
                        "time",
                        "23:40",
                        "act",
                        "call",
                        "setOff",
                        "A song in the shop",
                        "brought",
                        "Two hours of waiting.",
                        "next",
                        "I ring Amira.");

        assertThat(screen.address()).hasPath("/slips").hasFragment("written");
        assertThat(screen.one("#written").text())
                .contains("Monday 9 March, 23:40", "I called", "A song in the shop", "I ring Amira.");
        assertThat(person.events(Event.SlipRecorded.class))
                .containsExactly(new Event.SlipRecorded(
                        Instant.parse("2026-03-09T22:40:00Z"),
                        LocalDate.of(2026, 3, 9),
                        Act.CALL,
                        false,
                        new Words(Map.of(
                                "setOff", "A song in the shop",
                                "brought", "Two hours of waiting.",
                                "next", "I ring Amira."))));
    }

    @Test
    void takesNothingAwayWhicheverButtonIsPressed() {
        person.lives(Duration.ofDays(10));

        person.visitor.open("/slips").press("Keep going", "day", "2026-03-06", "act", "text");
        assertThat(person.visitor.open("/").text())
                .contains(
                        "You kept 9 of 10 days.", "Counted since Monday 2 March: 10 days", "The longest run is 5 days");

        person.visitor.open("/slips").press("Start again from here", "day", "2026-03-07", "act", "look");
        assertThat(person.visitor.open("/").text())
                .contains(
                        "You kept 8 of 10 days.",
                        "Counted since Saturday 7 March: 5 days",
                        "The longest run is 4 days");
        assertThat(person.visitor.open("/slips").text()).contains("What you kept stays kept: 8 of 10 days.");
    }

    @Test
    void countsTodayAtNoonWhenTheTimeIsLeftOut() {
        person.visitor.open("/slips").press("Keep going", "act", "like");

        assertThat(person.events(Event.SlipRecorded.class).getFirst().day()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(person.events(Event.SlipRecorded.class).getFirst().happened())
                .isEqualTo(person.clock.truth());
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsMissing() {
        var before = person.last();

        var again = person.visitor
                .open("/slips")
                .press(
                        "Keep going",
                        "day",
                        "yesterday",
                        "time",
                        "25:99",
                        "act",
                        "email",
                        "setOff",
                        "\"Quotes\" & <b>brackets</b>",
                        "brought",
                        "two\nlines",
                        "next",
                        "I wait.");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html().title()).startsWith("Error: ");
        assertThat(again.error("day")).isEqualTo("A day, such as 2026-11-23");
        assertThat(again.error("time")).isEqualTo("A time, such as 21:40");
        assertThat(again.one("#problem").text()).contains("A day, such as", "A time, such as");
        assertThat(again.field("setOff")).isEqualTo("\"Quotes\" & <b>brackets</b>");
        assertThat(again.field("brought")).isEqualTo("two\nlines");
        assertThat(again.field("next")).isEqualTo("I wait.");
        assertThat(again.one("option[selected]").val()).isEqualTo("email");
        assertThat(person.last()).isEqualTo(before);
    }

    @Test
    void cannotLieAheadNorBeforeAnyonesTime() {
        for (var day : new String[] {"2026-03-03", "1899-01-01", "+999999999-12-31"}) {
            var again = person.visitor.open("/slips").press("Keep going", "day", day);

            assertThat(again.status()).as(day).isEqualTo(422);
            assertThat(again.error("day")).isNotEmpty();
        }
        assertThat(person.events(Event.SlipRecorded.class)).isEmpty();
    }

    @Test
    void saysNothingOfDaysKeptBeforeThereIsOne() {
        assertThat(person.visitor.open("/slips").one(".lede").text())
                .isEqualTo("Write it down and it helps you the next time. Nothing is taken away.");
        person.lives(Duration.ofDays(1));
        assertThat(person.visitor.speaking("de").open("/slips").one(".lede").text())
                .isEqualTo("Schreib es auf, dann hilft es dir beim nächsten Mal. Was du gehalten hast, bleibt: 1 von 1"
                        + " Tag. Auch deine längste Strecke bleibt: ein Tag. Nichts wird weggenommen.");
    }
}
