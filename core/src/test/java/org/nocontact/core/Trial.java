package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Keeper.Confirmation;
import org.nocontact.core.NaivePromise.Letter;
import org.nocontact.core.NaivePromise.Message;
import org.nocontact.core.NaivePromise.Waiting;
import org.nocontact.core.Verdict.Allow;

/// A person who tries everything, with two keepers open on one ledger, beside a promise reckoned on paper. Each step
/// checks that the keeper allows nothing which the promise does not.
final class Trial {
    final Scene scene = new Scene();
    private final NaivePromise promise = new NaivePromise();
    private final List<Long> asked = new ArrayList<>();
    private final List<Long> letters = new ArrayList<>();
    private final List<Long> messages = new ArrayList<>();
    private final Map<Long, Letter> everKept = new HashMap<>();
    private Keeper one = scene.anotherKeeper(Any.READER);
    private Keeper other = scene.anotherKeeper(Any.READER);
    private final List<OnItsWay> onTheirWay = new ArrayList<>();
    private int allowed;

    private record OnItsWay(long entry, Clause clause, Runnable opensAgain) {}

    /// Something that was allowed does not go out after all.
    void didNotGoOut(int which) {
        if (onTheirWay.isEmpty()) {
            return;
        }
        var attempt = onTheirWay.remove(onTheirWay.size() - 1 - which % onTheirWay.size());
        if (one.didNotGoOut(attempt.entry)) {
            attempt.opensAgain.run();
            assertThat(one.didNotGoOut(attempt.entry)).isFalse();
        }
    }

    void attempt(Attempt attempt) {
        var reaches = promise.reachesTheEx(attempt);
        var allows = promise.allows(attempt, scene.clock.truth());
        var answer = one.attempt(attempt);
        switch (answer.verdict()) {
            case Verdict.Pass _ -> assertThat(reaches).isFalse();
            case Allow(var clause) -> {
                assertThat(reaches && allows).as("%s by %s", attempt, clause).isTrue();
                onTheirWay.add(new OnItsWay(Objects.requireNonNull(answer.entry()), clause, promise.use(clause)));
                allowed++;
            }
            case Verdict.Hold _ -> {
                assertThat(reaches).isTrue();
                assertThat(attempt.emergency()).isFalse();
                keep(
                        answer.entry(),
                        new Letter(attempt.act(), attempt.to(), attempt.words().text()));
            }
        }
    }

    void setRule(Rule wanted) {
        var outcome = one.setRule(wanted, null);
        if (outcome.begun()) {
            promise.begin(wanted);
        } else {
            promise.tighten(wanted);
        }
        outcome.waiting().forEach(this::waits);
    }

    void ask(Loosening loosening) {
        one.askToLoosen(loosening).ifPresent(this::waits);
    }

    private void waits(Pending pending) {
        asked.add(pending.seq());
        promise.waiting.putIfAbsent(
                pending.seq(), new Waiting(pending.loosening(), scene.clock.truth(), promise.coolingOff));
    }

    void confirm(int which) {
        for (var seq : pick(asked, which)) {
            if (one.confirm(seq) instanceof Confirmation.Done) {
                assertThat(promise.canConfirm(seq, scene.clock.truth())).isTrue();
                promise.confirm(seq);
            }
        }
    }

    void callOff(int which) {
        for (var seq : pick(asked, which)) {
            one.callOff(seq);
            promise.waiting.remove(seq);
        }
    }

    void write(String text) {
        if (!text.isEmpty()) {
            keep(one.writeLetter(Words.text(text)), new Letter(null, Rules.DANIEL, text));
        }
    }

    private void keep(@Nullable Long entry, Letter letter) {
        if (entry == null) {
            throw new AssertionError("What is held is written down.");
        }
        letters.add(entry);
        promise.letters.putIfAbsent(entry, letter);
        everKept.putIfAbsent(entry, letter);
    }

    void release(int which) {
        pick(letters, which).forEach(letter -> ask(new Loosening.Release(letter)));
    }

    void look(int which, Topic topic) {
        for (var letter : pick(letters, which)) {
            if (one.look(letter, topic)) {
                assertThat(promise.topics).contains(topic);
                promise.look(letter, topic);
            }
        }
    }

    /// Looks at a letter for whichever topic is open.
    void lookByAnyTopic(int which) {
        for (var topic : List.copyOf(promise.topics)) {
            look(which, topic);
        }
    }

    void dropTopic(Topic topic) {
        one.<Optional<Rule>>look((story, _) -> story.rule().map(RuleInForce::rule))
                .ifPresent(rule -> {
                    var left = new HashSet<>(rule.kind().openTopics());
                    left.remove(topic);
                    setRule(rule.withKind(Kind.leaving(left)));
                });
    }

    void sent(int which) {
        for (var letter : pick(letters, which)) {
            if (one.sent(letter)) {
                assertThat(promise.released.contains(letter) || promise.looked.containsKey(letter))
                        .isTrue();
                promise.close(letter);
            }
        }
    }

    void burn(int which) {
        for (var letter : pick(letters, which)) {
            if (one.burn(letter)) {
                promise.close(letter);
            }
        }
    }

    void receive(String text) {
        var message = one.receive("text", scene.clock.truth(), Words.text(text));
        if (!messages.contains(message)) {
            messages.add(message);
            promise.messages.put(message, new Message(scene.clock.truth(), null));
        }
    }

    void label(int which, InboundLabel label) {
        for (var message : pick(messages, which)) {
            if (one.label(message, label)) {
                promise.messages.computeIfPresent(message, (_, known) -> new Message(known.came(), label));
            }
        }
    }

    void layAside(int which) {
        for (var message : pick(messages, which)) {
            one.close(message, true);
            promise.messages.remove(message);
        }
    }

    void restart(boolean properly) {
        if (properly) {
            one.close();
            other.close();
        }
        scene.clock.restarts(Duration.ofHours(30));
        one = scene.anotherKeeper(Any.READER);
        other = scene.anotherKeeper(Any.READER);
    }

    void swapKeepers() {
        var was = one;
        one = other;
        other = was;
    }

    void assertNothingWentOutThatWasNotAllowed() {
        assertThat(scene.events(Event.AttemptAllowed.class)).hasSize(allowed);
    }

    void assertBothKeepersTellWhatTheLedgerHolds() {
        var anew = new Story();
        scene.ledger.read(Account.ME, 0, anew::add);
        assertThat(one.<Story.Snapshot>look((story, _) -> story.snapshot())).isEqualTo(anew.snapshot());
        assertThat(other.<Story.Snapshot>look((story, _) -> story.snapshot())).isEqualTo(anew.snapshot());
    }

    /// Tries to send a letter that was kept at some time, released or not, sent before or not, and maybe with more to
    /// it.
    void sendLetter(int which, String more) {
        for (var seq : pick(letters, which)) {
            var letter = Objects.requireNonNull(everKept.get(seq));
            var act = letter.act() == null ? Act.EMAIL : letter.act();
            attempt(new Attempt(act, letter.to(), Words.text(letter.text() + more), false, "hand"));
        }
    }

    /// Goes all the way to a released letter.
    void releaseAndConfirm(int which) {
        release(which);
        waitAlmostFor(0);
        confirm(0);
        scene.passes(Duration.ofMinutes(2));
        confirm(0);
    }

    /// Waits until a minute is left of a cooling-off.
    void waitAlmostFor(int which) {
        for (var seq : pick(asked, which)) {
            var waits = promise.waiting.get(seq);
            if (waits != null) {
                var left = Duration.between(scene.clock.truth(), waits.asked.plus(waits.coolingOff))
                        .minusMinutes(1);
                scene.passes(left.isNegative() ? Duration.ZERO : left);
            }
        }
    }

    private static List<Long> pick(List<Long> numbers, int which) {
        return numbers.isEmpty() ? List.of() : List.of(numbers.get(numbers.size() - 1 - which % numbers.size()));
    }
}
