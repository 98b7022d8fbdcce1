package org.nocontact.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void partsAStreamAtItsLineEnds() throws IOException {
        assertThat(lines("", 9, 99)).isEmpty();
        assertThat(lines("a", 9, 99)).containsExactly("a");
        assertThat(lines("a\n", 9, 99)).containsExactly("a");
        assertThat(lines("a\n\nbc\n", 9, 99)).containsExactly("a", "", "bc");
        assertThat(lines("\n\n", 9, 99)).containsExactly("", "");
    }

    @Test
    void readsLinesThatAreLongerThanWhatItReadsAtOnce() throws IOException {
        var one = "x".repeat((1 << 16) - 1);
        var two = "y".repeat(200_000);

        assertThat(lines(one + "\n" + two + "\nz\n" + one, 200_000, 1 << 20)).containsExactly(one, two, "z", one);
    }

    @Test
    void stopsAtItsBounds() throws IOException {
        assertThat(lines("123456789\n123456789\n", 9, 20)).hasSize(2);
        assertThatThrownBy(() -> lines("1234567890\n", 9, 99)).isInstanceOf(Lines.TooLong.class);
        assertThatThrownBy(() -> lines("123456789\n123456789\n\n", 9, 20)).isInstanceOf(Lines.TooLong.class);
    }

    private static List<String> lines(String text, int mostInALine, long most) throws IOException {
        var lines = new Lines(new ByteArrayInputStream(text.getBytes(UTF_8)), mostInALine, most);
        var read = new ArrayList<String>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            read.add(new String(line, UTF_8));
        }
        return read;
    }
}
