package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClauseWordsTest {
    static Stream<Clause> everyClause() {
        var byAct = Arrays.stream(Act.values())
                .flatMap(act -> Stream.<Clause>of(
                        new Clause.HeldAct(act), new Clause.Practice(act), new Clause.ActLeftOut(act)));
        var byTopic = Arrays.stream(Topic.values())
                .flatMap(topic -> Stream.<Clause>of(new Clause.LookedAt(1, topic), new Clause.OpenTopic(topic)));
        var others = Stream.<Clause>of(
                new Clause.ThroughGoBetween("Mia"),
                new Clause.NeedsALook(),
                new Clause.OutsideTheTopics(),
                new Clause.ReplyLater(1),
                new Clause.ReplyTooLong(1),
                new Clause.Emergency(),
                new Clause.Reply(1),
                new Clause.ReleasedLetter(1));
        return Stream.of(byAct, byTopic, others).flatMap(clauses -> clauses);
    }

    @Test
    void theListAboveHasEveryClause() {
        assertThat(everyClause().map(Clause::getClass).distinct())
                .hasSize(Clause.class.getPermittedSubclasses().length);
        assertThat(everyClause().map(Clause::id).distinct())
                .hasSize(Clause.class.getPermittedSubclasses().length)
                .allMatch(id -> id.matches("[a-z-]+"));
    }

    @ParameterizedTest
    @MethodSource("everyClause")
    void saysEachClauseInOneOrMorePlainSentences(Clause clause) {
        for (var locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(clause.why(locale)).matches("\\p{Lu}.*[.]").doesNotContain("{", "}", "'", "!");
        }
    }

    @ParameterizedTest
    @MethodSource("everyClause")
    void saysEachClauseInGermanDifferently(Clause clause) {
        assertThat(clause.why(Locale.GERMAN)).isNotEqualTo(clause.why(Locale.ENGLISH));
        assertThat(clause.why(Locale.of("de", "AT"))).isEqualTo(clause.why(Locale.GERMAN));
    }

    @ParameterizedTest
    @MethodSource("everyClause")
    void fallsBackToEnglishWhateverTheComputerSpeaks(Clause clause) {
        var usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMAN);
            assertThat(clause.why(Locale.FRENCH)).isEqualTo(clause.why(Locale.ENGLISH));
            assertThat(clause.why(Locale.forLanguageTag("ar-EG-u-nu-arab"))).isEqualTo(clause.why(Locale.ENGLISH));
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        var english = ResourceBundle.getBundle("org.nocontact.core.clauses", Locale.ROOT, control);
        var german = ResourceBundle.getBundle("org.nocontact.core.clauses", Locale.GERMAN, control);
        for (var key : english.keySet()) {
            assertThat(german.getString(key)).as(key).isNotEqualTo(english.getString(key));
        }
        assertThat(german.keySet()).isEqualTo(english.keySet());
    }

    @Test
    void saysANameAsItIs() {
        assertThat(new Clause.ThroughGoBetween("{0} O'Mia {").why(Locale.ENGLISH))
                .contains("through {0} O'Mia {,");
    }
}
