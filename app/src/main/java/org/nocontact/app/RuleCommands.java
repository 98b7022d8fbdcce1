package org.nocontact.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "rule",
        mixinStandardHelpOptions = true,
        versionProvider = NoContact.Version.class,
        description = "Shows or sets the rule.",
        subcommands = {RuleShow.class, RuleSet.class})
final class RuleCommands implements Runnable {
    @ParentCommand
    private @Nullable NoContact program;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(new CommandLine(Parent.of(spec)), "A command is missing: show or set");
    }

    Program open() {
        return Program.on(Parent.of(program).folder());
    }
}
