package org.nocontact.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class KeeperProperties {

    /// Something that a person does.
    private record Step(String what, Consumer<Trial> does) {
        @Override
        public String toString() {
            return what;
        }
    }

    @Property(tries = 600)
    void nothingGoesToTheExUnlessTheRuleInForceAllowsIt(@ForAll("steps") List<Step> steps) {
        var trial = new Trial();
        for (var step : steps) {
            step.does.accept(trial);
            trial.swapKeepers();
        }
        trial.assertNothingWentOutThatWasNotAllowed();
        trial.assertBothKeepersTellWhatTheLedgerHolds();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var begin = Any.rule().map(rule -> new Step("begin " + rule, trial -> trial.setRule(rule.withPractice(false))));
        return Combinators.combine(begin, step().list().ofMinSize(20).ofMaxSize(80))
                .as((first, rest) -> {
                    var steps = new ArrayList<Step>();
                    steps.add(first);
                    steps.addAll(rest);
                    return steps;
                });
    }

    private static Arbitrary<Step> step() {
        var which = Arbitraries.integers().between(0, 3);
        var waits =
                Arbitraries.of(5, 60, 13 * 60, 25 * 60, 73 * 60, 11 * 24 * 60).map(Duration::ofMinutes);
        return Arbitraries.frequencyOf(
                Tuple.of(16, Any.attempt().map(a -> new Step("attempt " + a, trial -> trial.attempt(a)))),
                Tuple.of(6, which.map(i -> new Step("send letter " + i, trial -> trial.sendLetter(i, "")))),
                Tuple.of(4, which.map(i -> new Step("send more than " + i, trial -> trial.sendLetter(i, " still")))),
                Tuple.of(4, which.map(i -> new Step("does not go out " + i, trial -> trial.didNotGoOut(i)))),
                Tuple.of(4, which.map(i -> new Step("release all the way " + i, trial -> trial.releaseAndConfirm(i)))),
                Tuple.of(4, which.map(i -> new Step("almost wait for " + i, trial -> trial.waitAlmostFor(i)))),
                Tuple.of(1, Any.rule().map(rule -> new Step("set " + rule, trial -> trial.setRule(rule)))),
                Tuple.of(3, Any.loosening().map(KeeperProperties::askFor)),
                Tuple.of(1, Arbitraries.just(new Step("ask to end", trial -> trial.ask(new Loosening.EndRule())))),
                Tuple.of(4, which.map(i -> new Step("release " + i, trial -> trial.release(i)))),
                Tuple.of(8, which.map(i -> new Step("confirm " + i, trial -> trial.confirm(i)))),
                Tuple.of(1, which.map(i -> new Step("call off " + i, trial -> trial.callOff(i)))),
                Tuple.of(2, Any.text().map(text -> new Step("write " + text, trial -> trial.write(text)))),
                Tuple.of(
                        2,
                        Combinators.combine(which, Arbitraries.of(Topic.values()))
                                .as(KeeperProperties::look)),
                Tuple.of(4, which.map(i -> new Step("look by any topic " + i, trial -> trial.lookByAnyTopic(i)))),
                Tuple.of(3, Arbitraries.of(Topic.values()).map(KeeperProperties::drop)),
                Tuple.of(1, which.map(i -> new Step("say sent " + i, trial -> trial.sent(i)))),
                Tuple.of(1, which.map(i -> new Step("burn " + i, trial -> trial.burn(i)))),
                Tuple.of(3, Arbitraries.of("hey", "keys", "stop").map(KeeperProperties::receive)),
                Tuple.of(
                        2,
                        Combinators.combine(which, Arbitraries.of(InboundLabel.values()))
                                .as(KeeperProperties::label)),
                Tuple.of(1, which.map(i -> new Step("lay aside " + i, trial -> trial.layAside(i)))),
                Tuple.of(8, waits.map(time -> new Step("wait " + time, trial -> trial.scene.passes(time)))),
                Tuple.of(3, TrustedClockProperties.happening().map(KeeperProperties::turn)),
                Tuple.of(1, Arbitraries.of(true, false).map(KeeperProperties::restart)));
    }

    private static Step askFor(Change change) {
        return new Step("ask for " + change, trial -> trial.ask(new Loosening.ChangeRule(List.of(change))));
    }

    private static Step look(int which, Topic topic) {
        return new Step("look " + which + " " + topic, trial -> trial.look(which, topic));
    }

    private static Step drop(Topic topic) {
        return new Step("drop " + topic, trial -> trial.dropTopic(topic));
    }

    private static Step receive(String text) {
        return new Step("receive " + text, trial -> trial.receive(text));
    }

    private static Step label(int which, InboundLabel label) {
        return new Step("label " + which + " " + label, trial -> trial.label(which, label));
    }

    private static Step turn(TrustedClockProperties.Happening happening) {
        return new Step("clock " + happening, trial -> happening.to().accept(trial.scene.clock));
    }

    private static Step restart(boolean properly) {
        return new Step("restart " + properly, trial -> trial.restart(properly));
    }
}
