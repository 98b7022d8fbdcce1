package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nocontact.core.Attempts.attempt;
import static org.nocontact.core.Attempts.text;
import static org.nocontact.core.Rules.A_FRIEND;
import static org.nocontact.core.Rules.DANIEL;
import static org.nocontact.core.Rules.DANIELS_PHONE;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Verdict.Allow;
import org.nocontact.core.Verdict.Hold;

class KeeperAttemptsTest {
    private final Scene scene = Scene.with(Rules.noContact());
    private final Keeper keeper = scene.keeper;

    @Test
    void letsEverythingPassWithoutARule() {
        var fresh = new Scene();
        assertThat(fresh.text("I miss you").verdict()).isEqualTo(Verdict.PASS);
        assertThat(fresh.entries()).isEmpty();
    }

    @Test
    void writesDownNothingOfAPass() {
        var before = scene.entries();
        var answer = keeper.attempt(text(A_FRIEND, "dinner?"));
        assertThat(answer).isEqualTo(new Keeper.Answer(Verdict.PASS, null, null, null));
        assertThat(scene.entries()).isEqualTo(before);
    }

    @Test
    void keepsTheWordsOfWhatItHoldsAsALetter() {
        var answer = scene.text("I miss you");
        assertThat(answer.verdict()).isEqualTo(new Hold(new Clause.HeldAct(Act.TEXT)));
        assertThat(answer.letter()).isEqualTo(answer.entry());
        assertThat(keeper.letter(scene.held("I miss you")).orElseThrow().event().words())
                .isEqualTo(Words.text("I miss you"));
    }

    @Test
    void makesNoLetterOfAnActWithoutWords() {
        var answer = keeper.attempt(attempt(Act.CALL, DANIEL));
        assertThat(answer.letter()).isNull();
        assertThat(answer.entry()).isEqualTo(scene.ledger.last(Account.ME));
        assertThat(scene.story().counts().letters()).isZero();
        assertThat(scene.story().counts().held()).isEqualTo(1);
    }

    @Test
    void allowsAnEmergencyAndWritesItDown() {
        var answer = keeper.attempt(new Attempt(Act.CALL, DANIEL, Words.NONE, true, "hand"));
        assertThat(answer.verdict()).isEqualTo(new Allow(new Clause.Emergency()));
        assertThat(scene.events(Event.AttemptAllowed.class)).hasSize(1);
        assertThat(scene.story().counts().emergencies()).isEqualTo(1);
        assertThat(scene.story().counts().allowed()).isZero();
    }

    @Test
    void takesTheSameAttemptForTheSameLetterForTenMinutes() {
        var first = scene.text("I miss you");
        scene.passes(Duration.ofMinutes(10));
        var again = scene.text(" I  miss\r\nyou ");
        assertThat(again).isEqualTo(first);
        assertThat(scene.events(Event.AttemptHeld.class)).hasSize(1);
        scene.passes(Duration.ofSeconds(1));
        assertThat(scene.text("I miss you").letter()).isNotEqualTo(first.letter());
    }

    @Test
    void keepsALetterOfItsOwnForEachOtherActHandleOrWords() {
        var letters = List.of(
                text(DANIEL, "I miss you"),
                text(DANIEL, "I miss you!"),
                text(DANIELS_PHONE, "I miss you"),
                attempt(Act.EMAIL, DANIEL, "I miss you"));
        assertThat(letters.stream()
                        .map(attempt -> keeper.attempt(attempt).letter())
                        .distinct())
                .hasSize(4);
    }

    @Test
    void keepsANewLetterWhenTheFirstWasBurned() {
        var first = scene.held("I miss you");
        keeper.burn(first);
        var second = scene.held("I miss you");
        assertThat(second).isNotEqualTo(first);
        assertThat(keeper.letter(second)).isPresent();
    }

    @Test
    void decidesTheSameAttemptAnewEachTime() {
        var first = scene.held("I miss you");
        keeper.receive("text", scene.clock.truth(), Words.text("how are you"));
        var answer = scene.text("I miss you");
        assertThat(answer.verdict()).isInstanceOf(Hold.class);
        assertThat(answer.letter()).isNotEqualTo(first);
        scene.passes(Rule.USUAL_REPLY_PAUSE);
        assertThat(scene.text("I miss you").verdict()).isInstanceOf(Allow.class);
    }

    @Test
    void showsThatThePersonWasHereOnceADay() {
        scene.passes(Duration.ofDays(1));
        scene.text("one");
        scene.text("two");
        assertThat(scene.events(Event.DaySeen.class)).containsExactly(new Event.DaySeen(Scene.TODAY.plusDays(1)));
    }

    @Test
    void knowsTheRuleThatAnotherProgramTightenedAlsoForAPass() {
        var beside = scene.anotherKeeper();
        assertThat(keeper.attempt(text(A_FRIEND, "hi")).verdict()).isEqualTo(Verdict.PASS);
        beside.setRule(Rules.noContact().withWays(List.of(Rules.way(DANIEL), Rules.way(A_FRIEND))), null);
        assertThat(keeper.attempt(text(A_FRIEND, "hi")).verdict()).isInstanceOf(Hold.class);
    }
}
