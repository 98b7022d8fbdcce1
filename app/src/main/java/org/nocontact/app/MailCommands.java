package org.nocontact.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// The guard on e-mail: sets it up, tries it, says how it is.
@Command(
        name = "mail",
        mixinStandardHelpOptions = true,
        versionProvider = NoContact.Version.class,
        description = "Guards e-mail: holds what would go to the ex, and takes in quietly what comes.")
final class MailCommands implements Runnable {
    private static final int LARGEST_PORT = 65_535;

    @ParentCommand
    private @Nullable NoContact program;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                new CommandLine(Parent.of(spec)), "A command is missing: setup, test, status or forget");
    }

    private Program open() {
        return Program.on(Parent.of(program).folder());
    }

    @Command(
            mixinStandardHelpOptions = true,
            versionProvider = NoContact.Version.class,
            description = {
                "Sets the mail guard up. Without --smtp it asks, where there is a terminal.",
                "Afterwards your mail program sends to the port on this machine instead of to your provider."
            })
    int setup(
            @Option(names = "--smtp", paramLabel = "HOST:PORT", description = "Where your provider takes mail.")
                    @Nullable
                    String smtp,
            @Option(
                            names = "--smtp-tls",
                            paramLabel = "TLS",
                            defaultValue = "tls",
                            description = "none (only to this machine), starttls or tls (default: tls).")
                    String smtpTls,
            @Option(
                            names = "--listen",
                            paramLabel = "PORT",
                            defaultValue = "8425",
                            description = "The port on this machine for your mail program (default: 8425).")
                    int listen,
            @Option(
                            names = "--listen-tls",
                            paramLabel = "TLS",
                            defaultValue = "starttls",
                            description =
                                    "How that port is encrypted: starttls, which also takes none, or tls (default: starttls).")
                    String listenTls,
            @Option(
                            names = "--imap",
                            paramLabel = "HOST:PORT",
                            description = "Where your mail comes in; without it only what goes out is guarded.")
                    @Nullable
                    String imap,
            @Option(
                            names = "--imap-tls",
                            paramLabel = "TLS",
                            defaultValue = "tls",
                            description = "As --smtp-tls (default: tls).")
                    String imapTls,
            @Option(
                            names = "--sieve",
                            paramLabel = "HOST:PORT",
                            description = "Where your provider keeps mail rules (ManageSieve), if it does.")
                    @Nullable
                    String sieve,
            @Option(
                            names = "--sieve-tls",
                            paramLabel = "TLS",
                            defaultValue = "starttls",
                            description = "As --smtp-tls (default: starttls).")
                    String sieveTls,
            @Option(
                            names = "--user",
                            paramLabel = "NAME",
                            description = "Your user name at the provider, to watch what comes in.")
                    @Nullable
                    String user,
            @Option(
                            names = "--password-file",
                            paramLabel = "FILE",
                            description = "A file whose first line is your password there.")
                    @Nullable
                    Path passwordFile,
            @Option(
                            names = "--trust",
                            paramLabel = "PEM",
                            description = "A file of certificates to trust besides the usual ones.")
                    @Nullable
                    Path trust,
            @Option(
                            names = "--quiet-folder",
                            paramLabel = "NAME",
                            defaultValue = "Quiet",
                            description = "Where mail of the ex goes (default: Quiet).")
                    String quietFolder,
            @Option(
                            names = "--emergency-word",
                            paramLabel = "WORD",
                            description = "A mail with this word in its subject is never held.")
                    @Nullable
                    String emergencyWord,
            @Option(
                            names = "--calm",
                            paramLabel = "FROM-UNTIL",
                            defaultValue = "07:00-22:00",
                            description = "When to be told of what can wait (default: 07:00-22:00).")
                    String calm) {
        if (smtp == null) {
            return ask();
        }
        var wanted = new LinkedHashMap<String, Object>();
        wanted.put("smtp", smtp);
        wanted.put("smtpTls", smtpTls);
        putPort(wanted, listen, listenTls);
        put(wanted, "imap", imap);
        wanted.put("imapTls", imapTls);
        put(wanted, "sieve", sieve);
        wanted.put("sieveTls", sieveTls);
        put(wanted, "user", user);
        put(wanted, "password", passwordFile == null ? null : firstLine(passwordFile));
        put(wanted, "trust", trust == null ? null : text(trust));
        wanted.put("quietFolder", quietFolder);
        put(wanted, "emergencyWord", emergencyWord);
        putCalm(wanted, calm);
        return setUp(wanted);
    }

    private int ask() {
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            throw Trouble.badUsage("Without a terminal to ask in, say at least --smtp: “nocontact mail setup --help”"
                    + " has all options.");
        }
        try (var asked = open()) {
            var wanted = new MailQuestions(console, asked).ask();
            return said(asked.ask("PUT", "/local/mail", wanted));
        }
    }

    private int setUp(Map<String, Object> wanted) {
        try (var asked = open()) {
            return said(asked.ask("PUT", "/local/mail", wanted));
        }
    }

    private static int said(JsonNode shown) {
        var setup = shown.path("setup");
        var tls = setup.path("listenTls").intValue(0);
        System.out.println("The mail guard is set up. In your mail program, change the server for sending:");
        System.out.println("  server    127.0.0.1");
        System.out.println(
                "  port      " + (tls > 0 ? tls : setup.path("listen").intValue(0)));
        System.out.println("  security  " + (tls > 0 ? "SSL/TLS" : "STARTTLS"));
        System.out.println("Leave the user name, the password and the way of signing in as they are.");
        System.out.println("It shows a certificate that was made on this machine. Its SHA-256 is");
        System.out.println("  " + shown.path("state").path("fingerprint").stringValue(""));
        System.out.println("“nocontact mail test” tries it.");
        return Exit.DONE;
    }

    @Command(
            mixinStandardHelpOptions = true,
            versionProvider = NoContact.Version.class,
            description = {
                "Tries the mail guard: a mail to yourself, and one to an address that stands for the ex and leads nowhere.",
                "Nothing goes to the ex."
            })
    int test() {
        try (var asked = open()) {
            var failed = false;
            for (var step : asked.ask("POST", "/local/mail/tests", Map.of()).path("steps")) {
                var result = step.path("result").stringValue("");
                var more = step.path("more").stringValue("");
                failed |= result.equals("fails");
                System.out.println(MailSteps.line(step.path("name").stringValue(""), result, more));
            }
            return failed ? Exit.FAULT : Exit.DONE;
        }
    }

    @Command(
            mixinStandardHelpOptions = true,
            versionProvider = NoContact.Version.class,
            description = "Says how the mail guard is.")
    int status(@Option(names = "--json", description = "As JSON.") boolean json) {
        try (var asked = open()) {
            var shown = asked.ask("GET", "/local/mail", null);
            System.out.println(json ? Json.show(shown) : MailSteps.status(shown));
        }
        return Exit.DONE;
    }

    @Command(
            mixinStandardHelpOptions = true,
            versionProvider = NoContact.Version.class,
            description = "Takes the mail guard away: its password, its settings, its rule at the provider.")
    int forget() {
        try (var asked = open()) {
            asked.ask("DELETE", "/local/mail", null);
        }
        System.out.println("The mail guard is taken away. Set the server for sending in your mail program back to your"
                + " provider’s.");
        return Exit.DONE;
    }

    static void putPort(Map<String, Object> wanted, int port, String tls) {
        if (port < 1 || port > LARGEST_PORT) {
            throw Trouble.badUsage("A port is a number from 1 to 65535: choose another one with --listen.");
        }
        switch (tls) {
            case "tls" -> wanted.put("listenTls", port);
            case "starttls", "none" -> wanted.put("listen", port);
            default -> throw Trouble.badUsage("--listen-tls is one of none, starttls and tls.");
        }
    }

    private static void putCalm(Map<String, Object> wanted, String calm) {
        var times = calm.split("-", 2);
        if (times.length != 2) {
            throw Trouble.badUsage("--calm is written as 18:00-20:00.");
        }
        wanted.put("calmFrom", times[0].strip());
        wanted.put("calmUntil", times[1].strip());
    }

    private static void put(Map<String, Object> wanted, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            wanted.put(name, value);
        }
    }

    private static String firstLine(Path file) {
        return text(file).lines().findFirst().orElse("");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new Trouble(file + " cannot be read: look whether it is there and is yours.", unreadable);
        }
    }
}
