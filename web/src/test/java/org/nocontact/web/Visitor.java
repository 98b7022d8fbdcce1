package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Connection.KeyVal;

/// A person with a browser that has no script: signed in, reads pages, follows links and fills in forms.
final class Visitor {
    private final TrialSite trial;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String cookie;
    private final String languages;

    private Visitor(TrialSite trial, String cookie, String languages) {
        this.trial = trial;
        this.cookie = cookie;
        this.languages = languages;
    }

    static Visitor to(TrialSite trial) {
        var stranger = stranger(trial, "en");
        var answer = stranger.send(stranger.request(trial.site.signInLink().toString()));
        var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return new Visitor(trial, cookie.substring(0, cookie.indexOf(';')), "en");
    }

    /// Somebody who did not come by the link.
    static Visitor stranger(TrialSite trial, String languages) {
        return new Visitor(trial, "", languages);
    }

    Visitor speaking(String languages) {
        return new Visitor(trial, cookie, languages);
    }

    String cookie() {
        return cookie;
    }

    /// The page at this address, redirects followed.
    Screen open(String path) {
        var screen = screen(path, get(path));
        assertThat(screen.status()).as(path).isEqualTo(200);
        return screen;
    }

    /// Whatever is answered at this address, redirects not followed.
    HttpResponse<String> get(String path) {
        return send(request(trial.address(path).toString()));
    }

    /// Sends the fields as a form of ours would, and goes where the answer points.
    Screen submit(String path, List<KeyVal> fields) {
        return screen(path, post(path, fields));
    }

    HttpResponse<String> post(String path, List<KeyVal> fields) {
        var body = fields.stream()
                .map(field -> encoded(field.key()) + "=" + encoded(field.value().replace("\n", "\r\n")))
                .collect(Collectors.joining("&"));
        return send(request(trial.address(path).toString())
                .header("Origin", trial.address("").toString())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private Screen screen(String path, HttpResponse<String> answer) {
        var place = path;
        var last = answer;
        for (var hops = 0; last.statusCode() / 100 == 3 && hops < 5; hops++) {
            place = last.headers().firstValue("Location").orElseThrow();
            last = get(place);
        }
        return Screen.of(this, URI.create(place), last);
    }

    private HttpRequest.Builder request(String address) {
        var withoutFragment = address.replaceFirst("#.*", "");
        var request = HttpRequest.newBuilder(URI.create(withoutFragment)).header("Accept-Language", languages);
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("The site does not answer.", e);
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted while the site answered.", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
