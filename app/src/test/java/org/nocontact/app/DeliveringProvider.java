package org.nocontact.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/// A provider's server for sending on this machine: takes one name and password, and hands every mail over.
final class DeliveringProvider implements AutoCloseable {
    /// Where a mail goes that was taken.
    interface Delivery {
        void deliver(String message) throws IOException;
    }

    final List<String> recipients = new CopyOnWriteArrayList<>();
    private final ServerSocket door;
    private final String signIn;
    private final Delivery delivery;

    DeliveringProvider(String user, String password, Delivery delivery) throws IOException {
        this.door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        this.signIn = "\0" + user + "\0" + password;
        this.delivery = delivery;
        Thread.ofVirtual().start(this::answer);
    }

    String address() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    private void answer() {
        while (!door.isClosed()) {
            try {
                var socket = door.accept();
                Thread.ofVirtual().start(() -> converse(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (socket;
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            say(socket, "220 provider");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                say(socket, reply(line, in, socket));
            }
        } catch (IOException gone) {
            return;
        }
    }

    private String reply(String line, BufferedReader in, Socket socket) throws IOException {
        var verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        switch (verb) {
            case "EHLO" -> {
                return "250-provider\r\n250 AUTH PLAIN";
            }
            case "AUTH" -> {
                var given = new String(
                        Base64.getDecoder().decode(line.substring("AUTH PLAIN ".length())), StandardCharsets.UTF_8);
                return given.endsWith(signIn) ? "235 2.7.0 ok" : "535 5.7.8 no";
            }
            case "RCPT" -> recipients.add(line);
            case "DATA" -> {
                say(socket, "354 go");
                var message = new StringBuilder();
                for (var text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
                    message.append(text.startsWith(".") ? text.substring(1) : text)
                            .append('\n');
                }
                delivery.deliver(message.toString());
            }
            default -> {
                // Taken without a look.
            }
        }
        return "250 ok";
    }

    private static void say(Socket socket, String reply) throws IOException {
        socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
