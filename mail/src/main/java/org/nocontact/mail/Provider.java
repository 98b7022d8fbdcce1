package org.nocontact.mail;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.nocontact.mail.GateConfig.Limits;
import org.nocontact.mail.GateConfig.Upstream;

/// A connection to the provider's server for sending. For one thread.
final class Provider implements AutoCloseable {
    private static final int LONGEST_LINE = 8 << 10;
    private static final int MOST_LINES = 200;

    private static final Duration A_MOMENT = Duration.ofMillis(10);

    private final Upstream upstream;
    private final Duration answering;
    private final Wire wire;
    private final Reply greeting;

    private Provider(Upstream upstream, Duration answering, Wire wire, Reply greeting) {
        this.answering = answering;
        this.upstream = upstream;
        this.wire = wire;
        this.greeting = greeting;
    }

    /// Connects, over TLS as it was asked for, and takes the greeting.
    ///
    /// @throws ProviderTrouble when there is nobody, or nobody who can be trusted
    static Provider connect(Upstream upstream, Trust trust, Limits limits) {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(upstream.host(), upstream.port()), (int)
                    limits.connecting().toMillis());
            var wire = new Wire(socket, limits.connecting());
            if (upstream.tls() == TlsMode.TLS) {
                wire.goOnOver(secured(wire, upstream, trust));
            }
            var provider = greeted(upstream, limits, wire);
            if (upstream.tls() == TlsMode.STARTTLS) {
                provider.startTls(trust);
            }
            wire.allow(limits.answering());
            return provider;
        } catch (IOException fault) {
            closeQuietly(socket);
            throw trouble(upstream, fault);
        } catch (RuntimeException fault) {
            closeQuietly(socket);
            throw fault;
        }
    }

    private static Provider greeted(Upstream upstream, Limits limits, Wire wire) throws IOException {
        var greeting = readReply(wire);
        if (greeting.code() != 220) {
            throw new ProviderTrouble(named(upstream) + " does not take mail now (" + greeting + ").");
        }
        return new Provider(upstream, limits.answering(), wire, greeting);
    }

    private void startTls(Trust trust) throws IOException {
        say("EHLO localhost");
        if (!Extensions.of(read()).has("STARTTLS")) {
            throw new ProviderTrouble(named(upstream) + " does not offer STARTTLS on port " + upstream.port()
                    + ": try tls and port 465.");
        }
        say("STARTTLS");
        var reply = read();
        if (!reply.isGood()) {
            throw new ProviderTrouble(named(upstream) + " did not start TLS (" + reply + ").");
        }
        wire.goOnOver(secured(wire, upstream, trust));
    }

    private static SSLSocket secured(Wire wire, Upstream upstream, Trust trust) throws IOException {
        return trust.toward(wire.socket(), upstream.host(), upstream.port());
    }

    Reply greeting() {
        return greeting;
    }

    /// Puts a command in line, each character as one byte; it goes out with the next [#read] or [#send].
    void say(String command) {
        wire.say((command + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Sends what waits.
    void flush() {
        try {
            wire.flush();
        } catch (IOException fault) {
            throw trouble(upstream, fault);
        }
    }

    /// Sends content, after what waits.
    void send(byte[] bytes, int from, int length) {
        try {
            wire.send(bytes, from, length);
        } catch (IOException fault) {
            throw trouble(upstream, fault);
        }
    }

    /// Waits for the next reply.
    Reply read() {
        try {
            wire.flush();
            return readReply(wire);
        } catch (IOException fault) {
            throw trouble(upstream, fault);
        }
    }

    /// The reply to a command that is said alone.
    Reply ask(String command) {
        say(command);
        return read();
    }

    /// Whether the provider hung up, or says something although it was not asked. Waits a moment for it.
    boolean isBreakingOff() {
        try {
            wire.allow(A_MOMENT);
            wire.fill();
            return true;
        } catch (SocketTimeoutException asItShould) {
            return false;
        } catch (IOException gone) {
            return true;
        } finally {
            allow(answering);
        }
    }

    private void allow(Duration silence) {
        try {
            wire.allow(silence);
        } catch (IOException fault) {
            throw trouble(upstream, fault);
        }
    }

    /// What the provider said before it broke off, if it said no.
    Optional<Reply> lastWords() {
        try {
            return Optional.of(readReply(wire)).filter(reply -> reply.code() >= 400);
        } catch (IOException nothing) {
            return Optional.empty();
        } finally {
            close();
        }
    }

    private static Reply readReply(Wire wire) throws IOException {
        var lines = new ArrayList<String>();
        while (true) {
            var line = readLine(wire);
            var code = code(line);
            if (code < 0 || lines.size() == MOST_LINES) {
                throw new IOException("not a reply: " + line);
            }
            lines.add(line.length() > 4 ? line.substring(4) : "");
            if (line.length() == 3 || line.charAt(3) != '-') {
                return new Reply(code, lines);
            }
        }
    }

    /// The code that a line of a reply begins with; -1 when there is none.
    private static int code(String line) {
        var code = 0;
        for (var at = 0; at < 3; at++) {
            var digit = at < line.length() ? line.charAt(at) - '0' : -1;
            if (digit < 0 || digit > 9) {
                return -1;
            }
            code = 10 * code + digit;
        }
        return code >= 200 && code <= 599 ? code : -1;
    }

    private static String readLine(Wire wire) throws IOException {
        var end = wire.endOfLine();
        while (end < 0) {
            if (wire.to - wire.from > LONGEST_LINE) {
                throw new IOException("a reply that does not end");
            }
            if (!wire.fill()) {
                throw new IOException("hung up");
            }
            end = wire.endOfLine();
        }
        var length = end > wire.from && wire.bytes[end - 1] == '\r' ? end - 1 - wire.from : end - wire.from;
        var line = new String(wire.bytes, wire.from, length, StandardCharsets.ISO_8859_1);
        wire.from = end + 1;
        return hasControls(line) ? line.replaceAll("[\\x00-\\x1f\\x7f]", "") : line;
    }

    static boolean hasControls(String line) {
        for (var at = 0; at < line.length(); at++) {
            if (line.charAt(at) < ' ' || line.charAt(at) == 0x7f) {
                return true;
            }
        }
        return false;
    }

    ProviderTrouble brokeOff() {
        return trouble(upstream, new IOException("hung up"));
    }

    private static ProviderTrouble trouble(Upstream upstream, IOException fault) {
        var why = switch (fault) {
            case UnknownHostException _ ->
                " cannot be found: look whether there is a network, and whether the name is right.";
            case SocketTimeoutException _ -> " does not answer in time.";
            case SSLException _ -> " cannot be trusted or does not speak TLS there (" + fault.getMessage() + ").";
            default -> " broke off (" + fault.getMessage() + ").";
        };
        return new ProviderTrouble(named(upstream) + why, fault);
    }

    private static String named(Upstream upstream) {
        return "The provider’s server " + upstream.host();
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException goneAnyway) {
            return;
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
