package org.nocontact.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.PersonName;

/// Reads the fields of a form and remembers, per field, what is wrong with it. A method that cannot read its field
/// returns null and
/// leaves an error; a page looks at [#isRight()] before it acts, and is shown again with the errors otherwise.
final class Form {
    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_LINES = 100;
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*\\n\\s*");

    private final Visit visit;
    private final Map<String, String> errors = new LinkedHashMap<>();

    Form(Visit visit) {
        this.visit = visit;
    }

    boolean isRight() {
        return errors.isEmpty();
    }

    /// Field to sentence, in the order in which the fields were read; several sentences stand one a line.
    Map<String, String> errors() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(errors));
    }

    /// @param key the text to show, such as `form.needed`
    void wrong(String field, String key, Object... values) {
        errors.putIfAbsent(field, visit.t().say(key, values));
    }

    /// A sentence that is plain already.
    void saying(String field, String sentence) {
        errors.putIfAbsent(field, sentence);
    }

    /// Adds a sentence to what is wrong with the field already.
    void alsoWrong(String field, String key, Object... values) {
        errors.merge(field, visit.t().say(key, values), (before, added) -> before + "\n" + added);
    }

    /// As it was typed, without surrounding space; may be empty.
    String text(String field) {
        return visit.field(field);
    }

    String needed(String field) {
        var text = text(field);
        if (text.isEmpty()) {
            wrong(field, "form.needed");
        } else if (text.length() > LONGEST_LINE) {
            wrong(field, "form.too-long", LONGEST_LINE);
        }
        return text;
    }

    /// A name that can stand in a contact list.
    String name(String field) {
        var name = needed(field);
        if (!name.isEmpty() && !isAName(name)) {
            wrong(field, "form.name");
        }
        return name;
    }

    static boolean isAName(String text) {
        try {
            return !new PersonName(text).name().isEmpty();
        } catch (IllegalArgumentException notAName) {
            return false;
        }
    }

    /// What stands in the field one a line, blank lines left out.
    List<String> lines(String field) {
        return atMost(field, LINE_END.splitAsStream(text(field)));
    }

    /// What stands in the field with a blank line between two.
    List<String> paragraphs(String field) {
        return atMost(field, BLANK_LINE.splitAsStream(text(field).replace("\r\n", "\n")));
    }

    private List<String> atMost(String field, Stream<String> parts) {
        var read = parts.map(String::strip).filter(part -> !part.isEmpty()).toList();
        if (read.size() > MOST_LINES) {
            wrong(field, "form.too-many", MOST_LINES);
        }
        if (read.stream().anyMatch(part -> part.length() > LONGEST_LINE)) {
            wrong(field, "form.too-long", LONGEST_LINE);
        }
        return read.stream()
                .filter(part -> part.length() <= LONGEST_LINE)
                .limit(MOST_LINES)
                .toList();
    }

    /// A field that may be left empty, at most one line long.
    String line(String field) {
        var text = text(field);
        if (text.length() > LONGEST_LINE) {
            wrong(field, "form.too-long", LONGEST_LINE);
        }
        return text;
    }

    @Nullable
    LocalDate day(String field) {
        try {
            return LocalDate.parse(text(field));
        } catch (DateTimeException notADay) {
            wrong(field, "form.day");
            return null;
        }
    }

    @Nullable
    LocalTime time(String field) {
        try {
            return LocalTime.parse(text(field));
        } catch (DateTimeException notATime) {
            wrong(field, "form.time");
            return null;
        }
    }

    /// One of the constants, by its name in lower case with hyphens.
    <E extends Enum<E>> @Nullable E oneOf(String field, Class<E> type) {
        var name = text(field).toUpperCase(Locale.ROOT).replace('-', '_');
        var found = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(null);
        if (found == null) {
            wrong(field, "form.choice");
        }
        return found;
    }

    /// A strength from 0 to 10; null without an error when the field was left out.
    @Nullable
    Integer strength(String field) {
        var text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d|10")) {
            wrong(field, "form.strength");
            return null;
        }
        return Integer.valueOf(text);
    }
}
