package org.nocontact.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadLinesTest {
    private final Reader reader = Reader.ofCuesAlone();

    @Test
    void takesEscapesBack() {
        assertThat(ReadLines.unescaped("a\\nb\\tc\\\\n \\x")).isEqualTo("a\nb\tc\\n \\x");
    }

    @Test
    void writesOneJsonLineForAMessage() {
        var line = new ReadLines(reader, ReadLines.Format.JSON).in("Please stop texting me.\\nI need space");

        assertThat(line)
                .startsWith("{\"labels\":[\"boundary\"")
                .contains("\"evidence\":[{\"start\":")
                .contains("\"model\":false")
                .doesNotContain("\n");
    }

    @Test
    void writesLabelsConfidenceAndSpansAsTsv() {
        var line = new ReadLines(reader, ReadLines.Format.TSV).out("please take me back, I beg you", Set.of());

        assertThat(line.split("\t")).hasSize(3);
        assertThat(line).contains("begging").matches(".*\\t\\d\\.\\d{3}\\t.*\\d+-\\d+:begging.*");
    }
}
