package org.nocontact.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The fields of a JSON object, each read as what it has to be. A field that is `null` counts as left out. What does
/// not
/// fit is refused with a sentence that names the field.
final class ApiFields {
    /// In characters.
    static final int LONGEST_TEXT = 1_000_000;

    static final int LONGEST_LINE = 2_000;

    private static final int MOST_IN_A_LIST = 10_000;
    private static final int LONGEST_ECHO = 60;
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*([hd])");
    private static final Pattern HALF_A_PAIR =
            Pattern.compile("[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

    private final ObjectNode json;

    private ApiFields(ObjectNode json) {
        this.json = json;
    }

    /// @param known the fields that there are; any other one is refused
    static ApiFields of(ObjectNode json, String... known) {
        for (var name : json.propertyNames()) {
            if (!Arrays.asList(known).contains(name)) {
                throw wrong("unknown", echo(name), String.join(", ", known));
            }
        }
        return new ApiFields(json);
    }

    boolean has(String name) {
        return find(name) != null;
    }

    /// Text of any number of lines, at most [#LONGEST_TEXT]; empty when it was left out.
    String text(String name) {
        var value = find(name);
        return value == null ? "" : checked(name, value, LONGEST_TEXT);
    }

    /// One line that has to be there, without space around it.
    String line(String name) {
        return needed(name, lineOrNull(name));
    }

    @Nullable
    String lineOrNull(String name) {
        var value = find(name);
        return value == null ? null : lineOf(name, value);
    }

    boolean flag(String name, boolean otherwise) {
        var value = find(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw wrong("flag", name);
        }
        return value.booleanValue();
    }

    /// A whole number of this range; null when it was left out.
    @Nullable
    Integer number(String name, int least, int most) {
        var value = find(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw wrong("number", name, least, most);
        }
        return value.intValue();
    }

    /// One of the words; it has to be there.
    <T> T oneOf(String name, Function<String, Optional<T>> reader, Stream<String> words) {
        return needed(name, oneOfOrNull(name, reader, words));
    }

    <T> @Nullable T oneOfOrNull(String name, Function<String, Optional<T>> reader, Stream<String> words) {
        var word = lineOrNull(name);
        return word == null ? null : read(name, word, reader, words);
    }

    <T> List<T> listOf(String name, Function<String, Optional<T>> reader, Stream<String> words) {
        var known = words.toList();
        return lines(name).stream()
                .map(word -> read(name, word, reader, known.stream()))
                .toList();
    }

    /// One line each; empty when it was left out.
    List<String> lines(String name) {
        return list(name).stream().map(value -> lineOf(name, value)).toList();
    }

    /// Text of any number of lines each; empty when it was left out.
    List<String> texts(String name) {
        return list(name).stream()
                .map(value -> checked(name, value, LONGEST_TEXT))
                .toList();
    }

    List<JsonNode> list(String name) {
        var value = find(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.size() > MOST_IN_A_LIST) {
            throw wrong("list", name, MOST_IN_A_LIST);
        }
        return value.valueStream().toList();
    }

    /// An instant with its offset, such as `2026-11-23T21:40:00+01:00`.
    @Nullable
    Instant instant(String name) {
        return parsed(name, "instant", text -> OffsetDateTime.parse(text).toInstant());
    }

    @Nullable
    LocalDate day(String name) {
        return parsed(name, "day", LocalDate::parse);
    }

    /// `72h`, `3d`, or ISO 8601 such as `PT72H`.
    @Nullable
    Duration duration(String name) {
        return parsed(name, "duration", ApiFields::durationOf);
    }

    private static Duration durationOf(String text) {
        var plain = DURATION.matcher(text);
        if (!plain.matches()) {
            return Duration.parse(text);
        }
        var count = Long.parseLong(plain.group(1));
        return plain.group(2).equals("h") ? Duration.ofHours(count) : Duration.ofDays(count);
    }

    private <T> @Nullable T parsed(String name, String kind, Function<String, T> parser) {
        var text = lineOrNull(name);
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (DateTimeException | ArithmeticException notOne) {
            throw wrong(kind, name);
        }
    }

    private static <T> T read(String name, String word, Function<String, Optional<T>> reader, Stream<String> words) {
        return reader.apply(word).orElseThrow(() -> wrong("choice", name, String.join(", ", words.toList())));
    }

    private static String lineOf(String name, JsonNode value) {
        var line = checked(name, value, LONGEST_LINE).strip();
        if (line.chars().anyMatch(Character::isISOControl)) {
            throw wrong("line", name);
        }
        return line;
    }

    private static String checked(String name, JsonNode value, int longest) {
        if (!value.isString()) {
            throw wrong("text", name);
        }
        var text = value.stringValue();
        if (text.length() > longest) {
            throw wrong("too-long", name, longest);
        }
        // An emoji that was cut in half cannot be stored.
        return HALF_A_PAIR.matcher(text).replaceAll("\ufffd");
    }

    private static <T> T needed(String name, @Nullable T value) {
        if (value == null) {
            throw wrong("missing", name);
        }
        return value;
    }

    private @Nullable JsonNode find(String name) {
        var value = json.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private static ApiRefusal wrong(String kind, Object... values) {
        return new ApiRefusal(422, "field." + kind, values);
    }

    /// A name that a stranger chose, short and without control characters.
    static String echo(String name) {
        var plain = name.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= LONGEST_ECHO ? plain : plain.substring(0, LONGEST_ECHO) + "…";
    }
}
