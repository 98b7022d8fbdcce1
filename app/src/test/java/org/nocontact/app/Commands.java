package org.nocontact.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Runs commands in this process, on one data folder.
final class Commands {
    private final Path data;

    Commands(Path data) {
        this.data = data;
    }

    record Outcome(int code, String out, String err) {
        JsonNode json() {
            return Json.read(out.getBytes(StandardCharsets.UTF_8));
        }
    }

    Outcome run(String... args) {
        return run(Map.of(), args);
    }

    /// @param environment what the process would find there
    Outcome run(Map<String, String> environment, String... args) {
        var words = Stream.concat(Stream.of(args), Stream.of("--data", data.toString()))
                .toArray(String[]::new);
        var out = new ByteArrayOutputStream();
        var err = new StringWriter();
        var before = System.out;
        var errBefore = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        var plainErr = new ByteArrayOutputStream();
        System.setErr(new PrintStream(plainErr, true, StandardCharsets.UTF_8));
        try {
            var code = Main.commands()
                    .setDefaultValueProvider(new Environment(environment))
                    .setOut(new PrintWriter(System.out, true))
                    .setErr(new PrintWriter(err, true))
                    .execute(words);
            return new Outcome(
                    code, out.toString(StandardCharsets.UTF_8), err + plainErr.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
            System.setErr(errBefore);
        }
    }

    static List<String> lines(String text) {
        return text.lines().toList();
    }
}
