package org.nocontact.app;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        versionProvider = NoContact.Version.class,
        description = "Erases the whole ledger and the backups beside it, for good.")
final class Erase implements Callable<Integer> {
    private static final String WORD = "erase";

    @ParentCommand
    private @Nullable NoContact program;

    @Option(names = "--yes", description = "Does not ask.")
    private boolean yes;

    @Override
    public Integer call() {
        var folder = Parent.of(program).folder();
        if (!yes && !isConfirmed("Everything in " + folder.path() + " will be gone for good, backups included.")) {
            System.out.println("Nothing was erased.");
            return Exit.DONE;
        }
        try (var asked = Program.on(folder)) {
            asked.ask("DELETE", "/local/ledger", null);
        }
        System.out.println("Everything is erased.");
        return Exit.DONE;
    }

    private static boolean isConfirmed(String warning) {
        var terminal = System.console();
        if (terminal == null || !terminal.isTerminal()) {
            throw Trouble.badUsage("Erasing has to be confirmed on a terminal, or with --yes; nothing was erased.");
        }
        var answer = terminal.readLine("%s%nType “%s” to go on: ", warning, WORD);
        return answer != null && answer.strip().equalsIgnoreCase(WORD);
    }
}
