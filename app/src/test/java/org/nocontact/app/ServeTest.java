package org.nocontact.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeTest {
    @TempDir
    Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    @Test
    void showsALinkThatWorksOnceAndStopsInOrderWhenItIsTold() throws Exception {
        try (var child = Child.serve(data())) {
            var said = child.awaitOpen();
            var running = child.running();

            assertThat(said.getFirst()).isEqualTo("NoContact is open at http://127.0.0.1:" + running.port() + "/");
            assertThat(said).contains("Everything stays on this machine, in " + data());
            var link =
                    said.stream().filter(line -> line.contains("/sign-in?key=")).findFirst();
            var path = link.orElseThrow().strip().replaceFirst("http://[^/]*", "");
            try (var wire = Wire.to(running)) {
                assertThat(wire.call("GET", path, "", "").status()).isEqualTo(200);
                assertThat(wire.call("GET", path, "", "").status()).isEqualTo(403);
            }
            child.stop();
            assertThat(child.end().code()).isIn(0, 143);
        }
        assertThat(data().resolve("running.json")).doesNotExist();
        assertThat(data().resolve("nocontact.log")).isEmptyFile();
    }

    @Test
    void isOpenToNoOtherPersonOfThisMachine() throws IOException {
        try (var child = Child.serve(data())) {
            child.awaitOpen();
            try (var files = Files.walk(data())) {
                assertThat(files.filter(Files::isDirectory).toList())
                        .allSatisfy(one -> assertThat(Files.getPosixFilePermissions(one))
                                .allMatch(right -> right.name().startsWith("OWNER")));
            }
            try (var wire = Wire.to(child.running())) {
                assertThat(wire.call("GET", "/", "", "").status()).isEqualTo(403);
                assertThat(wire.call("GET", "/api/v1/status", "", "").status()).isEqualTo(403);
                assertThat(wire.call("POST", "/local/links", "", "{}").status()).isEqualTo(403);
            }
        }
    }

    @Test
    void pointsASecondStartOnTheSameFolderToTheFirstAndStopsIt() throws Exception {
        try (var first = Child.serve(data())) {
            first.awaitOpen();

            var second = Child.run(data(), "serve", "--no-browser", "--port", "0");

            assertThat(second.code()).isEqualTo(1);
            assertThat(second.err())
                    .isEqualTo("NoContact serves " + data() + " already, so this start ends here: use the link.\n");
            var path = second.out().lines().toList().getLast().strip().replaceFirst("http://[^/]*", "");
            try (var wire = Wire.to(first.running())) {
                assertThat(wire.call("GET", path, "", "").status()).isEqualTo(200);
            }
        }
    }

    @Test
    void servesAgainAfterItWasKilled() throws Exception {
        try (var first = Child.serve(data())) {
            first.awaitOpen();
            first.kill();
        }
        assertThat(data().resolve("running.json")).exists();
        assertThat(Child.run(data(), "verify").code()).isZero();
        try (var second = Child.serve(data())) {
            second.awaitOpen();
        }
    }

    @Test
    void saysInOneSentenceThatThePortIsTaken() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = other.getLocalPort();

            var refused = Child.run(data(), "serve", "--no-browser", "--port", String.valueOf(port));

            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err())
                    .isEqualTo(
                            "Port " + port + " on 127.0.0.1 cannot be used, most likely because another program has it:"
                                    + " choose another one with --port, or 0 for any that is free.\n");
        }
        assertThat(Child.run(data(), "verify").code()).isZero();
    }

    @Test
    void trainsWithoutLeavingAnythingBehind() throws Exception {
        var before = temporary();

        var trained = Child.run(data(), "train");

        assertThat(trained.code()).isZero();
        assertThat(trained.err()).isEmpty();
        assertThat(data()).doesNotExist();
        assertThat(temporary()).isEqualTo(before);
    }

    private static List<Path> temporary() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "nocontact-train*")) {
            var found = new ArrayList<Path>();
            files.forEach(found::add);
            return found;
        }
    }

    @Test
    void answersTheReadersOfTheReadme() throws Exception {
        try (var child = Child.serve(data())) {
            child.awaitOpen();
            var running = child.running();
            assertThat(Child.run(
                                    data(),
                                    "rule",
                                    "set",
                                    "--name",
                                    "Daniel",
                                    "--phone",
                                    "+1 415 555 0133",
                                    "--email",
                                    "daniel.k@mail.example")
                            .code())
                    .isZero();
            assertThat(Child.run(data(), "ask", "--act", "text", "--to", "(415) 555-0133")
                            .code())
                    .isEqualTo(3);
            assertThat(Child.run(data(), "ask", "--act", "text", "--to", "mum@mail.example")
                            .code())
                    .isZero();
            var token = Child.run(data(), "device", "add", "phone").out().strip();
            try (var wire = Wire.to(running)) {
                var held = wire.call(
                        "POST",
                        "/api/v1/attempts",
                        token,
                        "{\"act\":\"text\",\"to\":\"001 415 555-01-33\",\"text\":\"Hello\"}");
                assertThat(held.text()).startsWith("{\"verdict\":\"hold\",\"clause\":\"held-act\"");
                var emergency = wire.call(
                        "POST",
                        "/api/v1/attempts",
                        token,
                        "{\"act\":\"text\",\"to\":\"+14155550133\",\"emergency\":true}");
                assertThat(emergency.text()).startsWith("{\"verdict\":\"allow\",\"clause\":\"emergency\"");
                assertThat(wire.call("GET", "/api/v1/events?limit=1000", token, "")
                                .text())
                        .contains("\"clause\":\"emergency\"");
            }
        }
    }
}
