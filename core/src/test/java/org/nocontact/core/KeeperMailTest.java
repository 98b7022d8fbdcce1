package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nocontact.core.Rules.A_FRIEND;
import static org.nocontact.core.Rules.DANIEL;
import static org.nocontact.core.Rules.MIA;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Loosening.Release;
import org.nocontact.core.Verdict.Allow;
import org.nocontact.core.Verdict.Hold;

/// What a guard asks that sees a whole message, and knows afterwards whether it went out.
class KeeperMailTest {
    private static final String ONE = "1".repeat(64);
    private static final String OTHER = "2".repeat(64);

    private final Scene scene = Scene.with(Rules.noContactWithGoBetween());
    private final Keeper keeper = scene.keeper;

    private static List<Attempt> mail(Words words, Handle... to) {
        return Stream.of(to)
                .map(each -> new Attempt(Act.EMAIL, each, words, false, "mail"))
                .toList();
    }

    private static Words words(String text, String message) {
        return new Words(Map.of("subject", "Us", "text", text, "message", message + "-00", "envelope", "TO <d@x>"));
    }

    private long held(Words words) {
        var letter = keeper.attempt(mail(words, DANIEL)).letter();
        assertThat(letter).isNotNull();
        return letter;
    }

    @Test
    void holdsAMessageForAllWhenItIsHeldForOne() {
        var answer = keeper.attempt(mail(words("Hi", ONE), A_FRIEND, MIA, DANIEL));
        assertThat(answer.verdict()).isEqualTo(new Hold(new Clause.HeldAct(Act.EMAIL)));
        assertThat(scene.events(Event.AttemptHeld.class)).hasSize(1);
    }

    @Test
    void usesUpOneReleaseForAMessageToTwoOfTheirAddresses() {
        var also = Rules.mail("d@elsewhere.example");
        keeper.setRule(Rules.noContact().withWays(List.of(Rules.way(DANIEL), Rules.way(also))), null);
        var letter = held(words("Hi", ONE));
        scene.loosen(new Release(letter));
        assertThat(keeper.attempt(mail(words("Hi", OTHER), DANIEL, also)).verdict())
                .isEqualTo(new Allow(new Clause.ReleasedLetter(letter)));
        assertThat(scene.events(Event.AttemptAllowed.class)).hasSize(1);
    }

    @Test
    void foreseesWithoutWritingDownOrUsingUp() {
        var letter = held(words("Hi", ONE));
        scene.loosen(new Release(letter));
        var before = scene.events();
        for (var times = 0; times < 2; times++) {
            assertThat(keeper.foresee(mail(words("Hi", ONE), DANIEL)))
                    .isEqualTo(new Allow(new Clause.ReleasedLetter(letter)));
        }
        assertThat(keeper.foresee(mail(words("Bye", ONE), DANIEL))).isInstanceOf(Hold.class);
        assertThat(scene.events()).isEqualTo(before);
    }

    @Test
    void opensAReleaseAgainThatDidNotGoOut() {
        var letter = held(words("Hi", ONE));
        scene.loosen(new Release(letter));
        var allowed = keeper.attempt(mail(words("Hi", ONE), DANIEL)).entry();
        assertThat(scene.story().wasSent(letter)).isTrue();
        assertThat(keeper.didNotGoOut(allowed)).isTrue();
        assertThat(scene.story().wasSent(letter)).isFalse();
        assertThat(scene.story().counts().allowed()).isZero();
        assertThat(keeper.attempt(mail(words("Hi", ONE), DANIEL)).verdict()).isInstanceOf(Allow.class);
        assertThat(keeper.attempt(mail(words("Hi", ONE), DANIEL)).verdict()).isInstanceOf(Hold.class);
        assertThat(keeper.didNotGoOut(allowed)).isFalse();
    }

    @Test
    void opensItAgainForTheTimeThatWasLeft() {
        var letter = held(words("Hi", ONE));
        scene.loosen(new Release(letter));
        var allowed = keeper.attempt(mail(words("Hi", ONE), DANIEL)).entry();
        scene.passes(Duration.ofHours(25));
        assertThat(keeper.didNotGoOut(allowed)).isTrue();
        assertThat(keeper.attempt(mail(words("Hi", ONE), DANIEL)).verdict()).isInstanceOf(Hold.class);
    }

    @Test
    void opensAReplyWindowAgainUnlessItBecameABoundaryMeanwhile() {
        var reachOut = keeper.receive("email", scene.clock.truth(), Words.text("Where are my keys?"));
        scene.passes(Duration.ofHours(13));
        var answer = mail(Words.text("On the shelf."), DANIEL);
        var allowed = keeper.attempt(answer).entry();
        assertThat(keeper.didNotGoOut(allowed)).isTrue();
        var again = keeper.attempt(answer).entry();
        assertThat(keeper.label(reachOut, InboundLabel.BOUNDARY)).isTrue();
        assertThat(keeper.didNotGoOut(again)).isTrue();
        assertThat(keeper.attempt(answer).verdict()).isInstanceOf(Hold.class);
    }

    @Test
    void doesNotOpenAgainWhatWasBurnedMeanwhile() {
        var letter = held(words("Hi", ONE));
        scene.loosen(new Release(letter));
        var allowed = keeper.attempt(mail(words("Hi", ONE), DANIEL)).entry();
        keeper.burn(letter);
        assertThat(keeper.didNotGoOut(allowed)).isFalse();
        assertThat(scene.story().openings()).isEmpty();
    }

    @Test
    void takesBackOnlyWhatWasAllowed() {
        assertThat(keeper.didNotGoOut(held(words("Hi", ONE)))).isFalse();
        assertThat(keeper.didNotGoOut(99)).isFalse();
        var emergency = keeper.attempt(new Attempt(Act.EMAIL, DANIEL, words("Fire", ONE), true, "mail"));
        assertThat(keeper.didNotGoOut(emergency.entry())).isTrue();
        assertThat(scene.story().counts().emergencies()).isZero();
    }

    @Test
    void takesTheSameMailForTheSameLetterDaysLater() {
        var letter = held(words("Hi", ONE));
        scene.passes(Duration.ofDays(3));
        assertThat(held(words("Hi", ONE))).isEqualTo(letter);
        assertThat(held(words("Hi", OTHER))).isNotEqualTo(letter);
        keeper.burn(letter);
        assertThat(held(words("Hi", ONE))).isNotEqualTo(letter);
    }

    @Test
    void takesTheSameMailToSomebodyElseForAnotherLetter() {
        var letter = held(words("Hi", ONE));
        scene.passes(Duration.ofDays(3));
        var other = new Words(Map.of("subject", "Us", "text", "Hi", "message", ONE + "-01", "envelope", "TO <e@x>"));
        assertThat(held(other)).isNotEqualTo(letter);
    }

    @Test
    void usesUpAReleaseForSendingWhatWasHeld() {
        var letter = held(words("Hi", ONE));
        assertThat(keeper.sendReleased(letter, "mail")).isEmpty();
        scene.loosen(new Release(letter));
        var attempt = keeper.sendReleased(letter, "mail").orElseThrow();
        assertThat(keeper.sendReleased(letter, "mail")).isEmpty();
        assertThat(keeper.didNotGoOut(attempt)).isTrue();
        assertThat(keeper.sendReleased(letter, "mail")).isPresent();
    }

    @Test
    void doesNotReadNamesOfFilesAsPartOfABriefAnswer() {
        keeper.receive("email", scene.clock.truth(), Words.text("Where are my keys?"));
        scene.passes(Duration.ofHours(13));
        var brief = new Words(Map.of("text", "On the shelf.", "envelope", "TO <d@x>\n".repeat(100)));
        assertThat(keeper.attempt(mail(brief, DANIEL)).verdict()).isInstanceOf(Allow.class);
    }
}
