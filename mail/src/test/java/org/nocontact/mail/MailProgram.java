package org.nocontact.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A mail program, as simple as one can be.
final class MailProgram implements AutoCloseable {
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    MailProgram(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    static MailProgram over(int tlsPort) throws IOException {
        var program = new MailProgram(tlsPort);
        program.secure();
        return program;
    }

    void secure() throws IOException {
        try {
            var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry("gate", OneCertificate.get().certificate());
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            var secured = (javax.net.ssl.SSLSocket)
                    context.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
            var parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            socket = secured;
            in = secured.getInputStream();
            out = secured.getOutputStream();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    void send(String raw) throws IOException {
        out.write(raw.getBytes(ISO_8859_1));
        out.flush();
    }

    void send(byte[] raw) throws IOException {
        out.write(raw);
        out.flush();
    }

    /// The next line; `(closed)` when the other hung up.
    String line() throws IOException {
        var line = new ByteArrayOutputStream();
        try {
            while (true) {
                var b = in.read();
                if (b < 0) {
                    return line.size() == 0 ? "(closed)" : line.toString(ISO_8859_1);
                }
                if (b == '\n') {
                    return line.toString(ISO_8859_1).replaceAll("\r$", "");
                }
                line.write(b);
            }
        } catch (java.net.SocketException reset) {
            return "(closed)";
        }
    }

    /// The last line of the next reply.
    String reply() throws IOException {
        var line = line();
        while (line.length() > 3 && line.charAt(3) == '-') {
            line = line();
        }
        return line;
    }

    String ask(String command) throws IOException {
        send(command + "\r\n");
        return reply();
    }

    MailProgram greet() throws IOException {
        assertThat(reply()).startsWith("220");
        assertThat(ask("EHLO me")).startsWith("250");
        return this;
    }

    MailProgram signIn() throws IOException {
        assertThat(ask("AUTH PLAIN "
                        + java.util.Base64.getEncoder()
                                .encodeToString("\0good\0x".getBytes(StandardCharsets.US_ASCII))))
                .startsWith("235");
        return this;
    }

    /// Sends a message, dots not yet doubled, and returns the last reply.
    String mail(String content, String... to) throws IOException {
        assertThat(ask("MAIL FROM:<me@mine.example>")).startsWith("250");
        for (var each : to) {
            assertThat(ask("RCPT TO:<" + each + ">")).startsWith("250");
        }
        var go = ask("DATA");
        if (!go.startsWith("354")) {
            return go;
        }
        return ask(content.replaceAll("(?m)^\\.", "..") + ".");
    }

    /// Hangs up without a word.
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
