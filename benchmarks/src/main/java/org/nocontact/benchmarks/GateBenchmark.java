package org.nocontact.benchmarks;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.nocontact.core.Act;
import org.nocontact.core.Attempt;
import org.nocontact.core.DraftReader;
import org.nocontact.core.Gate;
import org.nocontact.core.GoBetween;
import org.nocontact.core.Handle;
import org.nocontact.core.Rule;
import org.nocontact.core.RuleInForce;
import org.nocontact.core.Verdict;
import org.nocontact.core.Way;
import org.nocontact.core.Words;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A verdict for one attempt, by a rule with few or many ways to reach the ex: a third each are addresses, numbers and
/// profiles. The baseline looks the same handles up in a [HashMap].
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(5)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class GateBenchmark {
    private static final int ATTEMPTS = 1_024;
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    @Param({"3", "1000"})
    private int handles;

    private final Gate gate = new Gate(DraftReader.leavingItToThePerson(), (_, _) -> false);
    private Attempt[] toTheEx = {};
    private Attempt[] toOthers = {};
    private Attempt[] toAGoBetween = {};
    private RuleInForce rule = new RuleInForce(Rule.about("Daniel"), NOW);
    private Map<Handle, Verdict> baseline = Map.of();
    private int next;

    @Setup
    public void setUp() {
        var ways = IntStream.range(0, handles)
                .mapToObj(i -> new Way(handle(i, "daniel"), "as written"))
                .toList();
        var goBetween = new GoBetween("Mia", List.of(new Way(handle(0, "mia"), "as written")));
        rule = new RuleInForce(Rule.about("Daniel").withWays(ways).withGoBetweens(List.of(goBetween)), NOW);
        baseline = new HashMap<>();
        ways.forEach(way -> baseline.put(way.handle(), Verdict.PASS));
        toTheEx = attempts(i -> handle(i % handles, "daniel"), "I miss you");
        toOthers = attempts(i -> handle(i, "anna"), "See you at eight");
        toAGoBetween = attempts(_ -> handle(0, "mia"), "I can't tell you how much I miss Daniel today");
    }

    @Benchmark
    public Verdict held() {
        return decide(toTheEx);
    }

    @Benchmark
    public Verdict passed() {
        return decide(toOthers);
    }

    /// Here the words are read too.
    @Benchmark
    public Verdict passedToAGoBetween() {
        return decide(toAGoBetween);
    }

    @Benchmark
    public boolean baselineHit() {
        return baseline.containsKey(next(toTheEx).to());
    }

    @Benchmark
    public boolean baselineMiss() {
        return baseline.containsKey(next(toOthers).to());
    }

    private Verdict decide(Attempt[] attempts) {
        return gate.decide(next(attempts), rule, List.of(), NOW);
    }

    private Attempt next(Attempt[] attempts) {
        next = (next + 1) & (ATTEMPTS - 1);
        return attempts[next];
    }

    private static Attempt[] attempts(IntFunction<Handle> to, String text) {
        return IntStream.range(0, ATTEMPTS)
                .mapToObj(i -> new Attempt(Act.TEXT, to.apply(i), Words.text(text), false, "phone"))
                .toArray(Attempt[]::new);
    }

    private static Handle handle(int i, String name) {
        return Handle.ofCanonical(
                switch (i % 3) {
                    case 0 -> "mailto:" + name + i + "@climbing.example";
                    case 1 -> "tel:+1" + (2_125_550_000L + name.length() * 1_000_000L + i);
                    default -> "profile:instagram/" + name + "_" + i;
                });
    }
}
