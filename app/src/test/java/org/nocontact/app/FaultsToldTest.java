package org.nocontact.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nocontact.store.SmallDisk;

/// A fault is told in one plain sentence, without a stack trace, and nothing is lost.
class FaultsToldTest {
    private static final List<String> SERVE = List.of("serve", "--no-browser", "--port", "0");
    private static final List<String> SET = List.of("rule", "set", "--name", "Daniel");
    private static final List<String> ASK = List.of("ask", "--act", "text", "--to", "Daniel", "--text", "Hello");

    @TempDir
    Path folder;

    static Stream<List<String>> commands() {
        return Stream.of(SERVE, SET, ASK, List.of("verify"), List.of("export", "--to", "never.zip"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void leavesACorruptedLedgerAsItIs(List<String> command) throws Exception {
        var data = folder.resolve("data");
        assertThat(run(data, SET).code()).isZero();
        var ledger = data.resolve("ledger.db");
        overwrite(ledger);
        var before = Files.readAllBytes(ledger);

        var refused = run(data, command);

        assertOneSentence(refused);
        assertThat(refused.err()).contains("ledger.db is damaged and was left as it is");
        assertThat(Files.readAllBytes(ledger)).isEqualTo(before);
    }

    private static void overwrite(Path file) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            var noise = new byte[(int) bytes.length()];
            Arrays.fill(noise, (byte) 0x5a);
            bytes.write(noise);
        }
    }

    @Test
    void saysThatAnEmergencyIsAllowedEvenThen() throws Exception {
        var data = folder.resolve("data");
        assertThat(run(data, SET).code()).isZero();
        overwrite(data.resolve("ledger.db"));

        var allowed = run(data, List.of("ask", "--act", "call", "--to", "Daniel", "--emergency"));

        assertThat(allowed.code()).isZero();
        assertThat(allowed.out()).startsWith("{\"verdict\":\"allow\"");
    }

    @Test
    void losesNothingWhenTheDiskIsFullAndGoesOnWhenThereIsRoom() throws Exception {
        try (var disk = SmallDisk.ofKilobytes(4096)) {
            var data = disk.folder();
            assertThat(run(data, SET).code()).isZero();
            assertThat(run(data, ASK).code()).isEqualTo(3);
            try (var child = Child.serve(data)) {
                child.awaitOpen();
                disk.fillUp();
                var running = child.running();
                try (var wire = Wire.to(running)) {
                    var kept = 2;
                    var answer = hold(wire, running.token());
                    while (answer.status() == 200) {
                        kept++;
                        answer = hold(wire, running.token());
                    }
                    assertThat(answer.status()).isEqualTo(503);
                    assertThat(answer.text())
                            .contains("is full, so nothing was written and nothing that was kept is lost")
                            .doesNotContain("\tat ");
                    assertThat(wire.call(
                                            "POST",
                                            "/api/v1/attempts",
                                            running.token(),
                                            "{\"act\":\"call\",\"to\":\"Daniel\",\"emergency\":true}")
                                    .text())
                            .startsWith("{\"verdict\":\"allow\"");
                    disk.growTo(8192);
                    assertThat(hold(wire, running.token()).status()).isEqualTo(200);
                    assertThat(wire.call("GET", "/local/verification", running.token(), "")
                                    .text())
                            .startsWith("{\"entries\":" + (kept + 1));
                }
            }
        }
    }

    private static Wire.Answer hold(Wire wire, String token) throws IOException {
        var text = "x".repeat(2_000);
        return wire.call(
                "POST", "/api/v1/attempts", token, "{\"act\":\"text\",\"to\":\"Daniel\",\"text\":\"" + text + "\"}");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void saysThatTheDiskIsFullBeforeThereIsALedger(List<String> command) throws Exception {
        try (var disk = SmallDisk.ofKilobytes(64)) {
            Files.createDirectory(disk.folder());
            disk.fillUp();

            assertOneSentence(run(disk.folder(), command));
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void saysThatTheFolderCannotBeWrittenTo(List<String> command) throws Exception {
        try (var disk = SmallDisk.ofKilobytes(4096)) {
            assertThat(run(disk.folder(), SET).code()).isZero();
            disk.makeReadOnly();

            var refused = run(disk.folder(), command);

            assertOneSentence(refused);
            assertThat(refused.err()).contains(disk.folder().toString());
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void saysThatTheFolderIsAFile(List<String> command) throws Exception {
        var file = Files.writeString(folder.resolve("data"), "Not a folder.");

        assertOneSentence(run(file, command));
        assertThat(file).hasContent("Not a folder.");
    }

    @Test
    void saysThatAnExportCannotBeWrittenThere() throws Exception {
        var data = folder.resolve("data");
        assertThat(run(data, SET).code()).isZero();

        assertOneSentence(run(
                data,
                List.of("export", "--to", folder.resolve("missing/ledger.zip").toString())));
        assertOneSentence(run(data, List.of("export", "--to", folder.toString())));
    }

    private static Child.Ended run(Path data, List<String> command) throws IOException, InterruptedException {
        return Child.run(data, command.toArray(String[]::new));
    }

    private static void assertOneSentence(Child.Ended ended) {
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .hasLineCount(1)
                .endsWith(".\n")
                .doesNotContain("Exception")
                .hasSizeGreaterThan(20);
    }
}
