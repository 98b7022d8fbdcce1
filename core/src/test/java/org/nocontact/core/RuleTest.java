package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nocontact.core.Rules.DANIEL;
import static org.nocontact.core.Rules.MIA;
import static org.nocontact.core.Rules.way;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {
    private final Rule rule = Rule.about("Daniel");

    @Test
    void holdsAllNineActsWithoutAnEndWhenOnlyANameIsGiven() {
        assertThat(rule.acts()).containsExactlyInAnyOrder(Act.values());
        assertThat(rule.kind()).isEqualTo(new Kind.Indefinite());
        assertThat(rule.coolingOff()).isEqualTo(Duration.ofHours(72));
        assertThat(rule.replyPause()).isEqualTo(Duration.ofHours(12));
        assertThat(rule.practice()).isFalse();
    }

    @Test
    void stripsTheName() {
        assertThat(rule.withName("  Daniel \t").name()).isEqualTo("Daniel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\u0000", "\u200B", "\u200B\u00AD", "a\u2028b", "\uD83D"})
    void refusesANameThatNamesNobody(String name) {
        assertIsNoRule(() -> rule.withName(name));
    }

    @Test
    void refusesANameThatIsOrBecomesTooLong() {
        assertThat(rule.withName("x".repeat(200)).name()).hasSize(200);
        assertIsNoRule(() -> rule.withName("x".repeat(201)));
        // one character that is 18 once it is folded
        assertIsNoRule(() -> rule.withName("\uFDFA".repeat(12)));
    }

    @Test
    void takesANameOfSymbols() {
        assertThat(rule.withName("💔").name()).isEqualTo("💔");
    }

    @Test
    void keepsEachHandleOnceAsItWasWrittenFirst() {
        var twice = rule.withWays(List.of(new Way(DANIEL, "first"), new Way(DANIEL, "second"), way(MIA)));
        assertThat(twice.ways()).containsExactly(new Way(DANIEL, "first"), way(MIA));
    }

    @Test
    void makesGoBetweensOfTheSameNameOne() {
        var merged = rule.withGoBetweens(
                List.of(new GoBetween("mia", List.of(way(MIA))), new GoBetween(" Mia ", List.of(way(DANIEL)))));
        assertThat(merged.goBetweens()).containsExactly(new GoBetween("Mia", List.of(way(MIA), way(DANIEL))));
    }

    @Test
    void refusesMoreWaysThanItCanKeep() {
        assertThat(rule.withWays(ways(10_000)).ways()).hasSize(10_000);
        assertIsNoRule(() -> rule.withWays(ways(10_001)));
        var full = rule.withWays(ways(9_999));
        assertIsNoRule(() -> full.withGoBetweens(List.of(new GoBetween("Mia", List.of(way(MIA), way(DANIEL))))));
    }

    @Test
    void refusesMoreGoBetweensThanItCanKeep() {
        var many = IntStream.range(0, 1_001)
                .mapToObj(i -> new GoBetween("Mia " + i, List.of()))
                .toList();
        assertThat(rule.withGoBetweens(many.subList(0, 1_000)).goBetweens()).hasSize(1_000);
        assertIsNoRule(() -> rule.withGoBetweens(many));
    }

    @Test
    void holdsAtLeastOneAct() {
        assertIsNoRule(() -> rule.withActs(Set.of()));
    }

    @Test
    void coolsOffForOneTo90Days() {
        assertThat(rule.withCoolingOff(Duration.ofHours(24)).coolingOff()).isEqualTo(Duration.ofDays(1));
        assertThat(rule.withCoolingOff(Duration.ofDays(90)).coolingOff()).isEqualTo(Duration.ofDays(90));
        assertIsNoRule(() -> rule.withCoolingOff(Duration.ofHours(24).minusNanos(1)));
        assertIsNoRule(() -> rule.withCoolingOff(Duration.ofDays(90).plusNanos(1)));
        assertIsNoRule(() -> rule.withCoolingOff(Duration.ofDays(-2)));
    }

    @Test
    void pausesBeforeAnAnswerForAtMostSevenDays() {
        assertThat(rule.withReplyPause(Duration.ZERO).replyPause()).isZero();
        assertThat(rule.withReplyPause(Duration.ofDays(7)).replyPause()).isEqualTo(Duration.ofDays(7));
        assertIsNoRule(() -> rule.withReplyPause(Duration.ofNanos(-1)));
        assertIsNoRule(() -> rule.withReplyPause(Duration.ofDays(7).plusNanos(1)));
    }

    @Test
    void isLimitedToAtLeastOneTopic() {
        assertIsNoRule(() -> new Kind.Limited(Set.of()));
        assertThat(new Kind.Limited(Set.of(Topic.WORK)).openTopics()).containsExactly(Topic.WORK);
        assertThat(Kind.leaving(Set.of())).isEqualTo(new Kind.Indefinite());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200B", "a\nb"})
    void refusesAGoBetweenWithoutAName(String name) {
        assertIsNoRule(() -> new GoBetween(name, List.of()));
    }

    @Test
    void refusesAWayThatIsNotOneLine() {
        assertIsNoRule(() -> new Way(DANIEL, "x".repeat(2_001)));
        assertIsNoRule(() -> new Way(DANIEL, "a\nb"));
    }

    private static List<Way> ways(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> way(Rules.mail("daniel" + i + "@climbing.example")))
                .toList();
    }

    private static void assertIsNoRule(ThrowingCallable wrong) {
        assertThatThrownBy(wrong).isInstanceOf(InvalidRule.class).hasMessageMatching(".+[.?]");
    }
}
