package org.nocontact.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WordPieceTest {
    /// The ids are those that the reference tokenizer of bert-base-uncased gives.
    @Test
    void cutsAsTheReferenceDoes() throws IOException {
        try (var json = Objects.requireNonNull(
                WordPieceTest.class.getResourceAsStream("/bge-small-en-v1.5-q-tokenizer.json"))) {
            var pieces = WordPiece.from(json);

            assertThat(pieces.pieces("Hello, World!")).containsExactly(7592, 1010, 2088, 999);
            assertThat(pieces.pieces("unaffable")).containsExactly(14477, 20961, 3468);
            assertThat(pieces.pieces("café")).isEqualTo(pieces.pieces("CAFE"));
        }
    }
}
