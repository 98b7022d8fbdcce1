package org.nocontact.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A provider that writes down the very bytes it gets. Its options are words such as `auth`, `rcpt=550`, `lax`:
///
/// - `auth` offers to sign in, and takes a token with `good` in it; `auth=must` takes no mail before
/// - `ext=A,B` offers these too; `plain` offers nothing
/// - `mail=CODE`, `rcpt=CODE` (to whom has `bad` in it), `data=CODE`, `end=CODE` refuse there
/// - `drop=data` hangs up in the content, `drop=end` when it has the whole; `slow=MILLIS` waits before the last reply
/// - `lax` takes what a careless server does for the end of a line and of the content
final class SomeProvider implements AutoCloseable {
    /// @param to as it stood after `RCPT TO:`
    record Message(String from, List<String> to, String content) {}

    final List<Message> messages = new CopyOnWriteArrayList<>();
    final List<String> heard = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    volatile Map<String, String> options = Map.of();

    private final ServerSocket door;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    SomeProvider(String options) throws IOException {
        become(options);
        door = new ServerSocket(0, 300, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answer);
    }

    void become(String words) {
        options = Arrays.stream(words.strip().split(" +"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length > 1 ? pair[1] : ""));
    }

    int port() {
        return door.getLocalPort();
    }

    private void answer() {
        while (!door.isClosed()) {
            try {
                var socket = door.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new Talk(socket.getInputStream(), socket.getOutputStream()).run();
        } catch (IOException gone) {
            heard.add("(gone)");
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var socket : open) {
            socket.close();
        }
    }

    private final class Talk {
        private final InputStream in;
        private final OutputStream out;
        private final List<String> to = new ArrayList<>();
        private @Nullable String from;
        private boolean signedIn;

        Talk(InputStream in, OutputStream out) {
            this.in = new BufferedInputStream(in, 1 << 16);
            this.out = out;
        }

        void run() throws IOException {
            say("220 some.provider ready");
            while (true) {
                var line = line();
                heard.add(line);
                switch (line.split(" ")[0].toUpperCase(Locale.ROOT)) {
                    case "EHLO" -> hello();
                    case "AUTH" -> signIn(line);
                    case "MAIL" -> mail(line);
                    case "RCPT" -> recipient(line);
                    case "DATA" -> data();
                    case "RSET" -> {
                        reset();
                        say("250 2.0.0 Reset");
                    }
                    case "NOOP" -> say("250 2.0.0 Still here");
                    case "QUIT" -> {
                        say("221 2.0.0 Bye");
                        return;
                    }
                    default -> say("500 5.5.1 What");
                }
            }
        }

        private void hello() throws IOException {
            var offers = new ArrayList<String>(List.of("some.provider"));
            if (!options.containsKey("plain")) {
                offers.addAll(List.of(
                        "PIPELINING",
                        "SIZE " + options.getOrDefault("size", "50000000"),
                        "8BITMIME",
                        "SMTPUTF8",
                        "DSN"));
            }
            if (options.containsKey("auth")) {
                offers.add("AUTH PLAIN LOGIN XOAUTH2 GSSAPI");
            }
            offers.addAll(Arrays.stream(options.getOrDefault("ext", "").split(","))
                    .filter(offer -> !offer.isEmpty())
                    .toList());
            for (var offer = 0; offer < offers.size(); offer++) {
                say("250" + (offer + 1 < offers.size() ? "-" : " ") + offers.get(offer));
            }
        }

        private void signIn(String line) throws IOException {
            var words = line.split(" ");
            if (words.length < 3) {
                say("334 ");
                heard.add(line());
            }
            var token = words.length < 3 ? heard.getLast() : words[2];
            signedIn = new String(Base64.getMimeDecoder().decode(token), ISO_8859_1).contains("good");
            if (!signedIn) {
                say("334 eyJzdGF0dXMiOiI0MDEifQ==");
                heard.add(line());
            }
            say(signedIn ? "235 2.7.0 Welcome" : "535 5.7.8 Not you");
        }

        private void mail(String line) throws IOException {
            if ("must".equals(options.get("auth")) && !signedIn) {
                say("530 5.7.0 Sign in");
            } else if (options.containsKey("mail")) {
                say(options.get("mail") + " no");
            } else if (from != null) {
                say("503 5.5.1 One at a time");
            } else {
                from = line.substring("MAIL FROM:".length());
                say("250 2.1.0 Ok");
            }
        }

        private void recipient(String line) throws IOException {
            if (from == null) {
                say("503 5.5.1 MAIL first");
            } else if (options.containsKey("rcpt") && line.contains("bad")) {
                say(options.get("rcpt") + " no");
            } else {
                to.add(line.substring("RCPT TO:".length()).strip());
                say("250 2.1.5 Ok");
            }
        }

        private void data() throws IOException {
            if (to.isEmpty()) {
                say("554 5.5.1 No recipients");
                return;
            }
            if (options.containsKey("data")) {
                say(options.get("data") + " no");
                return;
            }
            say("354 Go");
            var content = content();
            if ("end".equals(options.get("drop"))) {
                messages.add(new Message(String.valueOf(from), List.copyOf(to), content));
                throw new EOFException();
            }
            pause();
            var code = options.getOrDefault("end", "250");
            if (code.equals("250")) {
                messages.add(new Message(String.valueOf(from), List.copyOf(to), content));
            }
            say(code + " 2.0.0 " + (code.equals("250") ? "Taken" : "no"));
            reset();
        }

        private void pause() throws IOException {
            try {
                Thread.sleep(Long.parseLong(options.getOrDefault("slow", "0")));
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
        }

        private String content() throws IOException {
            var content = new ByteArrayOutputStream();
            while (true) {
                var line = rawLine();
                if (line.replaceAll("[\\r\\n\\x00]", "").equals(".") && (isLax() || line.equals(".\r\n"))) {
                    return content.toString(ISO_8859_1);
                }
                content.write(
                        line.startsWith(".") ? line.substring(1).getBytes(ISO_8859_1) : line.getBytes(ISO_8859_1));
                if ("data".equals(options.get("drop")) && content.size() > 20) {
                    throw new EOFException();
                }
            }
        }

        private void reset() {
            from = null;
            to.clear();
        }

        private boolean isLax() {
            return options.containsKey("lax");
        }

        private String line() throws IOException {
            return rawLine().replaceAll("[\\r\\n]+$", "");
        }

        /// A line with its end.
        private String rawLine() throws IOException {
            var line = new ByteArrayOutputStream();
            while (true) {
                var b = in.read();
                if (b < 0) {
                    throw new EOFException();
                }
                line.write(b);
                if (b == '\n' && (isLax() || endsWithCrLf(line)) || b == '\r' && isLax() && !isFollowedByLf()) {
                    return line.toString(ISO_8859_1);
                }
            }
        }

        private static boolean endsWithCrLf(ByteArrayOutputStream line) {
            var bytes = line.toByteArray();
            return bytes.length > 1 && bytes[bytes.length - 2] == '\r';
        }

        private boolean isFollowedByLf() throws IOException {
            in.mark(1);
            var next = in.available() > 0 ? in.read() : -1;
            in.reset();
            return next == '\n';
        }

        private void say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(ISO_8859_1));
            out.flush();
        }
    }
}
