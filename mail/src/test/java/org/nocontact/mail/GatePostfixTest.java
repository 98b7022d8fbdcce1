package org.nocontact.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nocontact.mail.GateConfig.Limits;
import org.nocontact.mail.GateConfig.Upstream;

/// The gate between a mail program and a provider that many people have: swaks, Postfix, and Dovecot to sign in at.
class GatePostfixTest {
    private static final String EX = "daniel@climbing.example";
    private static final String FRIEND = "jonas@home.example";

    /// Complete, so that Postfix does not add to it.
    private static final String HEADER = "From: me@mine.test\r\nTo: jonas@home.example\r\nSubject: Hi\r\n"
            + "Date: Mon, 2 Mar 2026 10:00:00 +0000\r\nMessage-ID: <1@mine.test>\r\n\r\n";

    private static SomeProvider world;
    private static Postfix postfix;

    @TempDir
    Path folder;

    private GateScene scene;

    @BeforeAll
    static void startThem() throws IOException, InterruptedException {
        Parts.need(Files.isExecutable(Path.of("/usr/bin/swaks")), "swaks");
        world = new SomeProvider("");
        postfix = Postfix.sendingTo(world.port());
    }

    @AfterAll
    static void stopThem() throws IOException, InterruptedException {
        if (postfix != null) {
            postfix.close();
            world.close();
        }
    }

    @BeforeEach
    void begin() throws IOException {
        world.messages.clear();
        scene = new GateScene("");
        over(TlsMode.STARTTLS);
    }

    @AfterEach
    void end() throws IOException {
        scene.close();
    }

    private Upstream upstream(TlsMode tls) throws IOException {
        var port = tls == TlsMode.TLS ? postfix.tls : postfix.startTls;
        return new Upstream("localhost", port, tls, postfix.certificate());
    }

    private void over(TlsMode tls) throws IOException {
        scene.reopen(GateConfig.onThisMachine(0, 0, upstream(tls)));
    }

    /// @return the conversation as swaks shows it
    private String swaks(TlsMode tls, String password, byte[] mail, String to)
            throws IOException, InterruptedException {
        var file = Files.write(folder.resolve("mail.eml"), mail);
        var isTls = tls == TlsMode.TLS;
        return Postfix.run(
                "swaks",
                "--server",
                "127.0.0.1",
                "--port",
                Integer.toString(isTls ? scene.gate.tlsPort() : scene.gate.port()),
                isTls ? "--tls-on-connect" : tls == TlsMode.STARTTLS ? "--tls" : "--ehlo=me",
                "--auth",
                "PLAIN",
                "--auth-user",
                Postfix.USER,
                "--auth-password",
                password,
                "--from",
                Postfix.USER,
                "--to",
                to,
                "--data",
                "@" + file,
                "--no-data-fixup");
    }

    private static byte[] mail(String text) {
        return (HEADER + text + "\r\n.\r\n").getBytes(ISO_8859_1);
    }

    private void awaitArrival() throws InterruptedException {
        for (var tries = 0; tries < 600 && world.messages.isEmpty(); tries++) {
            Thread.sleep(50);
        }
        assertThat(world.messages).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"STARTTLS,STARTTLS", "TLS,STARTTLS", "STARTTLS,TLS", "NONE,TLS"})
    void passesAMailOnByteForByte(TlsMode here, TlsMode there) throws Exception {
        over(there);
        var text = new StringBuilder();
        new Random(7).ints(2_000, 0x20, 0x7f).forEach(c -> text.append((char) c).append(c % 60 == 0 ? "\r\n" : ""));
        text.append("\r\n..two\r\n...three\r\n\u00e9\u00ff\t\r\n\r\n");
        var said = swaks(here, Postfix.PASSWORD, mail(text.toString()), FRIEND);
        assertThat(said).contains("235 2.7.0 Authentication successful", "250 2.0.0 Ok: queued");
        awaitArrival();
        var arrived = world.messages.getFirst().content();
        var sent = new String(mail(text.toString()), ISO_8859_1)
                .replace("\r\n..", "\r\n.")
                .replaceAll("\\.\r\n$", "");
        assertThat(arrived).startsWith("Received: ").endsWith("\r\n" + sent);
    }

    @Test
    void holdsAMailToTheEx() throws Exception {
        var said = swaks(TlsMode.STARTTLS, Postfix.PASSWORD, mail("I miss you"), EX);
        assertThat(said).contains("250 2.0.0 Held by your rule as letter");
        said = swaks(TlsMode.STARTTLS, Postfix.PASSWORD, mail("I miss you"), EX + "," + FRIEND);
        assertThat(said).contains("550 5.7.1 Held by your rule; not sent to anyone.");
        assertThat(scene.letters()).hasSize(2);
        Thread.sleep(300);
        assertThat(world.messages).isEmpty();
    }

    @Test
    void makesNoLetterForWhoCannotSignIn() throws Exception {
        var said = swaks(TlsMode.STARTTLS, "wrong", mail("I miss you"), EX);
        assertThat(said).contains("535 5.7.8").doesNotContain("Held");
        assertThat(scene.letters()).isEmpty();
    }

    @Test
    void passesOnThatAMailIsTooLarge() throws Exception {
        var said = swaks(TlsMode.STARTTLS, Postfix.PASSWORD, mail("x\r\n".repeat(Postfix.LARGEST / 3)), FRIEND);
        assertThat(said).contains("552 5.3.4");
    }

    @Test
    void sendsAReleasedMailByItself() throws Exception {
        swaks(TlsMode.STARTTLS, Postfix.PASSWORD, mail("I miss you"), EX);
        var letter = scene.letters().getFirst().seq();
        scene.release(letter);
        var sender = new ReleasedMail(scene.keeper, scene.held, upstream(TlsMode.STARTTLS), Limits.USUAL);
        assertThat(sender.send(letter, new Credentials(Postfix.USER, "wrong")))
                .isInstanceOf(ReleasedMail.Outcome.NotSent.class);
        assertThat(sender.send(letter, new Credentials(Postfix.USER, Postfix.PASSWORD)))
                .isEqualTo(new ReleasedMail.Outcome.Sent());
        awaitArrival();
        assertThat(world.messages.getFirst().content()).endsWith(HEADER + "I miss you\r\n");
        assertThat(world.messages.getFirst().to()).singleElement().asString().startsWith("<" + EX + ">");
    }
}
