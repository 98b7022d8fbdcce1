package org.nocontact.app;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A rule, and what was changed about it, as lines to read.
final class RuleText {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private RuleText() {}

    /// @param rule as `GET /api/v1/rule` gives it
    static List<String> lines(JsonNode rule) {
        var lines = new ArrayList<String>();
        line(lines, "Name", rule.path("name").stringValue(""));
        line(lines, "Since", moment(rule.path("since").stringValue("")));
        line(lines, "Kind", rule.path("kind").stringValue(""));
        line(lines, "Topics", list(rule.path("topics")));
        line(lines, "Holds", list(rule.path("acts")));
        line(lines, "Also named", list(rule.path("names")));
        line(lines, "E-mail", list(rule.path("emails")));
        line(lines, "Phone", list(rule.path("phones")));
        line(lines, "Profiles", list(rule.path("profiles")));
        line(
                lines,
                "Go-betweens",
                rule.path("goBetweens")
                        .valueStream()
                        .map(one -> one.path("name").stringValue(""))
                        .collect(Collectors.joining(", ")));
        line(lines, "Cooling-off", rule.path("coolingOff").stringValue(""));
        line(lines, "An answer waits", rule.path("replyPause").stringValue(""));
        line(lines, "Practice", rule.path("practice").booleanValue(false) ? "yes, nothing is held" : "");
        rule.path("reasons").forEach(reason -> line(lines, "Reason", reason.stringValue("")));
        lines.addAll(waiting(rule.path("waiting")));
        return lines;
    }

    /// @param waiting as `waiting` of a rule, or of a change
    static List<String> waiting(JsonNode waiting) {
        return waiting.valueStream()
                .flatMap(one -> one.path("changes").valueStream().map(change -> waits(one, change)))
                .toList();
    }

    private static String waits(JsonNode one, JsonNode change) {
        var until = one.path("ready").booleanValue(false)
                ? "can be confirmed now, on the page"
                : "can be confirmed from " + moment(one.path("until").stringValue("")) + ", on the page";
        return "Waits: " + change.path("what").stringValue("") + " It " + until + ".";
    }

    private static String list(JsonNode list) {
        return list.valueStream().map(one -> one.stringValue("")).collect(Collectors.joining(", "));
    }

    private static String moment(String instant) {
        return instant.isEmpty()
                ? ""
                : Instant.parse(instant).atZone(ZoneId.systemDefault()).format(MOMENT);
    }

    private static void line(List<String> lines, String name, String value) {
        if (!value.isEmpty()) {
            lines.add(name + ": " + value);
        }
    }
}
