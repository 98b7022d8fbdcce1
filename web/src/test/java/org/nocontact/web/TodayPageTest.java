package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Act;
import org.nocontact.core.Attempt;
import org.nocontact.core.DayAnswer;
import org.nocontact.core.Event;
import org.nocontact.core.Loosening;
import org.nocontact.core.PersonName;
import org.nocontact.core.TurnedClock;
import org.nocontact.core.Words;

class TodayPageTest {
    private final PersonWithARule person = new PersonWithARule();

    @AfterEach
    void close() {
        person.close();
    }

    @Test
    void beginsWithoutANumber() {
        assertThat(person.visitor.open("/").text()).contains("Your rule begins today.");
    }

    @Test
    void countsUp() {
        person.lives(Duration.ofDays(1));
        assertThat(person.visitor.open("/").text()).contains("You kept 1 of 1 day.", "one day");
        person.lives(Duration.ofDays(67));
        assertThat(person.visitor.open("/").text())
                .contains("You kept 68 of 68 days.", "Counted since 2 March: 68 days. The longest run is 68 days.");
    }

    @Test
    void asksAboutAGapAndTakesTheAnswer() {
        person.clock.passes(Duration.ofDays(4));

        var asks = person.visitor.open("/");
        assertThat(asks.one("#gap").parent().text())
                .contains("Nothing was heard of you from Tuesday 3 March to Thursday 5 March.");
        var kept = asks.press("I kept to it");

        assertThat(kept.text()).contains("You kept 4 of 4 days.").doesNotContain("What happened in between?");
    }

    @Test
    void leavesAGapOpen() {
        person.clock.passes(Duration.ofDays(3));

        var skipped = person.visitor.open("/").press("Leave it open");

        assertThat(skipped.text()).contains("You kept 1 of 1 day.").doesNotContain("What happened in between?");
        assertThat(person.events(Event.DaysAnswered.class))
                .containsExactly(
                        new Event.DaysAnswered(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 4), DayAnswer.SKIPPED));
    }

    @Test
    void leadsFromAGapToASlipOnThatDay() {
        person.clock.passes(Duration.ofDays(2));

        var slip = person.visitor.open("/").follow("There was contact");
        assertThat(slip.field("day")).isEqualTo("2026-03-03");
        slip.press("Keep going", "act", "call");

        assertThat(person.visitor.open("/").text())
                .contains("You kept 1 of 2 days.")
                .doesNotContain("What happened in between?");
    }

    @Test
    void takesNoAnswerAboutDaysItDidNotAskAbout() {
        person.clock.passes(Duration.ofDays(3));
        var stale = person.visitor.open("/");
        stale.press("I kept to it");
        var before = person.last();

        stale.press("Leave it open");
        stale.press("I kept to it", "first", "2026-03-02", "last", "2030-01-01");

        assertThat(person.last()).isEqualTo(before);
        assertThat(person.visitor.open("/").text()).contains("You kept 3 of 3 days.");
    }

    @Test
    void showsWhatWasHeldAndWhatWaits() {
        var daniel = new PersonName("Daniel");
        person.trial.keeper.attempt(new Attempt(Act.EMAIL, daniel, Words.text("Hello"), false, "mail"));
        person.trial.keeper.attempt(new Attempt(Act.CALL, daniel, Words.NONE, false, "phone"));
        person.trial.keeper.askToLoosen(new Loosening.EndRule());

        var waiting = person.visitor.open("/").one("section.box").text();

        assertThat(waiting)
                .contains("An e-mail was held", "A call was held", "You asked to loosen the rule")
                .contains("Nothing changes before Thursday 5 March, 11:00");
    }

    @Test
    void lightsOneThingAtATime() {
        person.trial.keeper.receive("text", person.clock.truth(), Words.text("Hi"));
        assertThat(person.visitor.open("/").all(".next h2")).containsExactly("A message came in");

        person.trial.keeper.askToLoosen(new Loosening.EndRule());
        person.lives(Duration.ofDays(3));
        assertThat(person.visitor.open("/").all(".next h2")).containsExactly("The waiting time is over");

        person.clock.passes(Duration.ofDays(2));
        assertThat(person.visitor.open("/").all(".next h2")).containsExactly("What happened in between?");
    }

    @Test
    void marksTheDayOnceAndOtherwiseChangesNothing() {
        person.clock.passes(Duration.ofDays(1));
        person.visitor.open("/");
        var before = person.last();

        person.visitor.open("/");

        assertThat(person.last()).isEqualTo(before);
        assertThat(person.events(Event.DaySeen.class)).hasSize(1);
    }

    @Test
    void leadsToTheRuleWhereThereIsNone() {
        try (var trial = new TrialSite(new TurnedClock(), 0)) {
            assertThat(Visitor.to(trial).get("/").headers().firstValue("Location"))
                    .hasValue("/setup");
        }
    }
}
