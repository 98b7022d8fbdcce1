package org.nocontact.app;

import java.io.Console;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Asks in a terminal for what the mail guard needs, with what is known about the provider as a proposal.
final class MailQuestions {
    private static final String[] OFFERED = {
        "smtp", "smtpTls", "listen", "listenTls", "imap", "imapTls", "sieve", "sieveTls", "user"
    };

    private final Console console;
    private final Program program;

    MailQuestions(Console console, Program program) {
        this.console = console;
        this.program = program;
    }

    /// The body of the call that sets the guard up.
    Map<String, Object> ask() {
        var address = line("Your e-mail address", "");
        var found = find(address);
        var wanted = new LinkedHashMap<String, Object>();
        if (found == null) {
            wanted.put("smtp", line("Your provider’s server for sending, as name:port", ""));
            wanted.put("smtpTls", line("Its encryption (tls, starttls)", "tls"));
            wanted.put("imap", line("The server for reading, as name:port; empty to guard only what goes out", ""));
            wanted.put("imapTls", line("Its encryption (tls, starttls)", "tls"));
            wanted.put("user", line("Your user name there", address));
        } else {
            take(found, wanted);
        }
        MailCommands.putPort(wanted, Integer.parseInt(port()), "starttls");
        if (!String.valueOf(wanted.getOrDefault("imap", "")).isEmpty()) {
            wanted.put("password", password(found));
            wanted.put("quietFolder", line("The folder for their mail", "Quiet"));
        }
        wanted.put("emergencyWord", line("A word that lets a mail through in an emergency; empty for none", ""));
        return wanted;
    }

    private @Nullable JsonNode find(String address) {
        var known = program.ask("POST", "/local/mail/proposals", Map.of("address", address, "ask", false));
        if (!known.has("setup")
                && line("Ask your provider for its servers? (yes, no)", "yes").startsWith("y")) {
            known = program.ask("POST", "/local/mail/proposals", Map.of("address", address, "ask", true));
        }
        if (!known.has("setup")) {
            console.printf("Nothing was found; your provider’s help pages name its servers.%n");
            return null;
        }
        var setup = known.path("setup");
        console.printf(
                "Found (%s):%n  sending  %s (%s)%n  reading  %s (%s)%n",
                known.path("source").stringValue(""),
                setup.path("smtp").stringValue(""),
                setup.path("smtpTls").stringValue(""),
                setup.path("imap").stringValue("none that can be watched"),
                setup.path("imapTls").stringValue(""));
        return line("Is that right? (yes, no)", "yes").startsWith("y") ? known : null;
    }

    private static void take(JsonNode found, Map<String, Object> wanted) {
        for (var name : OFFERED) {
            var value = found.path("setup").path(name);
            if (value.isString() && !value.stringValue().isEmpty()) {
                wanted.put(name, value.stringValue());
            }
        }
    }

    private String password(@Nullable JsonNode found) {
        if (found != null && found.path("signIn").stringValue("").equals("app")) {
            console.printf("Your provider wants a password made for this program: its security page makes one.%n");
        }
        var typed = console.readPassword("Password for reading: ");
        return typed == null ? "" : new String(typed);
    }

    private String port() {
        var port = line("The port on this machine for your mail program", "8425");
        return port.matches("\\d{1,5}") ? port : "0";
    }

    private String line(String question, String usual) {
        var answer = console.readLine("%s%s: ", question, usual.isEmpty() ? "" : " [" + usual + "]");
        return answer == null || answer.isBlank() ? usual : answer.strip();
    }
}
