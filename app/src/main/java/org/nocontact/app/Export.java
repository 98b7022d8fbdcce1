package org.nocontact.app;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = NoContact.Version.class,
        description = "Writes the whole ledger into a file, as JSON lines in a zip.")
final class Export implements Callable<Integer> {
    @ParentCommand
    private @Nullable NoContact program;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "The file (default: nocontact- and the day, in the present folder).")
    private @Nullable Path to;

    @Override
    public Integer call() {
        var file = to == null ? Path.of("nocontact-" + LocalDate.now(ZoneId.systemDefault()) + ".zip") : to;
        try (var asked = Program.on(Parent.of(program).folder())) {
            asked.ask(
                    "POST",
                    "/local/exports",
                    Map.of("to", file.toAbsolutePath().normalize().toString()));
        }
        System.out.println("Exported to " + file + ". Whoever opens that file can read everything in it.");
        return Exit.DONE;
    }
}
