package org.nocontact.reading;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads a file of labelled messages as the program would and prints how well and how fast. Call it with the file.
final class Measure {
    private Measure() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        var reader = arguments.length > 1 && arguments[1].equals("cues")
                ? Reader.ofCuesAlone()
                : Reader.withModelIn(Path.of(System.getProperty("java.io.tmpdir")));
        System.out.println("model: " + reader.await(Duration.ofSeconds(60)));
        var clock = ManagementFactory.getThreadMXBean();
        Map<Example, Set<String>> given = new LinkedHashMap<>();
        var examples = Example.read(Path.of(arguments[0]));
        for (int round = 0; round < 1; round++) {
            var nanos = new long[examples.size()];
            for (int i = 0; i < nanos.length; i++) {
                long start = clock.getCurrentThreadCpuTime();
                given.put(examples.get(i), labels(reader, examples.get(i)));
                nanos[i] = clock.getCurrentThreadCpuTime() - start;
            }
            Arrays.sort(nanos);
            System.out.printf(
                    Locale.ROOT,
                    "with spans, of one core: median %.1f ms, 95th %.1f ms%n",
                    nanos[nanos.length / 2] / 1e6,
                    nanos[nanos.length * 95 / 100] / 1e6);
        }
        resident();
        System.out.print(new Figures(given).table(arguments[0]));
    }

    private static void resident() throws IOException {
        var status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                    .forEach(System.out::println);
        }
    }

    private static Set<String> labels(Reader reader, Example example) {
        if (!example.in()) {
            return reader.readOut(example.text(), Set.of()).labels().stream()
                    .map(OutLabel::word)
                    .collect(Collectors.toSet());
        }
        return switch (reader.readIn(example.text())) {
            case Inbound.Sure sure -> Set.of(sure.label().word());
            case Inbound.NotSure notSure -> Set.of(notSure.first().word());
            case Inbound.CannotRead ignored -> Set.of(InLabel.SMALL_TALK.word());
            case Inbound.Empty ignored -> Set.of(InLabel.SMALL_TALK.word());
        };
    }
}
