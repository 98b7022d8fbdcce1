package org.nocontact.app;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.nocontact.store.DataFolder.Running;
import org.nocontact.web.Api;

/// The program that serves the folder, asked over HTTP.
final class RunningProgram extends Program {
    private static final int CONNECT_MILLIS = 5_000;
    /// A large ledger takes a while to check or to export.
    private static final int ANSWER_MILLIS = 600_000;

    private final Running running;

    RunningProgram(Running running) {
        this.running = running;
    }

    @Override
    Api.Reply answer(String method, String path, byte @Nullable [] json) {
        try {
            return answer(connection(method, path), json);
        } catch (IOException silence) {
            throw new Trouble(
                    "The program that serves this folder at " + running.address()
                            + " does not answer: look whether it still runs, and start it again if not.",
                    silence);
        }
    }

    private HttpURLConnection connection(String method, String path) throws IOException {
        var url = URI.create(running.address() + path).toURL();
        var connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
        connection.setRequestMethod(method);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(ANSWER_MILLIS);
        connection.setRequestProperty("Authorization", "Bearer " + running.token());
        connection.setRequestProperty("Accept-Language", "en");
        return connection;
    }

    private static Api.Reply answer(HttpURLConnection connection, byte @Nullable [] json) throws IOException {
        if (json != null) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setFixedLengthStreamingMode(json.length);
            try (var out = connection.getOutputStream()) {
                out.write(json);
            }
        }
        var status = connection.getResponseCode();
        try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Api.Reply(status, in == null ? new byte[0] : in.readAllBytes());
        }
    }

    @Override
    public void close() {}
}
