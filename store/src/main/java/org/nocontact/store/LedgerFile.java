package org.nocontact.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nocontact.core.LedgerFault;

/// How a ledger file comes to be: made whole under another name, then named, so that an empty file is never taken for a
/// ledger without entries.
final class LedgerFile {
    /// SQLite takes a file of no byte or one for a new database; its smallest page has so many.
    private static final int SMALLEST = 512;

    private LedgerFile() {}

    static void beginWhereThereIsNone(Path file) {
        try {
            if (Files.notExists(file)) {
                begin(file);
            } else if (Files.size(file) < SMALLEST) {
                throw new LedgerFault(SqliteFaults.damaged(file));
            }
        } catch (IOException fault) {
            throw SqliteFaults.of(fault, file);
        }
    }

    private static void begin(Path file) throws IOException {
        var made = Private.temporaryFile(file);
        try {
            try (var connection = SqliteConnection.toWrite(made)) {
                Migrations.apply(connection);
            }
            Private.force(made);
            name(made, file);
            Private.forceName(file);
        } catch (FileAlreadyExistsException begunByAnotherProgram) {
            // Its ledger is as good as this one.
        } finally {
            Files.deleteIfExists(made);
        }
    }

    /// Never puts one file in the place of another.
    private static void name(Path made, Path file) throws IOException {
        try {
            Files.createLink(file, made);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (UnsupportedOperationException | IOException noLinksHere) {
            Files.move(made, file);
        }
    }
}
