package org.nocontact.app;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = NoContact.Version.class,
        description = "Opens the program: shows a link to the page, and answers guards until it is stopped.")
final class Serve implements Callable<Integer> {
    @ParentCommand
    private @Nullable NoContact program;

    @Mixin
    private ServeOptions options = new ServeOptions();

    @Override
    public Integer call() throws Exception {
        return options.serve(Parent.of(program));
    }
}
