package org.nocontact.app;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        versionProvider = NoContact.Version.class,
        description = "Makes a dated copy of the ledger in the data folder, checked, beside the earlier ones.")
final class Backup implements Callable<Integer> {
    @ParentCommand
    private @Nullable NoContact program;

    @Override
    public Integer call() {
        try (var asked = Program.on(Parent.of(program).folder())) {
            var answer = asked.ask("POST", "/local/backups", Map.of());
            System.out.println("Backed up to " + answer.path("file").stringValue(""));
        }
        return Exit.DONE;
    }
}
