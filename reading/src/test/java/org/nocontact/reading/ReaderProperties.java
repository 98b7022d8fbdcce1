package org.nocontact.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

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

    /// Seconds of this thread's processor, so that a busy machine does not matter.
    @Example
    void readsAMegabyteInBoundedTime() {
        var clock = ManagementFactory.getThreadMXBean();
        for (var part :
                new String[] {"please answer me ", "a", "\uD83D\uDE00", "((((", "you always. ", "no no ", "\n"}) {
            var text = part.repeat(1_000_000 / part.length());
            long start = clock.getCurrentThreadCpuTime();
            assertThat(reader.readIn(text)).isNotNull();
            assertThat(clock.getCurrentThreadCpuTime() - start).as(part).isLessThan(30_000_000_000L);
        }
    }
}
