package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Keeper.Answer;
import org.nocontact.core.Verdict.Allow;

/// Many threads and two keepers at one ledger.
class KeeperThreadsTest {
    private final Scene scene = Scene.with(Rules.noContact());
    private final Keeper other = scene.anotherKeeper();

    @RepeatedTest(10)
    void sendAReleasedLetterOnceInTotal() throws Exception {
        var letter = scene.held("I miss you");
        scene.loosen(new Loosening.Release(letter));
        var answers = atOnce(16, keeper -> keeper.attempt(Attempts.text(Rules.DANIEL, "I miss you")));
        assertThat(answers.stream().filter(answer -> answer.verdict() instanceof Allow))
                .hasSize(1);
    }

    @RepeatedTest(10)
    void answerAReachOutOnceInTotal() throws Exception {
        var reachOut = scene.keeper.receive("text", scene.clock.truth(), Words.text("where are the keys?"));
        scene.keeper.label(reachOut, InboundLabel.PRACTICAL);
        var answers = atOnce(16, keeper -> keeper.attempt(Attempts.text(Rules.DANIEL, "under the mat")));
        assertThat(answers.stream().map(Answer::verdict).filter(Allow.class::isInstance))
                .containsExactly(new Allow(new Clause.Reply(reachOut)));
    }

    @RepeatedTest(10)
    void keepOneLetterOfOneAttempt() throws Exception {
        var answers = atOnce(16, keeper -> keeper.attempt(Attempts.text(Rules.DANIEL, "I miss you")));
        assertThat(answers.stream().map(Answer::letter).distinct()).hasSize(1);
    }

    @Test
    void writeDownEverythingAndTellTheSameStory() throws Exception {
        var letters = atOnce(400, keeper -> keeper.writeLetter(Words.text("Dear Daniel")));
        assertThat(letters).doesNotHaveDuplicates();
        assertThat(scene.events(Event.LetterWritten.class)).hasSize(400);
        assertThat(scene.story().snapshot())
                .isEqualTo(other.look((story, _) -> Story.of(story.snapshot())).snapshot());
    }

    private interface Use<T> {
        T of(Keeper keeper);
    }

    private <T> List<T> atOnce(int times, Use<T> use) throws Exception {
        var tasks = new ArrayList<Callable<T>>();
        for (var i = 0; i < times; i++) {
            var keeper = i % 2 == 0 ? scene.keeper : other;
            tasks.add(() -> use.of(keeper));
        }
        var results = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(tasks)) {
                results.add(done.get());
            }
        }
        return results;
    }
}
