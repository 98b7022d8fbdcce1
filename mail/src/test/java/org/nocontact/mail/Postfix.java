package org.nocontact.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/// A real Postfix on ports of its own, as a provider runs it for sending: STARTTLS or TLS, and nobody sends who did not
/// sign in, which a Dovecot beside it decides. What it takes goes on to the port it is given.
final class Postfix implements AutoCloseable {
    static final String USER = "me@mine.test";
    static final String PASSWORD = "secret";
    static final int LARGEST = 200_000;

    private static final Duration STARTS_WITHIN = Duration.ofSeconds(30);

    final int startTls = freePort();
    final int tls = freePort();
    private final int sasl = freePort();
    private final Path folder;

    private Postfix(Path folder) {
        this.folder = folder;
    }

    static Postfix sendingTo(int port) throws IOException, InterruptedException {
        Parts.needServer(Path.of("/usr/sbin/postfix"), "Postfix");
        Parts.needServer(Path.of("/usr/sbin/dovecot"), "Dovecot");
        var folder = Files.createTempDirectory("nocontact-postfix");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var postfix = new Postfix(folder);
        postfix.makeCertificate();
        postfix.configureDovecot();
        postfix.configure(port);
        run("dovecot", "-c", postfix.dovecot());
        run("postfix", "-c", postfix.etc(), "start");
        postfix.await(postfix.sasl);
        postfix.await(postfix.startTls);
        postfix.await(postfix.tls);
        return postfix;
    }

    String certificate() throws IOException {
        return Files.readString(folder.resolve("cert.pem"));
    }

    private void await(int port) throws IOException, InterruptedException {
        var until = System.nanoTime() + STARTS_WITHIN.toNanos();
        while (true) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() > until) {
                    throw notYet;
                }
                Thread.sleep(50);
            }
        }
    }

    private void makeCertificate() throws IOException, InterruptedException {
        run(
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
                folder.resolve("cert.pem").toString());
    }

    private void configureDovecot() throws IOException {
        Files.writeString(folder.resolve("users"), USER + ":{PLAIN}" + PASSWORD + "::::::\n");
        Files.writeString(Path.of(dovecot()), """
                base_dir = %1$s/dovecot
                state_dir = %1$s/dovecot-state
                instance_name = nocontact-sasl-%2$d
                log_path = %1$s/dovecot.log
                protocols =
                listen = 127.0.0.1
                ssl = no
                auth_mechanisms = plain login
                auth_failure_delay = 0
                passdb {
                  driver = passwd-file
                  args = scheme=PLAIN %1$s/users
                }
                userdb {
                  driver = static
                  args = uid=nobody gid=nogroup home=/nonexistent
                }
                service auth {
                  inet_listener {
                    address = 127.0.0.1
                    port = %2$d
                  }
                }
                service anvil {
                  chroot =
                }
                service stats {
                  chroot =
                }
                """.formatted(folder, sasl));
    }

    private void configure(int port) throws IOException, InterruptedException {
        for (var part : List.of("etc", "queue", "data")) {
            Files.createDirectory(folder.resolve(part));
        }
        run("chown", "postfix", folder.resolve("data").toString());
        Files.writeString(folder.resolve("etc/main.cf"), """
                compatibility_level = 3.6
                queue_directory = %1$s/queue
                data_directory = %1$s/data
                command_directory = /usr/sbin
                daemon_directory = /usr/lib/postfix/sbin
                mail_owner = postfix
                setgid_group = postdrop
                maillog_file = %1$s/maillog
                maillog_file_prefixes = /tmp, %1$s
                myhostname = provider.test
                mydestination =
                local_recipient_maps =
                alias_maps =
                inet_interfaces = 127.0.0.1
                inet_protocols = ipv4
                mynetworks =
                relayhost = [127.0.0.1]:%2$d
                disable_dns_lookups = yes
                smtpd_peername_lookup = no
                message_size_limit = %4$d
                mailbox_size_limit = 0
                smtpd_tls_cert_file = %1$s/cert.pem
                smtpd_tls_key_file = %1$s/key.pem
                smtpd_sasl_type = dovecot
                smtpd_sasl_path = inet:127.0.0.1:%3$d
                smtpd_sasl_auth_enable = yes
                smtpd_relay_restrictions = permit_sasl_authenticated, reject
                """.formatted(folder, port, sasl, LARGEST));
        Files.writeString(folder.resolve("etc/master.cf"), """
                127.0.0.1:%1$d inet n - n - 100 smtpd -o smtpd_tls_security_level=encrypt
                127.0.0.1:%2$d inet n - n - 100 smtpd -o smtpd_tls_wrappermode=yes
                cleanup unix n - n - 0 cleanup
                qmgr unix n - n 300 1 qmgr
                tlsmgr unix - - n 1000? 1 tlsmgr
                rewrite unix - - n - - trivial-rewrite
                bounce unix - - n - 0 bounce
                defer unix - - n - 0 bounce
                trace unix - - n - 0 bounce
                flush unix n - n 1000? 0 flush
                proxymap unix - - n - - proxymap
                smtp unix - - n - - smtp
                relay unix - - n - - smtp
                error unix - - n - - error
                retry unix - - n - - error
                anvil unix - - n - 1 anvil
                scache unix - - n - 1 scache
                postlog unix-dgram n - n - 1 postlogd
                """.formatted(startTls, tls));
    }

    private String etc() {
        return folder.resolve("etc").toString();
    }

    private String dovecot() {
        return folder.resolve("dovecot.conf").toString();
    }

    /// @return what the program said
    static String run(String... command) throws IOException, InterruptedException {
        var said = Files.createTempFile("said", ".txt");
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start()
                    .waitFor();
            return Files.readString(said, StandardCharsets.ISO_8859_1);
        } finally {
            Files.delete(said);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("postfix", "-c", etc(), "stop");
        run("doveadm", "-c", dovecot(), "stop");
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
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
