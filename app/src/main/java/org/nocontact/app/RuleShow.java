package org.nocontact.app;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = NoContact.Version.class,
        description = "Shows the rule in force and what waits to loosen it.")
final class RuleShow implements Callable<Integer> {
    @ParentCommand
    private @Nullable RuleCommands rule;

    @Option(names = "--json", description = "As JSON, as the HTTP interface gives it.")
    private boolean json;

    @Override
    public Integer call() {
        try (var asked = Parent.of(rule).open()) {
            var answer = asked.ask("GET", "/api/v1/rule", null);
            if (json) {
                System.out.println(Json.show(answer));
            } else {
                RuleText.lines(answer).forEach(System.out::println);
            }
        }
        return Exit.DONE;
    }
}
