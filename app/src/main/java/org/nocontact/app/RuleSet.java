package org.nocontact.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "set",
        mixinStandardHelpOptions = true,
        versionProvider = NoContact.Version.class,
        description = {
            "Begins the rule, or changes it. What tightens is done at once; what loosens waits for the cooling-off time and"
                    + " is then asked about once more on the page.",
            "What you leave out stays as it is. An option that can be given several times is the whole list of its sort:"
                    + " an address that was there before and is not named now is asked to be taken out."
        })
final class RuleSet implements Callable<Integer> {
    @ParentCommand
    private @Nullable RuleCommands rule;

    @Option(names = "--name", paramLabel = "NAME", description = "What you call the person. Needed to begin.")
    private @Nullable String name;

    @Option(names = "--email", paramLabel = "ADDRESS", description = "An e-mail address of theirs. Several.")
    private @Nullable List<String> emails;

    @Option(names = "--phone", paramLabel = "NUMBER", description = "A telephone number of theirs. Several.")
    private @Nullable List<String> phones;

    @Option(names = "--profile", paramLabel = "URL", description = "A profile of theirs. Several.")
    private @Nullable List<String> profiles;

    @Option(
            names = "--go-between",
            paramLabel = "NAME",
            description = "Someone through whom contact could run. Several.")
    private @Nullable List<String> goBetweens;

    @Option(names = "--kind", paramLabel = "KIND", description = "indefinite or limited.")
    private @Nullable String kind;

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description = "What a limited rule leaves open: work, children, home, money, belongings, legal. Several.")
    private @Nullable List<String> topics;

    @Option(
            names = "--act",
            paramLabel = "ACT",
            description = "What the rule holds, all nine at first: text, call, picture, email, like, comment,"
                    + " through-someone, in-person, look. Several.")
    private @Nullable List<String> acts;

    @Option(
            names = "--cooling-off",
            paramLabel = "TIME",
            description = "How long a loosening waits, such as 72h or 5d.")
    private @Nullable String coolingOff;

    @Option(
            names = "--reply-pause",
            paramLabel = "TIME",
            description = "How long an answer to what they send waits, such as 12h.")
    private @Nullable String replyPause;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, in your own words. Several.")
    private @Nullable List<String> reasons;

    @Option(
            names = "--last-contact",
            paramLabel = "DATE",
            description = "The day of the last contact, such as 2026-11-23; taken when the rule begins.")
    private @Nullable String lastContact;

    @Option(
            names = "--practice",
            negatable = true,
            description = "Only says what would have been held; --no-practice lets the rule hold.")
    private @Nullable Boolean practice;

    @Option(names = "--json", description = "Prints the answer as JSON, as the HTTP interface gives it.")
    private boolean json;

    @Override
    public Integer call() {
        var wanted = wanted();
        if (wanted.isEmpty()) {
            throw Trouble.badUsage("Nothing was set: say what, such as --name; “nocontact rule set --help” lists all.");
        }
        try (var asked = Parent.of(rule).open()) {
            var answer = asked.ask("PUT", "/api/v1/rule", wanted);
            if (json) {
                System.out.println(Json.show(answer));
                return Exit.DONE;
            }
            if (answer.path("begun").booleanValue(false)) {
                System.out.println("The rule has begun.");
            }
            answer.path("done")
                    .forEach(done ->
                            System.out.println("Done: " + done.path("what").stringValue("")));
            RuleText.waiting(answer.path("waiting")).forEach(System.out::println);
        }
        return Exit.DONE;
    }

    private Map<String, Object> wanted() {
        var wanted = new LinkedHashMap<String, Object>();
        put(wanted, "name", name);
        put(wanted, "emails", listed(emails));
        put(wanted, "phones", listed(phones));
        put(wanted, "profiles", listed(profiles));
        put(wanted, "goBetweens", listed(goBetweens));
        put(wanted, "kind", kind);
        put(wanted, "topics", listed(topics));
        put(wanted, "acts", listed(acts));
        put(wanted, "coolingOff", coolingOff);
        put(wanted, "replyPause", replyPause);
        put(wanted, "reasons", listed(reasons));
        put(wanted, "lastContact", lastContact);
        put(wanted, "practice", practice);
        return wanted;
    }

    /// An option with nothing behind it, as in `--email=`, empties its list.
    private static @Nullable List<String> listed(@Nullable List<String> given) {
        return given == null
                ? null
                : given.stream().filter(one -> !one.isBlank()).toList();
    }

    private static void put(Map<String, Object> wanted, String field, @Nullable Object value) {
        if (value != null) {
            wanted.put(field, value);
        }
    }
}
