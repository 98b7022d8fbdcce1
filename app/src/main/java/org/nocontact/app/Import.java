package org.nocontact.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        versionProvider = NoContact.Version.class,
        description = "Takes an export in where nothing is kept yet: all of it, or nothing.")
final class Import implements Callable<Integer> {
    @ParentCommand
    private @Nullable NoContact program;

    @Parameters(paramLabel = "FILE", description = "What “nocontact export” wrote.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        try (var asked = Program.on(Parent.of(program).folder())) {
            var from = file.toAbsolutePath().normalize().toString();
            var answer = asked.ask("POST", "/local/imports", Map.of("from", from));
            System.out.println("Imported " + answer.path("entries").longValue() + " entries.");
        }
        return Exit.DONE;
    }
}
