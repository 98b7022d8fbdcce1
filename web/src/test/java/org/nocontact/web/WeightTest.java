package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How much of the network a page takes, with everything that it brings along: under 60 KB.
class WeightTest {
    private static final int MOST = 60_000;
    private static final String BROUGHT_ALONG =
            "link[rel=stylesheet], link[rel=icon], link[rel=manifest], script[src], img[src], use[href]";

    private final PersonWithARule person = Everywhere.aPersonWithEverything();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Integer> files = new HashMap<>();

    @AfterEach
    void close() {
        person.close();
    }

    @Test
    void isUnder60KilobytesForEveryPage() throws Exception {
        for (var path : Everywhere.pages(person.visitor)) {
            var page = compressed(path);
            var weight = weight(page);
            var html = Jsoup.parse(text(page));
            for (var file : html.select(BROUGHT_ALONG).stream()
                    .map(part -> part.hasAttr("href") ? part.attr("href") : part.attr("src"))
                    .map(address -> address.replaceFirst("#.*", ""))
                    .distinct()
                    .toList()) {
                if (!files.containsKey(file)) {
                    files.put(file, weight(compressed(file)));
                }
                weight += files.get(file);
            }
            assertThat(weight).as("bytes of " + path).isBetween(5_000, MOST);
        }
    }

    @Test
    void comesCompressedToWhoeverTakesIt() throws Exception {
        for (var path :
                new String[] {"/", "/letters", StaticFiles.address("nocontact.css"), StaticFiles.address("icons.svg")
                }) {
            var answer = compressed(path);

            assertThat(answer.headers().firstValue("Content-Encoding")).as(path).hasValue("gzip");
            assertThat(answer.body().length).as(path).isLessThan(text(answer).length() / 2);
            assertThat(person.visitor.get(path).headers().firstValue("Content-Encoding"))
                    .as(path)
                    .isEmpty();
        }
    }

    private HttpResponse<byte[]> compressed(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(person.trial.address(path))
                .header("Accept-Encoding", "gzip, deflate, br")
                .header("Cookie", person.visitor.cookie());
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    /// With the headers, about as they are written.
    private static int weight(HttpResponse<byte[]> answer) {
        var headers = answer.headers().map().entrySet().stream()
                .mapToInt(header -> header.getValue().stream()
                        .mapToInt(value -> header.getKey().length() + value.length() + 4)
                        .sum())
                .sum();
        return headers + answer.body().length;
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        var zipped = answer.headers().firstValue("Content-Encoding").isPresent();
        var bytes =
                zipped ? new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes() : answer.body();
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
