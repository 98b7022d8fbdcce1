package org.nocontact.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls the interface as a device does, and holds every answer against the document.
final class ApiClient implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final ApiDocument document = new ApiDocument();
    private final URI site;
    private final Map<String, String> headers = new LinkedHashMap<>();

    ApiClient(URI site, @Nullable String token) {
        this.site = site;
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
    }

    record Reply(int status, Map<String, String> headers, byte[] body) {
        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        String detail() {
            return json().path("detail").stringValue("");
        }
    }

    ApiClient with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Reply get(String path) {
        return call("GET", path, null);
    }

    Reply post(String path, String json) {
        return call("POST", path, json.getBytes(StandardCharsets.UTF_8));
    }

    Reply put(String path, String json) {
        return call("PUT", path, json.getBytes(StandardCharsets.UTF_8));
    }

    Reply call(String method, String path, byte @Nullable [] body) {
        var request = HttpRequest.newBuilder(URI.create(site + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        try {
            var response = http.send(request.build(), BodyHandlers.ofByteArray());
            var type = response.headers().firstValue("Content-Type").orElse("");
            document.check(method + " " + URI.create(path).getPath(), response.statusCode(), type, response.body());
            var replied = new LinkedHashMap<String, String>();
            response.headers().map().forEach((name, values) -> replied.put(name.toLowerCase(), values.getFirst()));
            return new Reply(response.statusCode(), replied, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
