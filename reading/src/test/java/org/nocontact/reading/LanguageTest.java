package org.nocontact.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ich vermisse dich so sehr und ich weiß nicht warum",
                "tu me manques et je ne sais pas quoi faire sans toi",
                "te echo de menos y no puedo estar sin ti",
                "я скучаю по тебе",
                "我想你了"
            })
    void knowsWhatItCannotRead(String text) {
        assertThat(Language.isEnglish(text)).isFalse();
    }

    @Test
    void takesEveryWrittenExampleForEnglish() throws Exception {
        assertThat(Example.readAll(Path.of("src/train/messages")))
                .allMatch(example -> Language.isEnglish(example.text()));
    }

    @Test
    void findsDangerInOtherLanguages() {
        var reader = Reader.ofCuesAlone();

        assertThat(reader.readIn("ich bringe mich um, ich kann nicht mehr und will nicht mehr"))
                .isInstanceOfSatisfying(
                        Inbound.CannotRead.class,
                        read -> assertThat(read.danger()).isTrue());
        assertThat(reader.readOut("no quiero vivir sin ti y no puedo más", java.util.Set.of())
                        .danger())
                .isTrue();
        assertThat(reader.readIn("wann holst du die Kinder ab und wo ist der Schlüssel"))
                .isInstanceOfSatisfying(
                        Inbound.CannotRead.class,
                        read -> assertThat(read.danger()).isFalse());
    }
}
