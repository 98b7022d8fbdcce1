package org.nocontact.reading;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Reads a file of labelled messages as the program would and prints how well and how fast. Call it with the file, and
/// with "cues" to measure what is read without a model.
final class Measure {
    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));

    private final List<Example> examples;
    private final Map<Example, Set<String>> given = new LinkedHashMap<>();
    private int sure;
    private int sureAndRight;
    private int notSure;
    private int oneOfTwoRight;

    private Measure(List<Example> examples) {
        this.examples = examples;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        boolean cues = arguments.length > 1 && arguments[1].equals("cues");
        var reader = cues ? Reader.ofCuesAlone() : Reader.withModelIn(FOLDER);
        System.out.println("model: " + reader.await(Duration.ofSeconds(60)));
        var measure = new Measure(Example.read(Path.of(arguments[0])));
        measure.time("with spans and remarks", example -> measure.read(reader, example));
        resident();
        if (!cues) {
            measure.timePlain();
        }
        System.out.printf(
                Locale.ROOT,
                "sure: %d, right %d; not sure: %d, one of the two right %d%n",
                measure.sure,
                measure.sureAndRight,
                measure.notSure,
                measure.oneOfTwoRight);
        System.out.print(new Figures(measure.given).table(arguments[0]));
    }

    private void timePlain() throws IOException {
        Optional<Network> network = Optional.of(ModelFiles.inFolder(FOLDER).open());
        var look = new Look(new Features(Cues.load()), Heads.load(), network);
        time("the labels alone", example -> look.at(example.text()));
    }

    private void time(String what, Consumer<Example> reading) {
        var clock = ManagementFactory.getThreadMXBean();
        var nanos = new long[examples.size()];
        for (int i = 0; i < nanos.length; i++) {
            long start = clock.getCurrentThreadCpuTime();
            reading.accept(examples.get(i));
            nanos[i] = clock.getCurrentThreadCpuTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s, of one core: median %.1f ms, 95th %.1f ms%n",
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 95 / 100] / 1e6);
    }

    private void read(Reader reader, Example example) {
        given.put(example, example.in() ? received(reader, example) : drafted(reader, example));
    }

    private Set<String> received(Reader reader, Example example) {
        return switch (reader.readIn(example.text())) {
            case Inbound.Sure read -> {
                sure++;
                sureAndRight += example.labels().contains(read.label().word()) ? 1 : 0;
                yield Set.of(read.label().word());
            }
            case Inbound.NotSure read -> {
                notSure++;
                boolean right = example.labels().contains(read.first().word())
                        || example.labels().contains(read.second().word());
                oneOfTwoRight += right ? 1 : 0;
                yield Set.of(read.first().word());
            }
            case Inbound.CannotRead ignored -> Set.of(InLabel.SMALL_TALK.word());
            case Inbound.Empty ignored -> Set.of(InLabel.SMALL_TALK.word());
        };
    }

    private static Set<String> drafted(Reader reader, Example example) {
        return reader.readOut(example.text(), Set.of()).labels().stream()
                .map(OutLabel::word)
                .collect(Collectors.toSet());
    }

    private static void resident() throws IOException {
        var status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                    .forEach(System.out::println);
        }
    }
}
