package org.nocontact.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import org.nocontact.core.Ledger.Verification.Broken;
import org.nocontact.core.LedgerFault;

/// A copy of the whole ledger file with the mails of its letters, dated, checked, and never in place of an
/// earlier one.
public final class Backup {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmm", Locale.ROOT);

    private Backup() {}

    /// Makes a backup while the ledger goes on being used.
    ///
    /// @param at the date that its name carries, where the person is
    /// @return the file
    /// @throws LedgerFault if it could not be made, or the ledger is damaged; earlier backups stay
    public static Path make(SqliteLedger ledger, DataFolder folder, LocalDateTime at) {
        var dated = folder.backups().resolve("ledger-" + DATE.format(at) + ".db");
        try {
            Private.makeFolder(folder.backups());
            var copy = Private.temporaryFile(dated);
            try {
                ledger.copyTo(copy);
                check(copy);
                Private.force(copy);
                var named = name(copy, dated);
                ledger.held().share(heldMails(named), mails(named));
                return named;
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException fault) {
            throw SqliteFaults.of(fault, dated);
        }
    }

    private static void check(Path copy) {
        try (var connection = SqliteConnection.toRead(copy)) {
            for (var account : Entries.accounts(connection)) {
                if (new Verifier(connection, account, _ -> true).verify() instanceof Broken(var _, var why)) {
                    throw new LedgerFault("No backup was made, since the ledger is not as it was written (" + why
                            + "), and earlier backups are unchanged: keep them, and run verify.");
                }
            }
        }
    }

    private static Set<String> heldMails(Path copy) {
        try (var connection = SqliteConnection.toRead(copy)) {
            return Entries.heldMails(connection);
        }
    }

    /// The folder with the mails of a backup: to bring it back, they go into the folder `held` beside the ledger.
    private static Path mails(Path backup) {
        return backup.resolveSibling(backup.getFileName().toString().replace(".db", ".held"));
    }

    /// Removes every backup for good.
    public static void eraseAll(DataFolder folder) {
        if (!Files.isDirectory(folder.backups())) {
            return;
        }
        try (var files = Files.walk(folder.backups())) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder.backups())) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException fault) {
            throw SqliteFaults.of(fault, folder.backups());
        }
    }

    /// Gives the copy the first name that is free.
    private static Path name(Path copy, Path dated) throws IOException {
        var name = dated;
        for (var number = 2; Files.exists(name); number++) {
            name = dated.resolveSibling(dated.getFileName().toString().replace(".db", "-" + number + ".db"));
        }
        Files.move(copy, name);
        Private.forceName(name);
        return name;
    }
}
