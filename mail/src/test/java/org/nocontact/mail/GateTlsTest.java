package org.nocontact.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocontact.core.Invalid;
import org.nocontact.mail.GateConfig.Upstream;

class GateTlsTest {
    @Test
    void speaksTlsFromTheFirstByteOnItsOtherPort() throws IOException {
        try (var scene = new GateScene("auth");
                var program = MailProgram.over(scene.gate.tlsPort())) {
            program.greet().signIn();
            assertThat(program.mail("Subject: Hi\r\n\r\nHi\r\n", "jonas@home.example"))
                    .startsWith("250 2.0.0 Taken");
            assertThat(program.mail("Subject: Hi\r\n\r\nHi\r\n", "daniel@climbing.example"))
                    .contains("Held");
        }
    }

    @Test
    void believesOnlyAProviderWithACertificateItTrusts() throws IOException {
        try (var scene = new GateScene("");
                var door = new TlsProvider("")) {
            scene.reopen(GateConfig.onThisMachine(0, 0, new Upstream("localhost", door.port(), TlsMode.TLS, "")));
            try (var program = scene.mailProgram()) {
                assertThat(program.reply()).startsWith("421 4.4.1").contains("cannot be trusted");
            }
            assertThat(scene.gate.state().isInTrouble()).isTrue();
            scene.reopen(GateConfig.onThisMachine(
                    0, 0, new Upstream("localhost", door.port(), TlsMode.TLS, OneCertificate.pem())));
            try (var program = scene.mailProgram()) {
                program.greet();
            }
            assertThat(scene.gate.state().isInTrouble()).isFalse();
        }
    }

    @Test
    void believesNobodyWithAnotherNameInItsCertificate() throws IOException {
        try (var scene = new GateScene("");
                var door = new TlsProvider("")) {
            scene.reopen(GateConfig.onThisMachine(
                    0, 0, new Upstream("127.0.0.2", door.port(), TlsMode.TLS, OneCertificate.pem())));
            try (var program = scene.mailProgram()) {
                assertThat(program.reply()).startsWith("421 4.4.1");
            }
        }
    }

    @Test
    void startsTlsAtTheProviderAndThrowsAwayWhatWasSaidBefore() throws IOException {
        try (var scene = new GateScene("");
                var door = new TlsProvider("250-evil\r\n250 AUTH PLAIN\r\n250 evil\r\n")) {
            scene.reopen(GateConfig.onThisMachine(
                    0, 0, new Upstream("localhost", door.port(), TlsMode.STARTTLS, OneCertificate.pem())));
            try (var program = scene.mailProgram()) {
                program.reply();
                program.send("EHLO me\r\n");
                assertThat(program.line()).isEqualTo("250-secure.provider");
            }
        }
    }

    @Test
    void doesNotGoOnInTheClearWhenStartTlsIsTakenAway() throws IOException {
        try (var scene = new GateScene("")) {
            scene.reopen(GateConfig.onThisMachine(
                    0, 0, new Upstream("localhost", scene.provider.port(), TlsMode.STARTTLS, "")));
            try (var program = scene.mailProgram()) {
                assertThat(program.reply()).startsWith("421").contains("does not offer STARTTLS");
            }
        }
    }

    @Test
    void speaksInTheClearToThisMachineOnly() {
        assertThatThrownBy(() -> new Upstream("smtp.example.org", 25, TlsMode.NONE, ""))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Upstream("192.168.1.1", 25, TlsMode.NONE, ""))
                .isInstanceOf(Invalid.class);
        assertThat(new Upstream("::1", 25, TlsMode.NONE, "").port()).isEqualTo(25);
    }

    @Test
    void listensOnThisMachineUnlessToldOtherwise() {
        var usual = GateConfig.onThisMachine(0, 0, new Upstream("localhost", 25, TlsMode.NONE, ""));
        assertThat(usual.listen().isLoopbackAddress()).isTrue();
        assertThatThrownBy(() -> new GateConfig(
                        InetAddress.ofLiteral("0.0.0.0"), false, 0, 0, usual.upstream(), "", usual.limits()))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void keepsItsCertificateToItself(@TempDir Path folder) throws IOException {
        var made = GateCertificate.in(folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("mail-gate.p12"))))
                .isEqualTo("rw-------");
        assertThat(GateCertificate.in(folder).fingerprint())
                .isEqualTo(made.fingerprint())
                .matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        assertThat(folder).isDirectoryContaining("glob:**mail-gate.p12");
    }

    /// Speaks TLS with the certificate of the tests; or STARTTLS, and says `injected` before the handshake.
    private static final class TlsProvider implements AutoCloseable {
        private final ServerSocket door = new ServerSocket(0, 50, InetAddress.ofLiteral("0.0.0.0"));

        TlsProvider(String injected) throws IOException {
            Thread.ofVirtual().start(() -> answer(injected));
        }

        int port() {
            return door.getLocalPort();
        }

        private void answer(String injected) {
            while (!door.isClosed()) {
                try (var socket = door.accept()) {
                    if (!injected.isEmpty()) {
                        socket.getOutputStream().write("220 clear\r\n".getBytes(ISO_8859_1));
                        socket.getInputStream().read(new byte[100]);
                        socket.getOutputStream().write("250-clear\r\n250 STARTTLS\r\n".getBytes(ISO_8859_1));
                        socket.getInputStream().read(new byte[100]);
                        socket.getOutputStream().write(("220 go\r\n" + injected).getBytes(ISO_8859_1));
                    }
                    var secured = OneCertificate.get().toward(socket);
                    secured.startHandshake();
                    if (injected.isEmpty()) {
                        secured.getOutputStream().write("220 secure\r\n".getBytes(ISO_8859_1));
                    }
                    while (secured.getInputStream().read(new byte[1000]) > 0) {
                        secured.getOutputStream().write("250-secure.provider\r\n250 SIZE 1\r\n".getBytes(ISO_8859_1));
                    }
                } catch (IOException refused) {
                    continue;
                }
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
