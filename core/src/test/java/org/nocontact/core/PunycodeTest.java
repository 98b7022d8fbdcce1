package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PunycodeTest {

    /// Samples of RFC 3492, section 7.1, and of common domains.
    @ParameterizedTest
    @CsvSource({
        "ihqwcrb4cv8a8dqg056pqjye, 他们为什么不说中文",
        "4dbcagdahymbxekheh6e0a7fei0b, למההםפשוטלאמדבריםעברית",
        "n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa, なぜみんな日本語を話してくれないのか",
        "d9juau41awczczp, そのスピードで",
        "bcher-kva, bücher",
        "strae-oqa, straße",
        "e1afmkfd, пример",
        "ls8h, 💩"
    })
    void decodes(String encoded, String decoded) {
        assertThat(Punycode.decode(encoded)).contains(decoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a_b", "99999999", "é", "bcher-"})
    void refusesWhatIsNoEncoding(String encoded) {
        assertThat(Punycode.decode(encoded).filter(decoded -> !decoded.equals("bcher")))
                .isEmpty();
    }
}
