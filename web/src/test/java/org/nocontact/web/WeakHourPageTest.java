package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Act;
import org.nocontact.core.Attempt;
import org.nocontact.core.Event;
import org.nocontact.core.Loosening;
import org.nocontact.core.NoteKind;
import org.nocontact.core.PersonName;
import org.nocontact.core.TurnedClock;
import org.nocontact.core.Words;

class WeakHourPageTest {
    private static final String REACH_OUT = "I want to reach out";

    private final PersonWithARule person = new PersonWithARule();
    private final Visitor visitor = person.visitor;

    @AfterEach
    void close() {
        person.close();
    }

    @Test
    void beginsWithOnePressFromEveryPage() {
        for (var path : new String[] {"/", "/letters", "/slips", "/received"}) {
            person.clock.passes(Duration.ofHours(2));
            var before = person.events(Event.UrgeBegan.class).size();

            var screen = visitor.open(path).press(REACH_OUT);

            assertThat(screen.address()).hasPath("/weak-hour");
            assertThat(person.events(Event.UrgeBegan.class)).hasSize(before + 1);
        }
    }

    @Test
    void goesOnWhenItIsPressedAgainWithinTheHour() {
        visitor.open("/").press(REACH_OUT);
        person.clock.passes(Duration.ofMinutes(40));
        visitor.open("/").press(REACH_OUT);

        assertThat(person.events(Event.UrgeBegan.class)).hasSize(1);
    }

    @Test
    void isAnotherOneHoursLater() {
        visitor.open("/").press(REACH_OUT);
        person.clock.passes(Duration.ofHours(3));
        var screen = visitor.open("/").press(REACH_OUT);

        assertThat(person.events(Event.UrgeBegan.class)).hasSize(2);
        assertThat(screen.one("#passed").attr("data-elapsed")).isEqualTo("0");
    }

    @Test
    void notesHowStrongItIs() {
        var screen = visitor.open("/").press(REACH_OUT).press("Note it", "strength", "8");

        assertThat(screen.address()).hasPath("/weak-hour").hasFragment("reasons");
        assertThat(screen.text()).contains("When it began it was 8 of 10.");
        assertThat(person.events(Event.UrgeRated.class))
                .extracting(Event.UrgeRated::strength)
                .containsExactly(8);
    }

    @Test
    void learnsWhatHelpedAndShowsItTheNextTime() {
        var walk = person.trial.keeper.addNote(NoteKind.ACTIVITY, Words.text("Walk to the bridge"));
        weakHour(8, Duration.ofMinutes(25), "now", "3", "helped", String.valueOf(walk), "set-off", "A song");
        weakHour(6, Duration.ofMinutes(12), "now", "4", "helped", String.valueOf(walk));
        weakHour(9, Duration.ofMinutes(50), "now", "9", "helped", "");

        var before = visitor.open("/").press(REACH_OUT).one("#before").text();

        assertThat(before).contains("Walk to the bridge", "Twice.", "From 7 to 4.");
        assertThat(before).contains("between 12 and 50 minutes", "less than 25");
        assertThat(person.events(Event.UrgeEased.class).getFirst())
                .isEqualTo(new Event.UrgeEased(
                        person.events(Event.UrgeEased.class).getFirst().urge(),
                        3,
                        walk,
                        new Words(Map.of("setOff", "A song"))));
    }

    private void weakHour(int strength, Duration lasting, String... answers) {
        var screen = visitor.open("/").press(REACH_OUT).press("Note it", "strength", String.valueOf(strength));
        person.clock.passes(lasting);
        var after = screen.press("That is enough for tonight", answers);
        assertThat(after.address()).hasPath("/");
        person.clock.passes(Duration.ofHours(2));
    }

    @Test
    void keepsWhatIsSaidAfterwardsEvenWhereNoneHadBegun() {
        visitor.open("/weak-hour").press("That is enough for tonight", "now", "2", "set-off", "Her birthday");

        assertThat(person.events(Event.UrgeEased.class))
                .extracting(eased -> eased.words().part("setOff"))
                .containsExactly("Her birthday");
    }

    @Test
    void doesNotCountWhatIsNoNoteOfTheirs() {
        person.trial.keeper.addNote(NoteKind.ACTIVITY, Words.text("Walk"));
        visitor.open("/weak-hour").press("That is enough for tonight", "helped", "999999999999999999");

        assertThat(person.events(Event.UrgeEased.class).getFirst().helped()).isNull();
    }

    @Test
    void keepsWhatWouldHaveBeenSentAsALetter() {
        var screen = visitor.open("/weak-hour").press("Keep it here", "words", "I miss you.\nCall me.");

        assertThat(screen.address()).hasPath("/weak-hour").hasFragment("after");
        assertThat(person.events(Event.LetterWritten.class))
                .extracting(letter -> letter.words().text())
                .containsExactly("I miss you.\nCall me.");
        assertThat(person.events(Event.LooseningAsked.class)).isEmpty();
    }

    @Test
    void letsALetterWaitForItsRelease() {
        var screen = visitor.open("/weak-hour").press("Let it wait until then", "words", "I miss you.");

        assertThat(screen.text()).contains("It waits", "Not before Thursday 5 March, 11:00.");
        assertThat(person.events(Event.LooseningAsked.class))
                .extracting(Event.LooseningAsked::loosening)
                .allMatch(loosening -> loosening instanceof Loosening.Release);
    }

    @Test
    void keepsNoEmptyLetter() {
        var screen = visitor.open("/weak-hour").press("Let it wait until then", "words", " \n ");

        assertThat(screen.address()).hasPath("/weak-hour").hasFragment("write");
        assertThat(person.events(Event.LetterWritten.class)).isEmpty();
        assertThat(person.events(Event.LooseningAsked.class)).isEmpty();
    }

    @Test
    void showsReasonsAndWhatTheLastTimesBrought() {
        person.trial.keeper.addNote(NoteKind.REASON, Words.text("I asked three times."));
        person.trial.keeper.slip(
                TurnedClock.START.minus(Duration.ofDays(2)),
                Act.CALL,
                false,
                new Words(Map.of("brought", "One word.")));
        person.trial.keeper.attempt(new Attempt(Act.LIKE, new PersonName("Daniel"), Words.NONE, false, "web"));

        var reasons = visitor.open("/weak-hour").one("#reasons").text();

        assertThat(reasons)
                .contains(
                        "You wrote this to yourself on Monday 2 March",
                        "I asked three times.",
                        "The last time you called them",
                        "One word.",
                        "In the last 24 hours one attempt was held.");
    }

    @Test
    void hasAFriendAtHandWithAMessageReady() {
        person.trial.keeper.addNote(NoteKind.FRIEND, new Words(Map.of("text", "Amira", "phone", "+1 (555) 0142")));

        var screen = visitor.open("/weak-hour");

        assertThat(screen.one(".dock a").attr("href")).isEqualTo("tel:+15550142");
        assertThat(screen.one("a[href^=sms]").attr("href"))
                .startsWith("sms:+15550142?&body=I%20am%20having%20a%20bad%20hour.")
                .doesNotContain("+I");
    }

    @Test
    void waitsAsLongAsThePersonChoseAndGoesOnAfterAReload() {
        person.trial.keeper.set(Map.of(Setting.WAIT.key(), "20"));
        visitor.open("/").press(REACH_OUT);
        person.clock.passes(Duration.ofMinutes(3).plusSeconds(10));

        var screen = visitor.open("/weak-hour");

        assertThat(screen.one("svg.sky").classNames()).contains("w20", "p3");
        assertThat(screen.one("#passed").attr("data-elapsed")).isEqualTo("190");
        assertThat(screen.one("#passed").attr("data-passed")).isEqualTo("# of 20 minutes have passed.");
        assertThat(screen.text()).contains("It is 11:03. Nothing has to be decided before 11:20.");
    }

    @Test
    void saysWhatIsMissingAndWhereToAddIt() {
        var screen = visitor.open("/weak-hour");

        assertThat(screen.one("#reasons").text()).contains("You have not written it down yet.");
        assertThat(screen.one("#call").text()).contains("Nobody stands here yet.");
        assertThat(screen.one("#before").text()).contains("What could you do instead?");
    }

    @Test
    void speaksGerman() {
        var screen = visitor.speaking("de").open("/").press("Ich will mich melden");

        assertThat(screen.html().expectFirst("html").attr("lang")).isEqualTo("de");
        assertThat(screen.text())
                .contains("Es ist 11:00. Vor 11:10 muss nichts entschieden werden.")
                .contains("Dann bleibt es ein Brief und wartet 72 Stunden")
                .contains("Am Donnerstag, 5. März, 11:00 wirst du noch einmal gefragt.");
    }

    @Test
    void wantsARuleFirst() {
        try (var trial = new TrialSite(new TurnedClock(), 0)) {
            var answer = Visitor.to(trial).get("/weak-hour");

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).hasValue("/setup");
        }
    }
}
