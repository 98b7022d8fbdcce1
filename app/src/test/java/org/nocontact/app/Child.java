package org.nocontact.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.nocontact.store.DataFolder;
import org.nocontact.store.DataFolder.Running;

/// The program as a process of its own.
final class Child implements AutoCloseable {
    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Xmx96m",
            "-Duser.language=en",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "org.nocontact.app.Main");
    private static final String LAST_LINE = "Ctrl+C stops it.";
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path data;
    private final Path err;
    private final BufferedReader out;

    private Child(Process process, Path data, Path err) {
        this.process = process;
        this.data = data;
        this.err = err;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    record Ended(int code, String out, String err) {}

    /// Begins a command and does not wait for it.
    static Child begin(Path data, String... args) throws IOException {
        var command = new ArrayList<>(JAVA);
        command.addAll(List.of(args));
        command.addAll(List.of("--data", data.toString()));
        var err = Files.createTempFile("nocontact-child", ".err");
        var builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("NOCONTACT_"));
        return new Child(builder.start(), data, err);
    }

    static Child serve(Path data, String... more) throws IOException {
        var args = new ArrayList<>(List.of("serve", "--no-browser"));
        if (!List.of(more).contains("--port")) {
            args.addAll(List.of("--port", "0"));
        }
        args.addAll(List.of(more));
        return begin(data, args.toArray(String[]::new));
    }

    static Ended run(Path data, String... args) throws IOException, InterruptedException {
        try (var child = begin(data, args)) {
            return child.end();
        }
    }

    /// Waits until the program says that it is open.
    ///
    /// @return what it said
    List<String> awaitOpen() throws IOException {
        var lines = new ArrayList<String>();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            if (line.equals(LAST_LINE)) {
                return lines;
            }
        }
        throw new IllegalStateException("It ended: " + lines + Files.readString(err));
    }

    Running running() {
        return DataFolder.open(data).whoServes().orElseThrow();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Tells it to stop, as the system does when it shuts down.
    void stop() {
        process.toHandle().destroy();
    }

    Ended end() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("It does not end.");
        }
        var said = new StringBuilder();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
        }
        return new Ended(process.exitValue(), said.toString(), Files.readString(err));
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(err);
    }
}
