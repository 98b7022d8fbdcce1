package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocontact.core.Device;
import org.nocontact.core.Event;

class ApiAccessTest extends ApiTestBase {

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "a-token-of-a-phone-and-more"})
    void letsNobodyInWithoutAKnownToken(String token) {
        try (var stranger = client(token)) {
            for (var route : Api.ROUTES) {
                if (route.caller() != ApiRoute.Caller.ANYONE) {
                    var path = route.path().replace("{device}", "1");
                    var reply = stranger.call(route.method().name(), path, route.hasBody() ? new byte[0] : null);
                    assertThat(reply.status()).as(route.path()).isEqualTo(403);
                }
            }
        }
    }

    @Test
    void letsNoDeviceDoWhatOnlyCommandsMay() {
        Api.ROUTES.stream()
                .filter(route -> route.caller() == ApiRoute.Caller.COMMAND)
                .forEach(route -> assertThat(phone.call(
                                        route.method().name(),
                                        route.path().replace("{device}", "1"),
                                        route.hasBody() ? "{}".getBytes(StandardCharsets.UTF_8) : null)
                                .status())
                        .as(route.path())
                        .isEqualTo(403));
        assertThat(phone.post("/local/links", "{}").status()).isEqualTo(403);
    }

    @Test
    void letsACommandInWithTheTokenOfThisRun() {
        try (var command = client(trial.site.localToken())) {
            assertThat(command.post("/local/links", "{}").json().get("link").stringValue())
                    .startsWith("http://127.0.0.1:");
            assertThat(command.get("/api/v1/status").status()).isEqualTo(200);
        }
    }

    @Test
    void givesADeviceATokenThatWorksUntilItIsTakenBack() {
        try (var command = client(trial.site.localToken())) {
            var added = command.post("/local/devices", "{\"name\": \"watch\"}").json();
            try (var watch = client(added.get("token").stringValue())) {
                assertThat(watch.get("/api/v1/status").status()).isEqualTo(200);
                assertThat(command.call("DELETE", "/local/devices/" + added.get("id"), null)
                                .status())
                        .isEqualTo(204);
                assertThat(watch.get("/api/v1/status").status()).isEqualTo(403);
            }
        }
    }

    @Test
    void refusesASecondDeviceOfTheSameName() {
        try (var command = client(trial.site.localToken())) {
            assertThat(command.post("/local/devices", "{\"name\": \"Phone\"}").status())
                    .isEqualTo(409);
        }
    }

    @Test
    void writesDownOnceADayThatADeviceAsked() {
        phone.get("/api/v1/status");
        phone.get("/api/v1/status");
        assertThat(timesSeen()).isEqualTo(1);

        clock.passes(Duration.ofDays(1));
        phone.get("/api/v1/status");
        assertThat(timesSeen()).isEqualTo(2);
        assertThat(devices()).extracting(Device::lastSeen).containsExactly(java.time.LocalDate.parse("2026-03-03"));
    }

    private java.util.Collection<Device> devices() {
        return trial.keeper.look((story, _) -> story.devices());
    }

    private long timesSeen() {
        return trial.ledger
                .newest(trial.keeper.account(), java.util.Set.of(Event.DeviceSeen.class), Long.MAX_VALUE, 100)
                .size();
    }

    @Test
    void refusesOtherSitesAndOtherHosts() throws IOException {
        var token = "Authorization: Bearer " + TOKEN;
        var host = "Host: 127.0.0.1:" + trial.site.port();
        assertThat(status("/api/v1/status", host, token)).isEqualTo(200);
        assertThat(status("/api/v1/status", host, token, "Origin: http://127.0.0.1:" + trial.site.port()))
                .isEqualTo(200);
        assertThat(status("/api/v1/status", host, token, "Origin: moz-extension://0a1b2c3d"))
                .isEqualTo(200);
        for (var header : Stream.of(
                        "Origin: https://evil.example",
                        "Origin: null",
                        "Origin: http://localhost",
                        "Sec-Fetch-Site: cross-site",
                        "Sec-Fetch-Site: same-site")
                .toList()) {
            assertThat(status("/api/v1/status", host, token, header)).as(header).isEqualTo(403);
            assertThat(status("/health", host, header)).as(header).isEqualTo(403);
        }
        assertThat(status("/api/v1/status", "Host: evil.example:" + trial.site.port(), token))
                .isEqualTo(403);
        assertThat(status("/api/v1/status", "Host: 127.0.0.1", token)).isEqualTo(403);
        assertThat(status("/health", "Host: evil.example")).isEqualTo(403);
    }

    private int status(String path, String... headers) throws IOException {
        try (var socket = new Socket("127.0.0.1", trial.site.port())) {
            var request =
                    "GET " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ")[1]);
        }
    }
}
