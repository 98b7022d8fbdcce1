package org.nocontact.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SayingsTest {
    @Test
    void saysEverythingInGermanToo() {
        assertThat(Sayings.load("explanations_de.txt").keySet())
                .isEqualTo(Sayings.load("explanations.txt").keySet());
        assertThat(Sayings.load("calmer_de.txt").keySet())
                .isEqualTo(Sayings.load("calmer.txt").keySet());
    }

    @Test
    void explainsACueByItsOwnSentenceOrItsFamilys() {
        assertThat(Explanation.of("blame.insult", Locale.GERMAN)).isEqualTo("Gibt dem anderen einen Schimpfnamen.");
        assertThat(Explanation.of("blame.new", Locale.ENGLISH)).isEqualTo("Accuses or insults.");
    }

    @Test
    void saysWhatTheWordsOfADraftDoInTheLanguageOfThePerson() {
        var draft = Reader.ofCuesAlone().readOut("please take me back, I beg you, you liar", Set.of());

        assertThat(draft.remarks()).isNotEmpty().allSatisfy(remark -> {
            assertThat(remark.says(Locale.ENGLISH)).isEqualTo(remark.says());
            assertThat(remark.says(Locale.GERMAN)).isNotBlank().isNotEqualTo(remark.says());
        });
    }
}
