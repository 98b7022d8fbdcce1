package org.nocontact.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.LedgerFault;
import org.nocontact.core.Topic;
import org.nocontact.reading.ModelState;
import org.nocontact.reading.ReadLines;
import org.nocontact.reading.Reader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        versionProvider = NoContact.Version.class,
        description = {
            "Says what messages are: one message a line in, one line out, in the same order. It asks no ledger and no"
                    + " network.",
            "In a line, \\n is a line break, \\t a tab and \\\\ a backslash. Places in a message count UTF-16 units from 0.",
            "in: what the other person wrote; one label, or two when it is not sure. out: what you are about to write; every"
                    + " label that applies."
        })
final class Read implements Callable<Integer> {
    private static final Duration MODEL_COMES_WITHIN = Duration.ofSeconds(60);
    private static final String TOPICS =
            Arrays.stream(Topic.values()).map(Topic::word).collect(Collectors.joining(", "));

    @ParentCommand
    private @Nullable NoContact program;

    @Parameters(index = "0", paramLabel = "in|out", description = "in for received messages, out for drafts.")
    private String direction = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "The messages (default: - for standard input).")
    private String file = "-";

    @Option(
            names = "--topic",
            split = ",",
            paramLabel = "TOPIC",
            description = "What a draft may be about: work, children, home, money, belongings, legal. Several. Without"
                    + " one, no draft is off topic.")
    private @Nullable List<String> topics;

    @Option(
            names = "--format",
            paramLabel = "json|tsv",
            description = "json (default), or tsv: labels, confidence, and the evidence as start-end:label.")
    private String format = "json";

    @Override
    public Integer call() throws InterruptedException {
        var received = isReceived();
        var written = written();
        var chosen = chosenTopics();
        try (var messages = new MessageLines(open());
                var model = modelFolder()) {
            var reader = Reader.withModelIn(model.path());
            if (reader.await(MODEL_COMES_WITHIN) instanceof ModelState.Unavailable unavailable) {
                System.err.println(unavailable.why());
            }
            var lines = new ReadLines(reader, written);
            var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
            AnswersInOrder.write(messages, line -> received ? lines.in(line) : lines.out(line, chosen), out);
            messages.notUtf8()
                    .ifPresent(line -> System.err.println(
                            "Line " + line + " is not UTF-8: what could not be read there stands as “\uFFFD”."));
            return Exit.DONE;
        } catch (IOException fault) {
            throw new Trouble(
                    "Reading stopped, because " + named()
                            + " could not be read any further: look whether it is still there.",
                    fault);
        }
    }

    private boolean isReceived() {
        return switch (direction) {
            case "in" -> true;
            case "out" -> false;
            default ->
                throw Trouble.badUsage(
                        "“" + direction
                                + "” is neither in nor out: choose in for what they wrote, out for what you are about to write.");
        };
    }

    private ReadLines.Format written() {
        return switch (format) {
            case "json" -> ReadLines.Format.JSON;
            case "tsv" -> ReadLines.Format.TSV;
            default -> throw Trouble.badUsage("“" + format + "” is no format: choose json or tsv.");
        };
    }

    private Set<String> chosenTopics() {
        var wanted = topics == null ? List.<String>of() : topics;
        for (var topic : wanted) {
            if (Topic.of(topic).isEmpty()) {
                throw Trouble.badUsage("“" + topic + "” is no topic: choose from " + TOPICS + ".");
            }
        }
        return Set.copyOf(wanted);
    }

    private InputStream open() throws IOException {
        if (file.equals("-")) {
            return System.in;
        }
        try {
            var path = Path.of(file);
            if (Files.isDirectory(path)) {
                throw new Trouble(file + " is a folder: name a file with one message a line.");
            }
            return Files.newInputStream(path);
        } catch (InvalidPathException | IOException unreadable) {
            throw new Trouble(
                    "There is no file " + file + " that can be read: look whether it is there and is yours.",
                    unreadable);
        }
    }

    private String named() {
        return file.equals("-") ? "standard input" : file;
    }

    /// Where the model lies. Where there can be no data folder, it lies elsewhere for as long as this takes.
    private ModelFolder modelFolder() throws IOException {
        try {
            return new ModelFolder(Parent.of(program).folder().reading(), false);
        } catch (LedgerFault noDataFolder) {
            return new ModelFolder(Files.createTempDirectory("nocontact-reading"), true);
        }
    }

    private record ModelFolder(Path path, boolean temporary) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            if (temporary) {
                Folders.delete(path);
            }
        }
    }
}
