package org.nocontact.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.nocontact.app.HostileRequests.Person;
import org.nocontact.store.DataFolder;

/// Hostile requests to every route of the program, on a real ledger: nothing is answered by a fault, nothing of the
/// inside is shown or logged, and the ledger stays whole.
class HostileRequestsProperties {
    private static final int REQUESTS = 10_000;
    private static final int LOOK_EVERY = 500;
    private static final int PATIENCE_MILLIS = 20_000;

    /// The request line was no HTTP that is spoken here (RFC 9110, section 15.6.6).
    private static final String NO_SUCH_VERSION = "505";

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.\\d (\\d{3})");
    private static final Pattern TRACE = Pattern.compile("\\bat [\\w.$]+\\(\\w+\\.java:\\d+\\)|\\b\\w+Exception\\b");
    private static final Pattern FIELD = Pattern.compile("name=\"([^\"]+)\"");
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final List<String> PAGES =
            List.of("/", "/setup", "/weak-hour", "/letters", "/slips", "/received", "/rule", "/settings");

    private static @Nullable Target target;

    @BeforeContainer
    static void open() throws IOException {
        target = new Target(Files.createTempDirectory("nocontact-hostile"));
    }

    @AfterContainer
    static void close() throws IOException {
        try (var last = Objects.requireNonNull(target)) {
            last.look();
            assertThat(last.answered)
                    .as("the program was reached, and did not only refuse")
                    .contains(200, 303, 400, 403, 404, 422);
        }
    }

    @Property(tries = REQUESTS, shrinking = ShrinkingMode.OFF)
    void areAnsweredWithoutAFault(@ForAll long seed) throws IOException {
        Objects.requireNonNull(target).send(seed);
    }

    /// The program that is asked, and who asks it.
    private static final class Target implements AutoCloseable {
        private final Path folder;
        private final Server.Open open;
        private final int port;
        private final TreeSet<Integer> answered = new TreeSet<>();
        private HostileRequests hostile;
        private int sent;

        private Target(Path folder) throws IOException {
            this.folder = folder;
            this.open =
                    Objects.requireNonNull(new Server(DataFolder.open(folder.resolve("data")), "127.0.0.1", 0).open());
            this.port = open.site().port();
            this.hostile = signIn();
        }

        private void send(long seed) throws IOException {
            var request = hostile.request(sent++, new Random(seed));
            var answer = exchange(request);
            var said = new String(request, StandardCharsets.UTF_8);
            for (var status = STATUS.matcher(answer); status.find(); ) {
                answered.add(Integer.parseInt(status.group(1)));
                assertThat(status.group(1)).as(said).matches("[1-4]..|" + NO_SUCH_VERSION);
            }
            assertThat(answer).as(said).doesNotContainPattern(TRACE);
            if (sent % LOOK_EVERY == 0) {
                look();
                // What was sent may have signed out, or erased everything.
                hostile = signIn();
            }
        }

        /// Empty when the program hung up before it had heard all, which it may do on what is no HTTP.
        private String exchange(byte[] request) throws IOException {
            try (var socket = new Socket("127.0.0.1", port)) {
                socket.setSoTimeout(PATIENCE_MILLIS);
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (SocketException hungUp) {
                return "";
            }
        }

        private void look() throws IOException {
            var verified = call("GET", "/local/verification", "");
            assertThat(verified.status()).as(verified.text()).isEqualTo(200);
            assertThat(call("GET", "/api/v1/events?limit=1000", "").status()).isEqualTo(200);
            assertThat(Files.readString(folder.resolve("data/nocontact.log"))).isEmpty();
        }

        /// As somebody with a rule and a letter, so that there is something to break.
        private HostileRequests signIn() throws IOException {
            call(
                    "PUT",
                    "/api/v1/rule",
                    "{\"name\":\"Sam\",\"phones\":[\"+14155550133\"],\"kind\":\"limited\",\"topics\":[\"home\"]}");
            call("POST", "/api/v1/attempts", "{\"act\":\"text\",\"to\":\"Sam\",\"text\":\"A letter\"}");
            call("POST", "/api/v1/reach-outs", "{\"via\":\"text\",\"text\":\"The landlord comes on Thursday.\"}");
            try (var wire = new Wire(port)) {
                wire.send("GET " + open.site().signInLink().getPath() + "?"
                        + open.site().signInLink().getQuery() + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n");
                var cookie = wire.answer().headers().get("set-cookie").replaceFirst("^nocontact=([^;]*).*", "$1");
                var fields = new TreeSet<String>();
                var formToken = "";
                for (var page : PAGES) {
                    wire.send("GET " + page + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nCookie: nocontact=" + cookie
                            + "\r\n\r\n");
                    var shown = wire.answer().text();
                    FIELD.matcher(shown).results().forEach(field -> fields.add(field.group(1)));
                    formToken = FORM_TOKEN
                            .matcher(shown)
                            .results()
                            .map(token -> token.group(1))
                            .findFirst()
                            .orElse(formToken);
                }
                fields.addAll(fieldsOfCalls());
                var person = new Person("127.0.0.1:" + port, cookie, formToken, token());
                return new HostileRequests(open.site().routes(), List.copyOf(fields), person, folder);
            }
        }

        private TreeSet<String> fieldsOfCalls() throws IOException {
            var fields = new TreeSet<String>();
            Json.read(call("GET", "/openapi.json", "").body())
                    .findValues("properties")
                    .forEach(properties -> fields.addAll(properties.propertyNames()));
            return fields;
        }

        private Wire.Answer call(String method, String path, String json) throws IOException {
            try (var wire = new Wire(port)) {
                return wire.call(method, path, token(), json);
            }
        }

        private String token() {
            return open.site().localToken();
        }

        @Override
        public void close() throws IOException {
            open.close();
            try (var files = Files.walk(folder)) {
                for (var file :
                        files.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
