package org.nocontact.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A real Dovecot on ports of its own, in a folder of its own, with one person's mailbox: IMAP, ManageSieve, LMTP to
/// deliver by, and SASL for a Postfix beside it.
public final class Dovecot implements AutoCloseable {
    public static final String USER = "me@mine.test";
    public static final String PASSWORD = "secret";

    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(20);

    private final Path folder;
    private final List<String> more;
    private final int imap = freePort();
    private final int imaps = freePort();
    private final int sieve = freePort();
    private final int lmtp = freePort();
    private final int sasl = freePort();
    private @Nullable Process process;

    private Dovecot(Path folder, List<String> more) {
        this.folder = folder;
        this.more = more;
    }

    /// @param more lines of configuration that go before ours
    public static Dovecot start(String... more) throws IOException, InterruptedException {
        Parts.needServer(PROGRAM, "Dovecot (packages dovecot-imapd, dovecot-managesieved, dovecot-lmtpd)");
        var folder = Files.createTempDirectory("nocontact-dovecot");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var dovecot = new Dovecot(folder, List.of(more));
        dovecot.configure();
        dovecot.resume();
        return dovecot;
    }

    public MailServer imap(TlsMode tls) {
        return new MailServer("localhost", tls == TlsMode.TLS ? imaps : imap, tls);
    }

    public MailServer sieve() {
        return new MailServer("localhost", sieve, TlsMode.STARTTLS);
    }

    /// Where Postfix asks who may send, as `smtpd_sasl_path` takes it.
    public String sasl() {
        return "inet:127.0.0.1:" + sasl;
    }

    /// The certificate it shows.
    public String certificate() throws IOException {
        return Files.readString(folder.resolve("cert.pem"));
    }

    /// Starts it again with everything that was there before.
    public void resume() throws IOException, InterruptedException {
        process = new ProcessBuilder(PROGRAM.toString(), "-F", "-c", config())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("dovecot.out").toFile())
                .start();
        var deadline = System.nanoTime() + STARTS_WITHIN.toNanos();
        while (!answers(imap) || !answers(lmtp)) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new AssertionError("Dovecot does not start: " + Files.readString(folder.resolve("dovecot.out")));
            }
            Thread.sleep(50);
        }
    }

    /// Ends it, and every connection with it.
    public void pause() throws InterruptedException {
        if (process != null) {
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    /// Delivers a message as another mail server would. Lines may end in LF.
    public void deliver(String message) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), lmtp);
                var in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            var out = socket.getOutputStream();
            expect(in, "220");
            for (var line : List.of("LHLO test", "MAIL FROM:<>", "RCPT TO:<" + USER + ">")) {
                out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
                expect(in, "250");
            }
            out.write("DATA\r\n".getBytes(StandardCharsets.US_ASCII));
            expect(in, "354");
            var body = message.replace("\r\n", "\n").replace("\n", "\r\n").replace("\r\n.", "\r\n..");
            out.write((body + "\r\n.\r\n").getBytes(StandardCharsets.UTF_8));
            expect(in, "250");
        }
    }

    /// Puts a message into a folder as a mail program would, without any rule being asked.
    public void save(String mailbox, String message) throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("save"), message);
        run(List.of("doveadm", "-c", config(), "save", "-u", USER, "-m", mailbox, file.toString()));
    }

    /// The value of a field, such as `hdr.subject` or `flags`, of all messages in a folder, sorted; empty where there
    /// is no
    /// such folder.
    public List<String> all(String field, String mailbox) throws IOException, InterruptedException {
        var lines = new ArrayList<String>();
        for (var line : doveadm("-f", "tab", "fetch", "-u", USER, field, "mailbox", mailbox)
                .split("\n")) {
            lines.add(line);
        }
        return lines.stream()
                .skip(1)
                .filter(line -> !line.isEmpty() || field.equals("flags"))
                .sorted()
                .toList();
    }

    public List<String> subjects(String mailbox) throws IOException, InterruptedException {
        return all("hdr.subject", mailbox);
    }

    public String doveadm(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("doveadm", "-c", config()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /// Where the mailbox lies.
    public Path mail() {
        return folder.resolve("mail").resolve(USER);
    }

    /// Ends all connections of the person, as an administrator would.
    public void kick() throws IOException, InterruptedException {
        doveadm("kick", USER);
    }

    /// Lets the folder number its messages anew, as after a repair.
    public void renumber(String mailbox) throws IOException, InterruptedException {
        pause();
        var maildir = mailbox.equals("INBOX") ? mail() : mail().resolve(mailbox);
        try (var files = Files.list(maildir)) {
            for (var file : files.filter(file -> file.getFileName().toString().startsWith("dovecot"))
                    .toList()) {
                Files.delete(file);
            }
        }
        Thread.sleep(1_100);
        resume();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        pause();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private String config() {
        return folder.resolve("dovecot.conf").toString();
    }

    private void configure() throws IOException, InterruptedException {
        Files.createDirectories(mail());
        run(List.of("chown", "-R", "nobody", folder.resolve("mail").toString()));
        run(List.of(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "30",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost,IP:127.0.0.1",
                "-keyout",
                folder.resolve("key.pem").toString(),
                "-out",
                folder.resolve("cert.pem").toString()));
        Files.writeString(folder.resolve("users"), USER + ":{PLAIN}" + PASSWORD + "::::::\n");
        Files.writeString(folder.resolve("dovecot.conf"), configuration() + String.join("\n", more) + "\n");
    }

    private String configuration() {
        return """
                base_dir = %1$s/run
                state_dir = %1$s/state
                instance_name = nocontact-%2$d
                log_path = %1$s/dovecot.log
                listen = 127.0.0.1
                protocols = imap lmtp sieve
                default_login_user = dovenull
                default_internal_user = dovecot
                ssl = yes
                ssl_cert = <%1$s/cert.pem
                ssl_key = <%1$s/key.pem
                disable_plaintext_auth = no
                auth_mechanisms = plain login
                auth_failure_delay = 0
                mail_location = maildir:%1$s/mail/%%u:LAYOUT=fs
                mail_uid = nobody
                mail_gid = nogroup
                first_valid_uid = 1
                last_valid_uid = 0
                first_valid_gid = 1
                passdb {
                  driver = passwd-file
                  args = scheme=PLAIN %1$s/users
                }
                userdb {
                  driver = static
                  args = uid=nobody gid=nogroup home=%1$s/mail/%%u
                }
                namespace inbox {
                  inbox = yes
                  separator = /
                }
                service imap-login {
                  chroot =
                  inet_listener imap {
                    port = %2$d
                  }
                  inet_listener imaps {
                    port = %3$d
                  }
                }
                service managesieve-login {
                  chroot =
                  inet_listener sieve {
                    port = %4$d
                  }
                }
                service lmtp {
                  inet_listener lmtp {
                    address = 127.0.0.1
                    port = %5$d
                  }
                }
                service auth {
                  inet_listener {
                    address = 127.0.0.1
                    port = %6$d
                  }
                }
                service anvil {
                  chroot =
                }
                protocol lmtp {
                  mail_plugins = sieve
                  postmaster_address = postmaster@mine.test
                }
                plugin {
                  sieve = file:%1$s/mail/%%u/sieve;active=%1$s/mail/%%u/.dovecot.sieve
                }
                """.formatted(folder, imap, imaps, sieve, lmtp, sasl);
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static void expect(BufferedReader in, String code) throws IOException {
        var line = in.readLine();
        while (line != null && line.startsWith(code + "-")) {
            line = in.readLine();
        }
        assertThat(line).startsWith(code);
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.getInputStream().read() >= 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new AssertionError(none);
        }
    }
}
