package org.nocontact.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A browser as far as tests need one: signs in, keeps the cookie, and sends forms with their token. It does not follow
/// redirects, so that a test can look at them.
final class Guest implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final TrialSite site;
    private final HttpClient client = HttpClient.newHttpClient();
    private String language = "en";
    private @Nullable String cookie;

    private Guest(TrialSite site) {
        this.site = site;
    }

    static Guest to(TrialSite site) {
        return new Guest(site);
    }

    static Guest signedIn(TrialSite site) {
        var visitor = new Guest(site);
        var answer = visitor.get(site.site.signInLink().toString().replaceFirst("^http://[^/]+", ""));
        visitor.cookie = answer.header("Set-Cookie").replaceFirst(";.*", "");
        return visitor;
    }

    Guest speaking(String language) {
        this.language = language;
        return this;
    }

    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /// Where it sends on to.
        String leadsTo() {
            return header("Location");
        }
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(site.address(path)).GET());
    }

    /// Sends a form as a page of the site would.
    ///
    /// @param fields names and values in turn
    Answer post(String path, String... fields) {
        var body = new StringBuilder("csrf=").append(encoded(token()));
        for (var index = 0; index < fields.length; index += 2) {
            body.append('&').append(encoded(fields[index])).append('=').append(encoded(fields[index + 1]));
        }
        return postAsItIs(path, body.toString());
    }

    Answer postAsItIs(String path, String body) {
        return send(HttpRequest.newBuilder(site.address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "http://127.0.0.1:" + site.site.port())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String token() {
        var found = TOKEN.matcher(get("/settings/erase").body());
        if (!found.find()) {
            throw new AssertionError("No form with a token");
        }
        return found.group(1);
    }

    private Answer send(HttpRequest.Builder request) {
        request.header("Accept-Language", language);
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        try {
            return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
