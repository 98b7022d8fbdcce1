package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @Test
    void leaveOutBlankParts() {
        assertThat(new Words(Map.of("text", " \n", "subject", "hi"))).isEqualTo(new Words(Map.of("subject", "hi")));
        assertThat(Words.text(" ")).isEqualTo(Words.NONE);
        assertThat(Words.NONE.isEmpty()).isTrue();
        assertThat(Words.NONE.text()).isEmpty();
    }

    @Test
    void areAtMostAMillionCharactersInAllPartsTogether() {
        assertThat(new Words(Map.of("text", "x".repeat(999_999), "subject", "x")).length())
                .isEqualTo(1_000_000);
        assertThatThrownBy(() -> new Words(Map.of("text", "x".repeat(1_000_000), "subject", "x")))
                .isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @CsvSource({"a\uD83Db, a\uFFFDb", "\uDC94\uD83D, \uFFFD\uFFFD", "a\u0000b, a\uFFFDb", "💔\uD83D, 💔\uFFFD"})
    void canBeWrittenToAFileWhateverTheyAre(String text, String written) {
        assertThat(Words.text(text).text()).isEqualTo(written);
    }

    @Test
    void staySymbolsThatAreWhole() {
        assertThat(Words.text("I 💔 you").text()).isEqualTo("I 💔 you");
    }

    @Test
    void sayTheSameHoweverTheirLinesBreak() {
        assertThat(Words.text(" I miss\r\n you ").sayTheSameAs(Words.text("I miss you")))
                .isTrue();
        assertThat(Words.text("I miss you").sayTheSameAs(Words.text("i miss you")))
                .isFalse();
        assertThat(Words.text("Imissyou").sayTheSameAs(Words.text("I miss you")))
                .isFalse();
        assertThat(Words.NONE.sayTheSameAs(Words.text("I"))).isFalse();
        assertThat(Words.NONE.sayTheSameAs(Words.NONE)).isTrue();
        assertThat(Words.text("hi").sayTheSameAs(new Words(Map.of("text", "hi", "subject", "you"))))
                .isFalse();
    }
}
