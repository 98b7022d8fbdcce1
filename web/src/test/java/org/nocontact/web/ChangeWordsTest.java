package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nocontact.core.Act;
import org.nocontact.core.Change;
import org.nocontact.core.GoBetween;
import org.nocontact.core.Loosening;
import org.nocontact.core.Rules;
import org.nocontact.core.Topic;

class ChangeWordsTest {
    static final List<Change> EACH_KIND = List.of(
            new Change.Rename("Dan"),
            new Change.AddWay(Rules.way(Rules.DANIEL)),
            new Change.RemoveWay(Rules.DANIEL),
            new Change.AddGoBetween(new GoBetween("Mia", List.of())),
            new Change.RemoveGoBetween("Mia"),
            new Change.RemoveGoBetweenWay("Mia", Rules.MIA),
            new Change.HoldAct(Act.LOOK),
            new Change.LeaveAct(Act.LOOK),
            new Change.OpenTopic(Topic.WORK),
            new Change.DropTopic(Topic.WORK),
            new Change.LengthenCoolingOff(Duration.ofDays(7)),
            new Change.ShortenCoolingOff(Duration.ofDays(1)),
            new Change.LengthenReplyPause(Duration.ofDays(1)),
            new Change.ShortenReplyPause(Duration.ofHours(1)),
            new Change.EndPractice(),
            new Change.BeginPractice());

    static List<Locale> languages() {
        return Texts.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void hasWordsOfItsOwnForEveryKindOfChange(Locale language) {
        var words = new ChangeWords(Texts.in(language));

        assertThat(EACH_KIND.stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Change.class.getPermittedSubclasses());
        assertThat(EACH_KIND.stream().map(words::say))
                .doesNotHaveDuplicates()
                .allSatisfy(said ->
                        assertThat(said).isNotBlank().doesNotContain("{").doesNotContain("Change"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void saysEveryKindOfLoosening(Locale language) {
        var words = new ChangeWords(Texts.in(language));

        assertThat(List.of(
                        words.say(new Loosening.EndRule()),
                        words.say(new Loosening.Release(3)),
                        words.say(new Loosening.ChangeRule(List.of(new Change.LeaveAct(Act.LOOK))))))
                .doesNotHaveDuplicates()
                .allSatisfy(said -> assertThat(said).isNotBlank());
    }

    @org.junit.jupiter.api.Test
    void countsWhatIsTooMuchToSay() {
        var many = Collections.nCopies(100, (Change) new Change.HoldAct(Act.TEXT));

        assertThat(new ChangeWords(Texts.in(Locale.ENGLISH)).say(many)).endsWith("and 95 more");
    }
}
