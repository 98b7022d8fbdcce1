package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nocontact.core.DraftReader.Draft;

class KeeperDraftsTest {
    @Test
    void usesUpNoReplyWindowAndIsNotLetThroughByOne() {
        var scene = Scene.with(Rule.about("Daniel").withKind(new Kind.Limited(Set.of(Topic.HOME))));
        scene.keeper.label(
                scene.keeper.receive("text", scene.clock.truth(), Words.text("Are you in?")), InboundLabel.PRACTICAL);
        var attempt = Attempts.text(new PersonName("Daniel"), "I miss you.");

        var answer = scene.keeper.draft(attempt);

        assertThat(answer.verdict()).isEqualTo(new Verdict.Hold(new Clause.NeedsALook()));
        assertThat(scene.keeper.attempt(attempt).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Allow.class,
                        allowed -> assertThat(allowed.clause()).isInstanceOf(Clause.Reply.class));
    }

    @Test
    void isAskedOfTheReaderUnderALimitedRule() {
        var scene = Scene.with(Rule.about("Daniel").withKind(new Kind.Limited(Set.of(Topic.HOME))));
        var attempt = Attempts.text(new PersonName("Daniel"), "The boiler man comes at nine.");

        var onTopic = scene.anotherKeeper(
                (_, topics) -> new Draft.OnTopic(topics.iterator().next()));
        assertThat(onTopic.draft(attempt).verdict()).isEqualTo(new Verdict.Allow(new Clause.OpenTopic(Topic.HOME)));
        var outside = scene.anotherKeeper((_, _) -> new Draft.Outside());
        assertThat(outside.draft(attempt).verdict()).isEqualTo(new Verdict.Hold(new Clause.OutsideTheTopics()));
    }
}
