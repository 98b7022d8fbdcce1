package org.nocontact.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FitTest {
    @Test
    void givesTheSameWeightsForTheSameExamples() throws Exception {
        var all = Example.readAll(Path.of("src/train/messages"));
        var some = IntStream.range(0, all.size() / 40)
                .mapToObj(i -> all.get(i * 40))
                .toList();
        var first = new Trainer(some).heldOut();
        var second = new Trainer(some).heldOut();

        assertThat(first.keySet()).isEqualTo(second.keySet());
        first.forEach((example, scores) -> assertThat(second.get(example)).containsExactly(scores));
    }
}
