package org.nocontact.app;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.nocontact.reading.LateReader;
import org.nocontact.reading.MessageReader;
import org.nocontact.reading.Reader;
import org.nocontact.store.DataFolder;
import picocli.CommandLine.Command;

/// Starts the program in a folder of its own, looks at its pages once and stops, so that the JVM can write down what a
/// start needs. The launcher runs it.
@Command(
        name = "train",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Starts in a folder of its own, looks at its pages once, and stops.")
final class Train implements Callable<Integer> {
    private static final int MOST_PAGES = 40;
    private static final MessageReader WITHOUT_A_MODEL = new LateReader(Reader::ofCuesAlone);
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");

    @Override
    public Integer call() throws IOException {
        var folder = Files.createTempDirectory("nocontact-train");
        try {
            train(folder);
            return Exit.DONE;
        } finally {
            Folders.delete(folder);
        }
    }

    private static void train(Path folder) throws IOException {
        var data = DataFolder.open(folder);
        try (var open = new Server(data, "127.0.0.1", 0, WITHOUT_A_MODEL).open()) {
            if (open == null) {
                throw new Trouble("A new folder is held by another program: start once more.");
            }
            try (var program = Program.running(data)) {
                program.ask("PUT", "/api/v1/rule", Map.of("name", "Sam", "phones", List.of("+1 415 555 0133")));
                program.ask(
                        "POST",
                        "/api/v1/attempts",
                        Map.of("act", "text", "to", "(415) 555-0133", "text", "Are you there?"));
                program.ask("GET", "/api/v1/status", null);
            }
            look(open.site().signInLink());
        }
    }

    /// Follows the links of the pages, as a browser would be led.
    private static void look(URI link) throws IOException {
        var cookies = new CookieManager();
        fetch(link, cookies);
        var known = new LinkedHashSet<>(List.of("/"));
        var ahead = new ArrayDeque<>(known);
        for (var pages = 0; pages < MOST_PAGES && !ahead.isEmpty(); pages++) {
            var found = LINK.matcher(fetch(link.resolve(ahead.remove()), cookies));
            while (found.find()) {
                var path = found.group(1).replace("&amp;", "&");
                if (known.add(path)) {
                    ahead.add(path);
                }
            }
        }
    }

    private static String fetch(URI address, CookieManager cookies) throws IOException {
        var connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
        for (var cookie : cookies.get(address, Map.of()).getOrDefault("Cookie", List.of())) {
            connection.addRequestProperty("Cookie", cookie);
        }
        var status = connection.getResponseCode();
        cookies.put(address, connection.getHeaderFields());
        try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
