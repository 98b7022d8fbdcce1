package org.nocontact.mail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Speaks ManageSieve (RFC 5804) with the server that keeps the person's rules for incoming mail, signed in. Just what
/// [SieveGuard] needs of it.
final class SieveConnection implements AutoCloseable {
    private static final int CONNECT_MILLIS = 15_000;
    private static final int ANSWER_MILLIS = 30_000;
    private static final int LONGEST_LINE = 10_000;
    private static final int LONGEST_LITERAL = 5_000_000;

    private final MailServer server;
    private Socket socket;
    private InputStream in;
    private Map<String, String> capabilities = Map.of();

    private SieveConnection(MailServer server) throws IOException {
        this.server = server;
        this.socket = new Socket();
        socket.setSoTimeout(ANSWER_MILLIS);
        socket.connect(new InetSocketAddress(server.host(), server.port()), CONNECT_MILLIS);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /// The server said no.
    static final class Refused extends IOException {
        Refused(String said) {
            super(said);
        }
    }

    /// @param name as the person or their webmail called it
    /// @param active whether incoming mail is sorted by it; at most one is
    record Script(String name, boolean active) {}

    /// @throws Refused when it does not take the password, or knows no way of signing in that we know
    static SieveConnection open(MailServer server, String user, String password, String trust) throws IOException {
        var connection = new SieveConnection(server);
        try {
            connection.begin(user, password, trust);
            return connection;
        } catch (IOException | RuntimeException fault) {
            connection.socket.close();
            throw fault;
        }
    }

    private void begin(String user, String password, String trust) throws IOException {
        if (server.tls() == TlsMode.TLS) {
            secure(trust);
        }
        readCapabilities();
        if (server.tls() == TlsMode.STARTTLS) {
            ask("STARTTLS");
            // A new reader: what somebody slipped in before the encryption is thrown away with the old one.
            secure(trust);
            readCapabilities();
        }
        if (!Set.of(capabilities
                        .getOrDefault("SASL", "")
                        .toUpperCase(Locale.ROOT)
                        .split(" "))
                .contains("PLAIN")) {
            throw new Refused("The server does not let anybody sign in by a password.");
        }
        var token = ("\0" + user + "\0" + password).getBytes(StandardCharsets.UTF_8);
        ask("AUTHENTICATE \"PLAIN\" " + literal(Base64.getEncoder().encodeToString(token)));
    }

    private void secure(String trust) throws IOException {
        var secured = Trust.with(trust).toward(socket, server.host(), server.port());
        secured.startHandshake();
        socket = secured;
        in = new BufferedInputStream(secured.getInputStream());
    }

    private void readCapabilities() throws IOException {
        var read = new HashMap<String, String>();
        for (var line : answer()) {
            read.put(
                    line.getFirst().text().toUpperCase(Locale.ROOT),
                    line.size() > 1 ? line.get(1).text() : "");
        }
        capabilities = read;
    }

    boolean can(String extension) {
        return Set.of(capabilities.getOrDefault("SIEVE", "").split(" ")).contains(extension);
    }

    List<Script> scripts() throws IOException {
        return ask("LISTSCRIPTS").stream()
                .map(line -> new Script(
                        line.getFirst().text(),
                        line.size() > 1 && line.get(1).text().equalsIgnoreCase("ACTIVE")))
                .toList();
    }

    String read(String name) throws IOException {
        var lines = ask("GETSCRIPT " + literal(name));
        return lines.isEmpty() ? "" : lines.getFirst().getFirst().text();
    }

    /// @throws Refused with what is wrong with it
    void check(String script) throws IOException {
        ask("CHECKSCRIPT " + literal(script));
    }

    void put(String name, String script) throws IOException {
        ask("PUTSCRIPT " + literal(name) + " " + literal(script));
    }

    /// @param name empty for none
    void activate(String name) throws IOException {
        ask("SETACTIVE " + literal(name));
    }

    void delete(String name) throws IOException {
        ask("DELETESCRIPT " + literal(name));
    }

    private List<List<Token>> ask(String command) throws IOException {
        var out = socket.getOutputStream();
        out.write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return answer();
    }

    private static String literal(String text) {
        return "{" + text.getBytes(StandardCharsets.UTF_8).length + "+}\r\n" + text;
    }

    /// @param quoted whether it was a string; otherwise a word such as OK
    private record Token(String text, boolean quoted) {}

    /// The lines before the one that ends the answer.
    ///
    /// @throws Refused when that is a no
    private List<List<Token>> answer() throws IOException {
        var lines = new ArrayList<List<Token>>();
        while (true) {
            var line = line();
            if (line.isEmpty()) {
                continue;
            }
            var first = line.getFirst();
            if (!first.quoted()) {
                if (first.text().equalsIgnoreCase("OK")) {
                    return lines;
                }
                throw new Refused(line.getLast().quoted() ? line.getLast().text() : first.text());
            }
            lines.add(line);
        }
    }

    private List<Token> line() throws IOException {
        var tokens = new ArrayList<Token>();
        var word = new ByteArrayOutputStream();
        for (var read = 0; read < LONGEST_LINE; read++) {
            int c = next();
            if (" \r\n\"{".indexOf(c) < 0) {
                word.write(c);
                continue;
            }
            if (word.size() > 0) {
                tokens.add(new Token(word.toString(StandardCharsets.UTF_8), false));
                word.reset();
            }
            switch (c) {
                case '"' -> tokens.add(new Token(quoted(), true));
                case '{' -> tokens.add(new Token(literal(), true));
                case '\n' -> {
                    return tokens;
                }
                default -> {
                    // Space, or the first half of a line end.
                }
            }
        }
        throw new IOException("The server for mail rules sent an endless line.");
    }

    private String quoted() throws IOException {
        var text = new ByteArrayOutputStream();
        for (int c = next(); c != '"'; c = next()) {
            text.write(c == '\\' ? next() : c);
            if (text.size() > LONGEST_LINE) {
                throw new IOException("The server for mail rules sent an endless string.");
            }
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private String literal() throws IOException {
        var size = 0;
        for (int c = next(); c != '\n'; c = next()) {
            if (c >= '0' && c <= '9' && size <= LONGEST_LITERAL) {
                size = size * 10 + c - '0';
            }
        }
        if (size > LONGEST_LITERAL) {
            throw new IOException("The server for mail rules sent too much at once.");
        }
        return new String(in.readNBytes(size), StandardCharsets.UTF_8);
    }

    private int next() throws IOException {
        int c = in.read();
        if (c < 0) {
            throw new IOException("The server for mail rules hung up.");
        }
        return c;
    }

    @Override
    public void close() throws IOException {
        try (var _ = socket) {
            ask("LOGOUT");
        }
    }
}
