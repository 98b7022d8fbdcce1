package org.nocontact.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NearnessTest {
    private final Nearness nearness =
            new Nearness(List.of(example("the kettle is yours so come and get it on Saturday, or don't")));

    @Test
    void findsSixWordsInARow() {
        assertThat(tooNear("Fine. Come and get it on Saturday then, I'll leave the side gate open for you"))
                .isTrue();
        assertThat(tooNear("Fine. Come and get it on Sunday then, I'll leave the side gate open for you"))
                .isFalse();
    }

    @Test
    void findsMostWordsInAnotherOrder() {
        assertThat(tooNear("Saturday, or don't: come get it, the kettle, it is yours"))
                .isTrue();
        assertThat(tooNear("the kettle is broken, so I got us another one on Monday"))
                .isFalse();
    }

    private boolean tooNear(String text) {
        return !nearness.tooNear(List.of(example(text))).isEmpty();
    }

    private static Example example(String text) {
        return new Example(true, text, Set.of("practical"), Set.of(), "things", "plain");
    }
}
