package org.nocontact.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds words of suicide, threat and emergency in languages that cannot be read otherwise.
final class DangerAbroad {
    private static final Pattern WORDS = load();

    private DangerAbroad() {}

    static List<Span> in(String text, String label) {
        var spans = new ArrayList<Span>();
        var matcher = WORDS.matcher(text);
        while (matcher.find()) {
            spans.add(new Span(matcher.start(), matcher.end(), label, Span.Source.CUE, "danger.foreign"));
        }
        return spans;
    }

    private static Pattern load() {
        var file = Objects.requireNonNull(
                DangerAbroad.class.getResourceAsStream("danger-abroad.txt"), "danger-abroad.txt");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            var words = lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t")[1])
                    .distinct()
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"));
            return Pattern.compile(
                    "(?<![\\p{IsLatin}\\p{IsCyrillic}])(?:" + words + ")(?![\\p{IsLatin}])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        } catch (IOException e) {
            throw new UncheckedIOException("danger-abroad.txt cannot be read.", e);
        }
    }
}
