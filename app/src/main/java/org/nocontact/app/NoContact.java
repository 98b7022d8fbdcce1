package org.nocontact.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocontact.store.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The program as a command line: what all commands share. Without a command it serves.
@Command(
        name = "nocontact",
        mixinStandardHelpOptions = true,
        versionProvider = NoContact.Version.class,
        description = {
            "Keeps a rule of no contact with the person who made it.",
            "Without a command it opens the program, as “nocontact serve” does."
        },
        footerHeading = "%n",
        footer = {
            "Every option can be an environment variable: --data is NOCONTACT_DATA.",
            "Exit codes: 0 done, 1 a fault, 2 bad usage, 3 held."
        },
        subcommands = {
            Serve.class,
            RuleCommands.class,
            Ask.class,
            Read.class,
            Export.class,
            Import.class,
            Backup.class,
            Verify.class,
            Erase.class,
            MailCommands.class,
            DeviceCommands.class,
            Train.class
        })
final class NoContact implements Callable<Integer> {
    @Option(
            names = "--data",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "The folder that holds the ledger (default: the system's folder for data).")
    private @Nullable String data;

    @Option(
            names = "--database",
            scope = ScopeType.INHERIT,
            paramLabel = "JDBC-URL",
            description = "The database of the ledger: only SQLite in the data folder as yet (jdbc:sqlite:).")
    private @Nullable String database;

    @Mixin
    private ServeOptions options = new ServeOptions();

    @Override
    public Integer call() throws Exception {
        return options.serve(this);
    }

    /// The folder that the person chose, or the usual one.
    DataFolder folder() {
        checkDatabase();
        return DataFolder.open(path());
    }

    Path path() {
        try {
            return data == null
                    ? DataFolder.usual(
                            System.getenv(),
                            System.getProperty("os.name", ""),
                            Path.of(System.getProperty("user.home")))
                    : Path.of(data);
        } catch (InvalidPathException noPath) {
            throw Trouble.badUsage("“" + data + "” cannot be a folder: choose another with --data.");
        }
    }

    private void checkDatabase() {
        if (database != null && !database.equals("jdbc:sqlite:")) {
            throw Trouble.badUsage(
                    "The ledger can be kept only in SQLite in the data folder as yet: leave --database out,"
                            + " and choose the folder with --data.");
        }
    }

    static String version() {
        return Optional.ofNullable(NoContact.class.getPackage().getImplementationVersion())
                .orElse("from its sources");
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"NoContact " + version()};
        }
    }
}
