package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.nocontact.core.Rules.DANIEL;
import static org.nocontact.core.Rules.MIA;
import static org.nocontact.core.Rules.noContact;
import static org.nocontact.core.Rules.noContactWithGoBetween;
import static org.nocontact.core.Rules.way;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangeTest {

    @Test
    void renamesAndKeepsTheFormerNameAsAWay() {
        var renamed = new Change.Rename("Nobody").applyTo(noContact());
        assertThat(renamed.name()).isEqualTo("Nobody");
        assertThat(renamed.ways()).contains(new Way(new PersonName("Daniel"), "Daniel"));
        assertThat(new Change.Rename("DANIEL").applyTo(noContact()).ways())
                .isEqualTo(noContact().ways());
    }

    @Test
    void leavesTheLastActInTheRule() {
        var onlyCalls = noContact().withActs(Set.of(Act.CALL));
        assertThat(new Change.LeaveAct(Act.CALL).applyTo(onlyCalls)).isEqualTo(onlyCalls);
    }

    @Test
    void opensAndDropsTopics() {
        var limited = new Change.OpenTopic(Topic.WORK).applyTo(noContact());
        assertThat(limited.kind()).isEqualTo(new Kind.Limited(Set.of(Topic.WORK)));
        assertThat(new Change.DropTopic(Topic.WORK).applyTo(limited)).isEqualTo(noContact());
    }

    @Test
    void addsWaysToAGoBetweenWhoIsNamedAlready() {
        var added = new Change.AddGoBetween(new GoBetween("mia", List.of(way(DANIEL), way(MIA))));
        assertThat(added.applyTo(noContactWithGoBetween()).goBetweens())
                .containsExactly(new GoBetween("mia", List.of(way(MIA), way(DANIEL))));
    }

    @Test
    void removesOneWayToAGoBetweenWhoStaysOne() {
        assertThat(new Change.RemoveGoBetweenWay("MIA", MIA)
                        .applyTo(noContactWithGoBetween())
                        .goBetweens())
                .containsExactly(new GoBetween("Mia", List.of()));
    }

    @Test
    void neitherLengthensNorShortensWhatIsSoAlready() {
        var rule = noContact().withCoolingOff(Duration.ofDays(5)).withReplyPause(Duration.ofHours(5));
        assertThat(new Change.LengthenCoolingOff(Duration.ofDays(4)).applyTo(rule))
                .isEqualTo(rule);
        assertThat(new Change.ShortenCoolingOff(Duration.ofDays(6)).applyTo(rule))
                .isEqualTo(rule);
        assertThat(new Change.LengthenReplyPause(Duration.ofHours(4)).applyTo(rule))
                .isEqualTo(rule);
        assertThat(new Change.ShortenReplyPause(Duration.ofHours(6)).applyTo(rule))
                .isEqualTo(rule);
    }

    @Test
    void cannotBeMadeSoThatNoRuleCouldFollowIt() {
        assertThatThrownBy(() -> new Change.Rename("\u200B")).isInstanceOf(InvalidRule.class);
        assertThatThrownBy(() -> new Change.RemoveGoBetween("")).isInstanceOf(InvalidRule.class);
        assertThatThrownBy(() -> new Change.RemoveGoBetweenWay("\n", MIA)).isInstanceOf(InvalidRule.class);
        assertThatThrownBy(() -> new Change.LengthenCoolingOff(Duration.ofDays(91)))
                .isInstanceOf(InvalidRule.class);
        assertThatThrownBy(() -> new Change.ShortenReplyPause(Duration.ofHours(-1)))
                .isInstanceOf(InvalidRule.class);
    }

    @Test
    void addsTenThousandWaysInNoTime() {
        var ways = IntStream.range(0, 10_000)
                .mapToObj(i -> way(Rules.mail("daniel" + i + "@climbing.example")))
                .toList();
        var rule = Rule.about("Daniel");
        var changes = Revision.between(rule, rule.withWays(ways)).tightening();
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(Change.applyAll(rule, changes).ways()).isEqualTo(ways));
    }
}
