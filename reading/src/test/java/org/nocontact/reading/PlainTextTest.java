package org.nocontact.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void readsTypedWordsAsPlainOnes() {
        assertThat(PlainText.of("Luv u sooooo much, pleeease cum bk 2nite").text())
                .isEqualTo("love you so much, please cum back tonight");
    }

    @Test
    void tellsIllFromIWill() {
        assertThat(PlainText.of("ill get him, shes ill").text()).isEqualTo("i'll get him, she's ill");
    }

    @Test
    void leadsBackToWhatWasTyped() {
        var plain = PlainText.of("c u 2nite ok");
        int tonight = plain.text().indexOf("tonight");

        assertThat(plain.origin(tonight)).isEqualTo(4);
        assertThat(plain.origin(tonight + "tonight".length())).isEqualTo(9);
        assertThat(plain.origin(plain.text().length())).isEqualTo(12);
    }
}
