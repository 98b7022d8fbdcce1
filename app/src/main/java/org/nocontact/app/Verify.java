package org.nocontact.app;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = NoContact.Version.class,
        description = "Checks that every entry of the ledger is as it was written.")
final class Verify implements Callable<Integer> {
    @ParentCommand
    private @Nullable NoContact program;

    @Override
    public Integer call() {
        try (var asked = Program.on(Parent.of(program).folder())) {
            var answer = asked.ask("GET", "/local/verification", null);
            System.out.println("All " + answer.path("entries").longValue() + " entries are as they were written.");
            System.out.println("The last hash is " + answer.path("lastHash").stringValue("")
                    + "; written down elsewhere, it proves later what the ledger held today.");
        }
        return Exit.DONE;
    }
}
