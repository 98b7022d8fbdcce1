package org.nocontact.app;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What the mail guard says of itself in a terminal.
final class MailSteps {
    private MailSteps() {}

    static String line(String name, String result, String more) {
        var mark = switch (result) {
            case "works" -> "works    ";
            case "fails" -> "FAILS    ";
            default -> "not tried";
        };
        return mark + "  " + title(name) + (more.isEmpty() ? "" : ": " + more);
    }

    private static String title(String name) {
        return switch (name) {
            case "answers" -> "The gate answers";
            case "ours" -> "It shows the certificate made on this machine";
            case "signs-in" -> "Your provider takes your user name and password through it";
            case "arrives" -> "A mail to yourself arrives";
            case "holds" -> "A mail that should be held is held";
            case "quiet" -> "Mail from the ex goes to the quiet folder";
            default -> name;
        };
    }

    static String status(JsonNode shown) {
        if (!shown.has("setup")) {
            return "The mail guard is not set up: “nocontact mail setup” does it.";
        }
        var setup = shown.path("setup");
        var state = shown.path("state");
        var lines = new ArrayList<String>();
        lines.add("outgoing  " + outgoing(setup, state));
        lines.add("incoming  " + incoming(setup, state));
        if (!setup.path("sieve").stringValue("").isEmpty()) {
            lines.add("rules     " + watching(state, "rules", "rulesTrouble"));
        }
        lines.add("certificate SHA-256 " + state.path("fingerprint").stringValue(""));
        return String.join("\n", lines);
    }

    private static String outgoing(JsonNode setup, JsonNode state) {
        if (!state.path("open").booleanValue(false)) {
            var trouble = state.path("trouble").stringValue("");
            return trouble.isEmpty()
                    ? "shut; it guards while the program runs (“nocontact serve”)"
                    : "shut: " + trouble;
        }
        var said = List.of(
                "open on 127.0.0.1:"
                        + Math.max(
                                state.path("port").intValue(0),
                                state.path("tlsPort").intValue(0)) + " for "
                        + setup.path("smtp").stringValue(""),
                "last used " + state.path("clientSeen").stringValue("never"),
                state.path("passed").intValue(0) + " passed, "
                        + state.path("allowed").intValue(0) + " allowed, "
                        + state.path("held").intValue(0) + " held",
                state.path("trouble").stringValue(""));
        return String.join("; ", said.stream().filter(part -> !part.isEmpty()).toList());
    }

    private static String incoming(JsonNode setup, JsonNode state) {
        var imap = setup.path("imap").stringValue("");
        return imap.isEmpty()
                ? "not watched"
                : imap + ", quiet folder " + setup.path("quietFolder").stringValue("") + "; "
                        + watching(state, "incoming", "incomingTrouble");
    }

    private static String watching(JsonNode state, String what, String trouble) {
        var more = state.path(trouble).stringValue("");
        var word = switch (state.path(what).stringValue("")) {
            case "ON" -> "watching";
            case "CONNECTING" -> "connecting";
            case "TROUBLE" -> "in trouble";
            default -> "off";
        };
        return more.isEmpty() ? word : word + ": " + more;
    }
}
