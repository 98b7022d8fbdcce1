package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Act;
import org.nocontact.core.Attempt;
import org.nocontact.core.Event;
import org.nocontact.core.Kind;
import org.nocontact.core.Loosening;
import org.nocontact.core.PersonName;
import org.nocontact.core.Rule;
import org.nocontact.core.Topic;
import org.nocontact.core.Words;

class LetterPageTest {
    private static final String SECRET = "the seventeen white tulips";

    private PersonWithARule person = new PersonWithARule();

    @AfterEach
    void close() {
        person.close();
    }

    @Test
    void burnsOnlyAfterASecondThoughtAndThenTheWordsAreGone() {
        var letter = written();

        var thought = letter.follow("Let it go");
        assertThat(thought.text()).contains("Read it once more.", SECRET);
        assertThat(person.events(Event.LetterBurned.class)).isEmpty();

        var list = thought.press("Let it go now");
        assertThat(list.text()).contains("You let it go. The words are gone.");
        for (var path : new String[] {
            "/", "/letters", "/letters?q=tulips", letter.address().getPath()
        }) {
            assertThat(person.visitor.open(path).main().html()).as(path).doesNotContain(SECRET);
        }
        assertThat(person.visitor.get("/letters.txt").body()).doesNotContain(SECRET);
        assertThat(person.visitor
                        .get(letter.address().getPath() + "/letter.txt")
                        .body())
                .doesNotContain(SECRET);
        assertThat(person.visitor.open(letter.address().getPath() + "/burn").address())
                .hasPath(letter.address().getPath());
    }

    @Test
    void canBeKeptAfterTheSecondThought() {
        var letter = written();

        var kept = letter.follow("Let it go").follow("Keep it");

        assertThat(kept.address()).hasPath(letter.address().getPath());
        assertThat(person.events(Event.LetterBurned.class)).isEmpty();
    }

    @Test
    void waitsWhenItIsToBeReleasedAndCanBeCalledOff() {
        var waiting = written().press("Let it wait until then");
        assertThat(waiting.text()).contains("It waits", "Not before Thursday 5 March, 11:00.");

        var calledOff = waiting.press("Take it back");

        assertThat(calledOff.text()).doesNotContain("It waits");
        assertThat(calledOff.hasButton("Let it wait until then")).isTrue();
        person.lives(Duration.ofDays(4));
        assertThat(person.visitor.open(calledOff.address().getPath()).text())
                .doesNotContain("The waiting time is over");
    }

    @Test
    void isAskedAboutOnceMoreAndThenMayGoOutOnce() {
        var path = written().press("Let it wait until then").address().getPath();

        person.lives(Duration.ofHours(71));
        assertThat(person.visitor.open(path).hasButton("Yes, I want to send it"))
                .isFalse();
        person.lives(Duration.ofHours(1));
        var open = person.visitor.open(path).press("Yes, I want to send it");
        assertThat(open.text()).contains("It may go out now, once", "Until Friday 6 March, 11:00.");

        var sent = open.press("I have sent it");
        assertThat(sent.text()).contains("You wrote it here. It went out.").doesNotContain("It may go out now");
        assertThat(sent.all("button")).doesNotContain("Let it wait until then", "I have sent it");
        assertThat(person.events(Event.LetterSent.class)).hasSize(1);
    }

    @Test
    void staysUnsentWhenTheSecondAnswerIsNo() {
        var path = written().press("Let it wait until then").address().getPath();
        person.lives(Duration.ofHours(72));

        var stays = person.visitor.open(path).press("Do not send it");

        assertThat(stays.text()).contains("It was not sent to anyone.").doesNotContain("The waiting time is over");
        assertThat(person.events(Event.LooseningCalledOff.class)).hasSize(1);
    }

    @Test
    void isNotConfirmedByAFormSentTooEarly() {
        var waiting = written().press("Let it wait until then");
        var token = waiting.html().select("input[name=csrf]").eachAttr("value").getFirst();

        var after = person.visitor.submit(
                waiting.address().getPath() + "/confirm",
                java.util.List.of(org.jsoup.helper.HttpConnection.KeyVal.create("csrf", token)));

        assertThat(after.text()).contains("It waits");
        assertThat(person.events(Event.LooseningConfirmed.class)).isEmpty();
    }

    @Test
    void lapsesWhenNobodyAnswersForAWeek() {
        var path = written().press("Let it wait until then").address().getPath();
        person.lives(Duration.ofDays(11));

        var screen = person.visitor.open(path);

        assertThat(screen.hasButton("Yes, I want to send it")).isFalse();
        assertThat(screen.hasButton("Let it wait until then")).isTrue();
    }

    @Test
    void goesOutUnderALimitedRuleOnceSomebodyLooked() {
        person.close();
        person = new PersonWithARule(Rule.about("Daniel").withKind(new Kind.Limited(Set.of(Topic.HOME, Topic.MONEY))));
        var held = hold("The boiler is broken. When can they come?");

        var screen = person.visitor.open("/letters/" + held);
        assertThat(screen.all("label.choice")).containsExactlyInAnyOrder("The home", "Money");
        var open = screen.press("Only that, and calmly said", "topic", "home");

        assertThat(open.text()).contains("It may go out now, once");
        assertThat(person.events(Event.LookTaken.class)).containsExactly(new Event.LookTaken(held, Topic.HOME));
    }

    @Test
    void isNotForALookUnderARuleWithoutTopics() {
        var screen = person.visitor.open("/letters/" + hold("The boiler is broken."));

        assertThat(screen.text()).doesNotContain("Does it serve a topic").contains("A text, held.");
        assertThat(screen.hasButton("Let it wait until then")).isTrue();
    }

    @Test
    void savesACopy() {
        var letter = written();

        var copy = person.visitor.get(letter.one("a[href$=letter.txt]").attr("href"));

        assertThat(copy.body()).isEqualTo("Monday 2 March, 11:00\n\n" + SECRET + "\n");
        assertThat(copy.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"letter.txt\"");
    }

    @Test
    void isNotFoundUnderTheNumberOfSomethingElse() {
        for (var path : new String[] {"/letters/1", "/letters/99", "/letters/x", "/letters/-1/burn"}) {
            var answer = person.visitor.get(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).contains("Nothing is here", "Settings");
        }
    }

    @Test
    void asksForTheReleaseOfWhatWasHeld() {
        var held = hold("I only want to know how you are.");

        person.visitor.open("/letters/" + held).press("Let it wait until then");

        assertThat(person.events(Event.LooseningAsked.class))
                .containsExactly(new Event.LooseningAsked(new Loosening.Release(held)));
    }

    private Screen written() {
        return person.visitor.open("/letters").press("Keep it", "words", SECRET);
    }

    private long hold(String text) {
        var attempt = new Attempt(Act.TEXT, new PersonName("Daniel"), Words.text(text), false, "hand");
        return java.util.Objects.requireNonNull(
                person.trial.keeper.attempt(attempt).letter());
    }
}
