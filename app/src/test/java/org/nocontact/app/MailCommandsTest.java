package org.nocontact.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocontact.mail.Dovecot;
import org.nocontact.mail.TlsMode;
import org.nocontact.store.DataFolder;
import tools.jackson.databind.JsonNode;

/// The mail guard by command, with a real Dovecot for what comes in.
class MailCommandsTest {
    private static Dovecot dovecot;

    @TempDir
    Path folder;

    private DeliveringProvider provider;
    private Commands commands;
    private Path data;
    private Server.@Nullable Open server;

    @BeforeAll
    static void startDovecot() throws Exception {
        dovecot = Dovecot.start();
    }

    @AfterAll
    static void stopDovecot() throws Exception {
        if (dovecot != null) {
            dovecot.close();
        }
    }

    @BeforeEach
    void begin() throws Exception {
        dovecot.doveadm("expunge", "-u", Dovecot.USER, "mailbox", "*", "all");
        data = folder.resolve("data");
        commands = new Commands(data);
        provider = new DeliveringProvider(Dovecot.USER, Dovecot.PASSWORD, dovecot::deliver);
        Files.writeString(folder.resolve("password"), Dovecot.PASSWORD + "\nmore\n");
        Files.writeString(folder.resolve("trust.pem"), dovecot.certificate());
    }

    @AfterEach
    void end() throws Exception {
        if (server != null) {
            server.close();
        }
        provider.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void triesTheGuardWithMailToOneselfAndToAStandIn(boolean running) throws Exception {
        if (running) {
            serve();
        }
        assertThat(setup().code()).isZero();
        var tested = commands.run("mail", "test");
        assertThat(tested.out().lines())
                .hasSize(6)
                .allSatisfy(line -> assertThat(line).startsWith("works "));
        assertThat(tested.code()).isZero();
        assertThat(provider.recipients).allSatisfy(line -> assertThat(line).contains("<" + Dovecot.USER + ">"));
        assertThat(dovecot.subjects("Quiet")).containsExactly("To be quiet (test)");
        assertThat(commands.run("ask", "--act", "email", "--to", "stands-for-the-ex@nocontact.invalid")
                        .code())
                .isZero();
    }

    @Test
    void guardsFromTheStartOn() throws Exception {
        assertThat(setup().code()).isZero();
        commands.run("rule", "set", "--name", "Daniel", "--email", "daniel@climbing.example");
        assertThat(status().path("state").path("open").booleanValue()).isFalse();
        serve();
        await(() -> status().path("state").path("incoming").stringValue().equals("ON"));
        assertThat(status().path("state").path("open").booleanValue()).isTrue();
        dovecot.deliver("From: daniel@climbing.example\nSubject: Hello\nMessage-ID: <a@b>\n\nHi.\n");
        await(() -> dovecot.subjects("Quiet").equals(List.of("Hello")));
        assertThat(commands.run("mail", "status").out())
                .contains("outgoing  open on 127.0.0.1:", "incoming  ", "quiet folder Quiet; watching");
    }

    @Test
    void forgetsThePassword() throws Exception {
        setup();
        assertThat(Files.readString(data.resolve("mail.json"))).contains(Dovecot.PASSWORD);
        assertThat(commands.run("mail", "forget").code()).isZero();
        assertThat(data.resolve("mail.json")).doesNotExist();
        assertThat(commands.run("mail", "status").out()).contains("not set up");
    }

    @Test
    void showsAndExportsNoPassword() throws Exception {
        serve();
        setup();
        assertThat(commands.run("mail", "status", "--json").out()).doesNotContain(Dovecot.PASSWORD);
        var archive = folder.resolve("export.zip");
        assertThat(commands.run("export", "--to", archive.toString()).code()).isZero();
        try (var files = FileSystems.newFileSystem(archive);
                var entries = Files.walk(files.getPath("/"))) {
            assertThat(entries.map(Path::toString)).noneMatch(name -> name.contains("mail.json"));
        }
    }

    @Test
    void saysWhatWrongStepOfTheTestMeans() throws Exception {
        Files.writeString(folder.resolve("password"), "wrong\n");
        assertThat(setup().code()).isZero();
        var tested = commands.run("mail", "test");
        assertThat(tested.code()).isEqualTo(Exit.FAULT);
        assertThat(tested.out()).contains("FAILS      Your provider takes your user name and password through it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--smtp mail.example|its name and its port",
                "--smtp mail.example:587 --smtp-tls none|choose starttls or tls",
                "--smtp mail.example:587 --smtp-tls maybe|one of none, starttls and tls",
                "--smtp mail.example:587 --listen 0|--listen",
                "--smtp mail.example:587 --imap imap.example:993|user name and password",
                "--smtp mail.example:587 --password-file /nowhere|cannot be read",
                "--smtp mail.example:587 --calm noon|18:00",
                "--smtp mail.example:587 --emergency-word x|four characters",
            })
    void refusesInOneSentenceWhatCannotBe(String options, String why) {
        var refused = commands.run(("mail setup " + options).split(" "));
        assertThat(refused.code()).isNotZero();
        assertThat(refused.err().lines()).singleElement().asString().contains(why);
        assertThat(data.resolve("mail.json")).doesNotExist();
    }

    @Test
    void saysWhatItNeedsWithoutATerminal() {
        var refused = commands.run("mail", "setup");
        assertThat(refused.code()).isEqualTo(Exit.BAD_USAGE);
        assertThat(refused.err()).contains("--smtp");
    }

    @Test
    void servesThoughItsSettingsCannotBeRead() throws Exception {
        Files.createDirectories(data);
        DataFolder.open(data);
        Files.writeString(data.resolve("mail.json"), "{");
        serve();
        assertThat(commands.run("rule", "show").err()).doesNotContain("mail.json");
    }

    private void serve() {
        server = new Server(DataFolder.open(data), "127.0.0.1", 0).open();
    }

    private Commands.Outcome setup() throws Exception {
        return commands.run(
                "mail",
                "setup",
                "--smtp",
                provider.address(),
                "--smtp-tls",
                "none",
                "--listen",
                String.valueOf(freePort()),
                "--listen-tls",
                "tls",
                "--imap",
                "localhost:" + dovecot.imap(TlsMode.TLS).port(),
                "--user",
                Dovecot.USER,
                "--password-file",
                folder.resolve("password").toString(),
                "--trust",
                folder.resolve("trust.pem").toString());
    }

    private JsonNode status() {
        return commands.run("mail", "status", "--json").json();
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("waited long enough").isLessThan(deadline);
            Thread.sleep(50);
        }
    }
}
