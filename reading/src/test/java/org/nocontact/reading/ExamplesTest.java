package org.nocontact.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    private static List<Example> examples = List.of();

    @BeforeAll
    static void read() throws Exception {
        examples = Example.readAll(Path.of("src/train/messages"));
    }

    @Test
    void thereAreThousandsInBothDirections() {
        assertThat(examples.stream().filter(Example::in).count()).isGreaterThan(1_500);
        assertThat(examples.stream().filter(x -> !x.in()).count()).isGreaterThan(1_200);
    }

    @Test
    void everyLabelIsKnown() {
        var in = Arrays.stream(InLabel.values()).map(InLabel::word).collect(Collectors.toSet());
        var out = Arrays.stream(OutLabel.values()).map(OutLabel::word).collect(Collectors.toSet());

        assertThat(examples).allSatisfy(x -> {
            assertThat(x.in() ? in : out).containsAll(x.labels());
            assertThat(x.in() ? x.labels().size() == 1 : !x.labels().isEmpty()).isTrue();
            assertThat(x.situation()).isNotBlank();
            assertThat(x.writer()).isNotBlank();
        });
    }

    @Test
    void noTextStandsTwiceInOneDirection() {
        var seen = new HashMap<Boolean, HashSet<String>>();

        assertThat(examples)
                .allMatch(
                        x -> seen.computeIfAbsent(x.in(), d -> new HashSet<>()).add(x.text()));
    }
}
