package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/// The files that never change while the program runs: styles, scripts, icons. Each has an address with a hash of its
/// content, so
/// browsers may keep it.
final class StaticFiles implements Routes {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "txt", "text/plain; charset=utf-8");
    private static final String[] NAMES = {
        "nocontact.css",
        "exit.js",
        "wait.js",
        "icons.svg",
        "mark.svg",
        "icon-192.png",
        "icon-512.png",
        "LICENSE-lucide.txt"
    };
    private static final Map<String, byte[]> FILES = load();
    private static final Map<String, String> ADDRESSES = addresses();

    static String address(String name) {
        var address = ADDRESSES.get(name);
        if (address == null) {
            throw new IllegalArgumentException("No such file: " + name);
        }
        return address;
    }

    @Override
    public void on(RoutesConfig routes) {
        routes.get("/static/{name}", StaticFiles::send);
        routes.get("/favicon.ico", ctx -> ctx.redirect(address("mark.svg")));
    }

    private static void send(Context ctx) {
        var name = ctx.pathParam("name");
        var file = FILES.get(name);
        if (file == null) {
            throw new NotFound(ctx.path());
        }
        ctx.contentType(TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream"));
        ctx.header("Cache-Control", "private, max-age=31536000, immutable");
        ctx.result(file);
    }

    private static Map<String, byte[]> load() {
        var files = new TreeMap<String, byte[]>();
        for (var name : NAMES) {
            try (var stream = StaticFiles.class.getResourceAsStream("static/" + name)) {
                if (stream == null) {
                    throw new IllegalStateException("The program lacks its file " + name);
                }
                files.put(name, stream.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private static Map<String, String> addresses() {
        var addresses = new TreeMap<String, String>();
        FILES.forEach((name, file) ->
                addresses.put(name, "/static/" + name + "?v=" + Integer.toHexString(java.util.Arrays.hashCode(file))));
        return addresses;
    }
}
