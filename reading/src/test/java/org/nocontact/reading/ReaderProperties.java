package org.nocontact.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;

class ReaderProperties {
    private final Reader reader = Reader.ofCuesAlone();

    @Property(tries = 300)
    void readsAnyText(@ForAll @StringLength(max = 300) String text) {
        var in = reader.readIn(text);
        var out = reader.readOut(text, Set.of("children"));

        assertThat(in.evidence()).allMatch(span -> span.end() <= text.length());
        assertThat(out.evidence()).allMatch(span -> span.end() <= text.length());
        assertThat(out.remarks()).allMatch(remark -> remark.at().end() <= Math.max(1, text.length()));
    }

    @Property(tries = 50)
    void saysTheSameOfTheSameText(@ForAll @StringLength(max = 200) String text) {
        assertThat(reader.readIn(text)).isEqualTo(reader.readIn(text));
    }

    @Example
    void readsAMegabyteInBoundedTime() {
        for (var part :
                new String[] {"please answer me ", "a", "\uD83D\uDE00", "((((", "you always. ", "no no ", "\n"}) {
            var text = part.repeat(1_000_000 / part.length());
            Assertions.assertTimeout(Duration.ofSeconds(60), () -> {
                var unused = reader.readIn(text);
            });
        }
    }
}
