package org.nocontact.app;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Requests as nobody writes them who means well: to a known route, by somebody who may come in or not, with values
/// that
/// break careless readers, and now and then with broken HTTP around them.
final class HostileRequests {
    private static final List<String> VALUES = List.of(
            ("||\0| |'|\"|\"><script>alert(1)</script>|' onfocus='|{0} {1} '{'|${frame}|@raw|%|%zz|%00|%c0%ae%c0%ae|../..|"
                            + "'; drop table entry; --|null|true|[]|{}|-1|0|1|2|3|5|8|13|21|1.5|1e309|NaN|9223372036854775807|"
                            + "9223372036854775808|-9223372036854775809|00000000000000000001|٣|2026-02-30|0000-00-00|"
                            + "9999-12-31|+999999999-12-31|-999999999-01-01|2026-11-01|1970-01-01T00:00:00Z|"
                            + "+1000000000-12-31T23:59:59.999999999Z|2026-11-25T25:61:61+99:99|25:61|12:30|72h|0h|-5h|999999d|"
                            + "text|call|email|look|dance|indefinite|limited|work|children|practical|wants-back|boundary|"
                            + "reason|friend|exit|kept|contacted|start-again|keep-going|yes|on|de|en|xx|Sam|"
                            + "sam@example.org|\"a\\\"b\"@[IPv6:::1]|@relay:sam%x@y!z|+14155550133|(415) 555-0133|tel:+|"
                            + "https://instagram.com/%73am?x=1#y|https://[::1|//|javascript:alert(1)|"
                            + "\u202Enettirw\u2066|\uFEFF|\uFFFF|🏴󠁧󠁢󠁳󠁣󠁴󠁿|é|ß|İ|a\nb\r\nc|a\u2028b|Europe/Berlin|Nowhere/Land|"
                            + "https://example.org/|dark|light|20|168|2160")
                    .split("\\|", -1));

    private static final List<String> BODIES = List.of(
            "",
            "{",
            "[",
            "[]",
            "null",
            "{}{}",
            "{\"a\":",
            "\"\\ud800\"",
            "{\"act\":\"text\",\"act\":\"call\"}",
            "=&=&&;",
            "%",
            "a=%zz");

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/x-www-form-urlencoded",
            "text/plain",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/json; charset=klingon",
            "application/json; charset=UTF-16",
            "application/x-www-form-urlencoded; charset=UTF-7",
            ";;;",
            "");

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "BREW");

    private static final List<String> HEADERS = List.of(
            "Cookie: nocontact=; nocontact=x; =; ;",
            "Accept-Language: de;q=x, *;q=9, \u00ff",
            "Accept-Language: " + "a-".repeat(2_000) + "b",
            "Content-Encoding: gzip",
            "Expect: 200-maybe",
            "Expect: 100-continue",
            "Range: bytes=9-1",
            "Sec-Fetch-Site: cross-site",
            "Origin: null",
            "Host: evil.example",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: x, chunked",
            "Content-Length: 7",
            "Content-Length: -1",
            "Content-Length: 99999999999999999999",
            "Authorization: Bearer",
            "Authorization: Basic \u00fc:",
            "If-Modified-Since: yesterday",
            "X-Forwarded-For: 127.0.0.1",
            "Upgrade: h2c",
            "no colon at all",
            ": no name",
            " folded: line");

    private final List<String> routes;
    private final List<String> fields;
    private final Person person;
    private final Path folder;

    /// Somebody who may come in.
    ///
    /// @param host the authority that the program answers to
    record Person(String host, String cookie, String formToken, String token) {}

    /// @param routes as [org.nocontact.web.Site#routes]
    /// @param fields names of fields that forms and calls have
    /// @param folder where files may be written
    HostileRequests(List<String> routes, List<String> fields, Person person, Path folder) {
        this.routes = routes;
        this.fields = fields;
        this.person = person;
        this.folder = folder;
    }

    /// The bytes of one request to the route that comes next, then all others before it comes again.
    byte[] request(int number, Random random) {
        var route = routes.get(number % routes.size()).split(" ");
        var method = oneIn(20, random) ? any(METHODS, random) : route[0];
        var body = method.equals("GET") && !oneIn(10, random) ? new byte[0] : body(route[1], random);
        var lines = new ArrayList<String>();
        lines.add(method + " " + target(route[1], random) + (oneIn(60, random) ? " HTTP/9.9" : " HTTP/1.1"));
        lines.add("Host: " + person.host);
        lines.add("Connection: close");
        if (!oneIn(8, random)) {
            lines.add("Cookie: nocontact=" + person.cookie);
            lines.add("Origin: http://" + person.host);
        }
        if (!oneIn(8, random)) {
            lines.add("Authorization: Bearer " + person.token);
        }
        if (body.length > 0) {
            lines.add("Content-Type: " + (oneIn(10, random) ? any(TYPES, random) : usualType(route[1])));
            lines.add("Content-Length: " + (oneIn(30, random) ? random.nextInt(2 * body.length + 2) : body.length));
        }
        if (oneIn(10, random)) {
            lines.add(1 + random.nextInt(lines.size()), any(HEADERS, random));
        }
        return bytes(String.join("\r\n", lines) + "\r\n\r\n", body);
    }

    private static byte[] bytes(String head, byte[] body) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }

    private String target(String path, Random random) {
        var filled = new StringBuilder();
        for (var part : path.substring(1).split("/", -1)) {
            var hole = part.contains("{") || part.equals("*");
            filled.append('/').append(hole ? inAPath(any(VALUES, random), random) : part);
        }
        if (!oneIn(3, random)) {
            return filled.toString();
        }
        var query = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(_ -> field(random) + "=" + inAPath(any(VALUES, random), random))
                .collect(Collectors.joining("&"));
        return filled + "?" + query;
    }

    /// Encoded as it should be, or as it is where that can stand in a request line.
    private static String inAPath(String value, Random random) {
        return oneIn(4, random) && value.chars().allMatch(c -> c > ' ' && c < 127)
                ? value
                : URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private byte[] body(String path, Random random) {
        if (oneIn(15, random)) {
            return any(BODIES, random).getBytes(StandardCharsets.UTF_8);
        }
        if (oneIn(30, random)) {
            var noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            return noise;
        }
        return (isForMachines(path) ? json(path, random) : form(random)).getBytes(StandardCharsets.UTF_8);
    }

    private String form(Random random) {
        var form = new StringBuilder("csrf=" + (oneIn(15, random) ? "stale" : person.formToken));
        for (var count = random.nextInt(8); count > 0; count--) {
            form.append('&')
                    .append(URLEncoder.encode(field(random), StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(value(random), StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    private String json(String path, Random random) {
        // Files are written and read only where a test may.
        if (path.equals("/local/exports") || path.equals("/local/imports")) {
            return text(Map.of(
                    path.endsWith("exports") ? "to" : "from",
                    folder.resolve("file " + random.nextInt(3)).toString()));
        }
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(_ -> "\"" + field(random).replaceAll("[\"\\\\\\p{Cntrl}]", "") + "\":" + jsonValue(random))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String jsonValue(Random random) {
        return switch (random.nextInt(10)) {
            case 0 ->
                any(
                        List.of(
                                "null",
                                "true",
                                "-0",
                                "1e9999",
                                "9".repeat(400),
                                "[[[[]]]]",
                                "{\"a\":{}}",
                                "\"\\ud83d\""),
                        random);
            case 1 -> "[" + text(value(random)) + "," + text(value(random)) + "]";
            default -> text(value(random));
        };
    }

    private String value(Random random) {
        if (oneIn(40, random)) {
            return "aé".repeat(1 + random.nextInt(20_000));
        }
        return oneIn(12, random) ? any(VALUES, random) + any(VALUES, random) : any(VALUES, random);
    }

    private String field(Random random) {
        return oneIn(12, random) ? any(VALUES, random) : any(fields, random);
    }

    private static String usualType(String path) {
        return isForMachines(path) ? "application/json" : "application/x-www-form-urlencoded";
    }

    private static String text(Object value) {
        return new String(Json.write(value), StandardCharsets.UTF_8);
    }

    private static boolean isForMachines(String path) {
        return path.startsWith("/api/") || path.startsWith("/local/") || path.startsWith("/guard/");
    }

    private static boolean oneIn(int count, Random random) {
        return random.nextInt(count) == 0;
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
