package org.nocontact.app;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Clause;
import org.nocontact.core.LedgerFault;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        versionProvider = NoContact.Version.class,
        description = {
            "Asks the gate about one attempt and prints its verdict as JSON.",
            "Exit code 0 when it passes or is allowed, 3 when it is held."
        })
final class Ask implements Callable<Integer> {
    @ParentCommand
    private @Nullable NoContact program;

    @Option(
            names = "--act",
            required = true,
            paramLabel = "ACT",
            description = "One of text, call, picture, email, like, comment, through-someone, in-person, look.")
    private String act = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "HANDLE",
            description = "Whom it would reach: an address, a number, a profile, a name.")
    private String to = "";

    @Option(names = "--text", paramLabel = "TEXT", description = "What would be said.")
    private @Nullable String text;

    @Option(names = "--emergency", description = "Someone's life, health or safety is at stake. Never held.")
    private boolean emergency;

    @Override
    public Integer call() {
        var body = new LinkedHashMap<String, Object>(Map.of("act", act, "to", to, "emergency", emergency));
        if (text != null) {
            body.put("text", text);
        }
        var answer = decide(body);
        System.out.println(Json.show(answer));
        return answer.path("verdict").stringValue("").equals("hold") ? Exit.HELD : Exit.DONE;
    }

    /// An emergency is never held, not even when the ledger cannot be opened.
    private JsonNode decide(Map<String, Object> body) {
        try (var asked = Program.on(Parent.of(program).folder())) {
            return asked.ask("POST", "/api/v1/attempts", body);
        } catch (LedgerFault fault) {
            if (!emergency) {
                throw fault;
            }
            LoggerFactory.getLogger(Ask.class).error("An emergency was allowed and could not be written down", fault);
            var clause = new Clause.Emergency();
            return Json.read(Json.write(new Allowed("allow", clause.id(), clause.why(Locale.ENGLISH))));
        }
    }

    /// As the program would answer, in the same order.
    private record Allowed(String verdict, String clause, String why) {}
}
