package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Act;
import org.nocontact.core.Attempt;
import org.nocontact.core.Event;
import org.nocontact.core.PersonName;
import org.nocontact.core.TurnedClock;
import org.nocontact.core.Words;

class LettersPageTest {
    private final PersonWithARule person = new PersonWithARule();
    private final Visitor visitor = person.visitor;

    @AfterEach
    void close() {
        person.close();
    }

    @Test
    void keepsALetterAndShowsIt() {
        var screen = visitor.open("/letters").press("Keep it", "words", "Dear D.\n\nI dreamt of the sea.");

        assertThat(screen.text()).contains("It was not sent to anyone.");
        assertThat(screen.one("article .own").wholeText()).isEqualTo("Dear D.\n\nI dreamt of the sea.");
        assertThat(visitor.open("/letters").text()).contains("Monday 2 March, 11:00", "I dreamt of the sea.");
    }

    @Test
    void keepsNoEmptyLetter() {
        var screen = visitor.open("/letters").press("Keep it", "words", " \n ");

        assertThat(screen.address()).hasPath("/letters").hasFragment("sheet");
        assertThat(person.events(Event.LetterWritten.class)).isEmpty();
    }

    @Test
    void showsWhatWasHeldWithItsWords() {
        held(Act.EMAIL, "I nearly bought two.");

        var screen = visitor.open("/letters");

        assertThat(screen.text()).contains("An e-mail, held.", "I nearly bought two.");
    }

    @Test
    void findsLettersByTheirWords() {
        person.trial.keeper.writeLetter(Words.text("The Green jacket"));
        person.trial.keeper.writeLetter(Words.text("The bakery"));

        var found = visitor.open("/letters").press("Search", "q", "green JACKET");

        assertThat(found.all("article .own")).containsExactly("The Green jacket");
        assertThat(found.field("q")).isEqualTo("green JACKET");
        assertThat(found.press("Search", "q", "nobody wrote this").text()).contains("No letter has these words.");
    }

    @Test
    void goesBackThroughAllLettersPageByPage() {
        for (var number = 1; number <= 45; number++) {
            person.trial.keeper.writeLetter(Words.text("Letter " + number + "."));
        }

        var first = visitor.open("/letters");
        var second = first.follow("Older letters");
        var third = second.follow("Older letters");

        assertThat(first.all("article .own")).hasSize(20).startsWith("Letter 45.");
        assertThat(second.all("article .own")).hasSize(20).startsWith("Letter 25.");
        assertThat(third.all("article .own")).hasSize(5).endsWith("Letter 1.");
        assertThat(third.all("a")).doesNotContain("Older letters");
    }

    @Test
    void goesBackThroughWhatWasFoundWhateverTheWordsAre() {
        var needle = "me & you + 50% #1";
        for (var number = 1; number <= 25; number++) {
            person.trial.keeper.writeLetter(Words.text(needle + ", " + number));
        }
        person.trial.keeper.writeLetter(Words.text("me"));

        var second = visitor.open("/letters").press("Search", "q", needle).follow("Older letters");

        assertThat(second.field("q")).isEqualTo(needle);
        assertThat(second.all("article .own")).hasSize(5).startsWith(needle + ", 5");
    }

    @Test
    void findsLettersBehindManyCallsThatWereHeldWithoutWords() {
        person.trial.keeper.writeLetter(Words.text("Before all the calls"));
        for (var call = 0; call < 60; call++) {
            person.clock.passes(Duration.ofHours(1));
            held(Act.CALL, "");
        }

        var screen = visitor.open("/letters");

        assertThat(screen.all("article .own")).containsExactly("Before all the calls");
        assertThat(screen.all("a")).doesNotContain("Older letters");
    }

    @Test
    void savesAllLettersAsText() {
        person.trial.keeper.writeLetter(Words.text("First\n\nwith <b>two</b> parts"));
        person.clock.passes(Duration.ofDays(1));
        held(Act.TEXT, "Second");
        held(Act.CALL, "");
        var gone = person.trial.keeper.writeLetter(Words.text("Secret"));
        person.trial.keeper.burn(gone);

        var answer = visitor.get("/letters.txt");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain;charset=utf-8");
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"letters.txt\"");
        assertThat(answer.body())
                .isEqualTo("Monday 2 March, 11:00\n\nFirst\n\nwith <b>two</b> parts\n\n\n\n"
                        + "Tuesday 3 March, 11:00\n\nSecond\n");
    }

    @Test
    void shortensALongLetterInTheListOnly() {
        var letter = "😀 word ".repeat(400).strip();
        person.trial.keeper.writeLetter(Words.text(letter));

        var list = visitor.open("/letters");

        assertThat(list.all("article .own").getFirst()).hasSizeLessThan(1_300).endsWith("…");
        assertThat(list.follow("Read all of it").one("article .own").wholeText())
                .isEqualTo(letter);
    }

    @Test
    void remindsOfARestWhenOneWroteTwoDaysRunning() {
        person.trial.keeper.writeLetter(Words.text("One"));
        person.clock.passes(Duration.ofDays(1));
        person.trial.keeper.writeLetter(Words.text("Two"));
        assertThat(visitor.open("/letters").text()).doesNotContain("You wrote yesterday");

        person.clock.passes(Duration.ofDays(1));
        assertThat(visitor.open("/letters").text()).contains("You wrote yesterday and the day before as well.");
    }

    @Test
    void staysReadableWithoutARule() {
        try (var trial = new TrialSite(new TurnedClock(), 0)) {
            var letters = Visitor.to(trial).open("/letters");

            assertThat(letters.text()).contains("Not sent to anyone", "No letters yet.");
        }
    }

    private void held(Act act, String text) {
        var words = text.isEmpty() ? Words.NONE : Words.text(text);
        person.trial.keeper.attempt(new Attempt(act, new PersonName("Daniel"), words, false, "hand"));
    }
}
