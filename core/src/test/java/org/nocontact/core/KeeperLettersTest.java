package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nocontact.core.Attempts.attempt;
import static org.nocontact.core.Attempts.text;
import static org.nocontact.core.Rules.DANIEL;
import static org.nocontact.core.Rules.DANIELS_PHONE;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Loosening.Release;
import org.nocontact.core.Verdict.Allow;
import org.nocontact.core.Verdict.Hold;

class KeeperLettersTest {
    private static final Duration GRANTED_FOR = Duration.ofHours(24);

    private final Scene scene = Scene.with(Rules.noContact());
    private final Keeper keeper = scene.keeper;

    @Test
    void keepsALetterThatWasWrittenOnPurpose() {
        var letter = keeper.writeLetter(Words.text("Dear Daniel"));
        assertThat(keeper.letter(letter).orElseThrow().event())
                .isEqualTo(new Event.LetterWritten(Words.text("Dear Daniel")));
        assertThatThrownBy(() -> keeper.writeLetter(Words.text(" "))).isInstanceOf(Invalid.class);
    }

    @Test
    void burnsTheWordsForGoodAndKeepsThatTheyWere() {
        var letter = scene.held("I hate you");
        assertThat(keeper.burn(letter)).isTrue();
        assertThat(keeper.burn(letter)).isFalse();
        assertThat(keeper.letter(letter)).isEmpty();
        assertThat(scene.ledger.entry(Account.ME, letter).orElseThrow().event().words())
                .isEqualTo(Words.NONE);
        assertThat(scene.story().counts()).isEqualTo(new Counts(1, 0, 0, 1, 1, 0, 0));
        assertThat(keeper.burn(1)).isFalse();
        assertThat(keeper.burn(999)).isFalse();
    }

    @Test
    void sendsAReleasedLetterOnce() {
        var letter = scene.held("I miss you");
        scene.loosen(new Release(letter));
        assertThat(scene.text("I miss you").verdict()).isEqualTo(new Allow(new Clause.ReleasedLetter(letter)));
        assertThat(scene.text("I miss you").verdict()).isInstanceOf(Hold.class);
        assertThat(keeper.askToLoosen(new Release(letter))).isEmpty();
        assertThat(keeper.sent(letter)).isFalse();
    }

    @Test
    void sendsAReleasedLetterWithItsWordsOnly() {
        var letter = scene.held("I miss you");
        scene.loosen(new Release(letter));
        assertThat(scene.text("I miss you, call me").verdict()).isInstanceOf(Hold.class);
        assertThat(keeper.attempt(attempt(Act.EMAIL, DANIEL, "I miss you")).verdict())
                .isInstanceOf(Hold.class);
        var withASubject = new Words(Map.of("text", "I miss you", "subject", "Call me"));
        assertThat(keeper.attempt(new Attempt(Act.TEXT, DANIEL, withASubject, false, "hand"))
                        .verdict())
                .isInstanceOf(Hold.class);
        assertThat(keeper.attempt(text(DANIELS_PHONE, "I miss\r\nyou\r\n")).verdict())
                .isInstanceOf(Allow.class);
    }

    @Test
    void closesAReleaseAfterADay() {
        var letter = scene.held("I miss you");
        scene.loosen(new Release(letter));
        scene.passes(GRANTED_FOR.plusNanos(1));
        assertThat(keeper.sent(letter)).isFalse();
        assertThat(scene.text("I miss you").verdict()).isInstanceOf(Hold.class);
        assertThat(keeper.askToLoosen(new Release(letter))).isPresent();
    }

    @Test
    void sendsAWrittenLetterAsTextOrMailButNotWithAPicture() {
        var letter = keeper.writeLetter(Words.text("Dear Daniel"));
        scene.loosen(new Release(letter));
        assertThat(keeper.attempt(attempt(Act.PICTURE, DANIEL, "Dear Daniel")).verdict())
                .isInstanceOf(Hold.class);
        assertThat(keeper.attempt(attempt(Act.EMAIL, DANIEL, "Dear Daniel")).verdict())
                .isInstanceOf(Allow.class);
    }

    @Test
    void releasesACallToTheSameHandleOnly() {
        var held = keeper.attempt(attempt(Act.CALL, DANIELS_PHONE)).entry();
        scene.loosen(new Release(held == null ? 0 : held));
        assertThat(keeper.attempt(attempt(Act.CALL, DANIEL)).verdict()).isInstanceOf(Hold.class);
        assertThat(keeper.attempt(attempt(Act.CALL, DANIELS_PHONE)).verdict()).isInstanceOf(Allow.class);
        assertThat(keeper.attempt(attempt(Act.CALL, DANIELS_PHONE)).verdict()).isInstanceOf(Hold.class);
    }

    @Test
    void takesThePersonsWordThatTheySentItThemselves() {
        var letter = scene.held("I miss you");
        assertThat(keeper.sent(letter)).isFalse();
        scene.loosen(new Release(letter));
        assertThat(keeper.sent(letter)).isTrue();
        assertThat(keeper.sent(letter)).isFalse();
        assertThat(scene.text("I miss you").verdict()).isInstanceOf(Hold.class);
    }

    @Test
    void releasesNothingThatWasBurnedOrIsNoLetter() {
        var letter = scene.held("I miss you");
        var asked = keeper.askToLoosen(new Release(letter)).orElseThrow();
        keeper.burn(letter);
        scene.passes(Rule.USUAL_COOLING_OFF);
        assertThat(keeper.confirm(asked.seq())).isEqualTo(new Keeper.Confirmation.Gone());
        assertThat(keeper.askToLoosen(new Release(letter))).isEmpty();
        assertThat(keeper.askToLoosen(new Release(1))).isEmpty();
        assertThat(keeper.askToLoosen(new Release(-1))).isEmpty();
    }

    @Test
    void closesAReleaseWhenTheLetterIsBurned() {
        var letter = scene.held("I miss you");
        scene.loosen(new Release(letter));
        keeper.burn(letter);
        assertThat(scene.text("I miss you").verdict()).isInstanceOf(Hold.class);
    }

    @Test
    void letsWhatThePersonLookedAtGoOutOnce() {
        var limited = Scene.with(Rules.limitedTo(Topic.HOME, Topic.WORK));
        var held = limited.held("the rent is due");
        assertThat(limited.keeper.look(held, Topic.CHILDREN)).isFalse();
        assertThat(limited.keeper.look(held, Topic.HOME)).isTrue();
        assertThat(limited.keeper.look(held, Topic.HOME)).isTrue();
        assertThat(limited.text("the rent is due").verdict())
                .isEqualTo(new Allow(new Clause.LookedAt(held, Topic.HOME)));
        assertThat(limited.text("the rent is due").verdict()).isInstanceOf(Hold.class);
        assertThat(limited.keeper.look(held, Topic.HOME)).isFalse();
    }

    @Test
    void looksOnlyAtWhatWasHeldForALook() {
        assertThat(keeper.look(scene.held("I miss you"), Topic.HOME)).isFalse();
        assertThat(keeper.look(999, Topic.HOME)).isFalse();
    }

    @Test
    void closesALookWhenItsTopicIsDropped() {
        var limited = Scene.with(Rules.limitedTo(Topic.HOME, Topic.WORK));
        var held = limited.held("the rent is due");
        limited.keeper.look(held, Topic.HOME);
        limited.keeper.setRule(Rules.limitedTo(Topic.WORK), null);
        assertThat(limited.text("the rent is due").verdict()).isInstanceOf(Hold.class);
    }
}
