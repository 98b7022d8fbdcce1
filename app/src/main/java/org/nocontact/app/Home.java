package org.nocontact.app;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.nocontact.core.Account;
import org.nocontact.core.DraftReader;
import org.nocontact.core.Keeper;
import org.nocontact.core.Ledger.Verification;
import org.nocontact.core.LedgerFault;
import org.nocontact.mail.InboundReader;
import org.nocontact.store.Archive;
import org.nocontact.store.DataFolder;
import org.nocontact.store.SqliteLedger;
import org.nocontact.web.Housekeeping;
import org.nocontact.web.Mailroom;

/// One person's ledger, opened, with the keeper of their rule.
final class Home implements Housekeeping, AutoCloseable {
    private final DataFolder folder;
    private final SqliteLedger ledger;
    private final Keeper keeper;
    private final MailDesk mail;

    private Home(DataFolder folder, SqliteLedger ledger, Keeper keeper) {
        this.folder = folder;
        this.ledger = ledger;
        this.keeper = keeper;
        this.mail = new MailDesk(folder.path(), keeper, ledger.heldMail());
    }

    /// @param drafts asked by the gate under a limited rule
    /// @throws LedgerFault if the ledger cannot be used; it is left as it is
    static Home open(DataFolder folder, MachineTime time, DraftReader drafts) {
        var ledger = SqliteLedger.open(folder);
        try {
            return new Home(folder, ledger, new Keeper(Account.ME, ledger, time, ZoneId.systemDefault(), drafts));
        } catch (RuntimeException fault) {
            ledger.close();
            throw fault;
        }
    }

    Keeper keeper() {
        return keeper;
    }

    /// Starts the mail guard where it is set up.
    ///
    /// @param reader says what a mail of the ex is
    void startMail(InboundReader reader) {
        mail.start(reader);
    }

    @Override
    public Mailroom mail() {
        return mail;
    }

    @Override
    public Path folder() {
        return folder.path();
    }

    @Override
    public void export(OutputStream to) throws IOException {
        try {
            Archive.write(ledger, Account.ME, Instant.now(), NoContact.version(), to);
        } catch (UncheckedIOException fault) {
            throw fault.getCause();
        }
    }

    @Override
    public void exportTo(Path file) {
        Archive.write(ledger, Account.ME, Instant.now(), NoContact.version(), file);
    }

    @Override
    public Import importFrom(Path file) {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return keeper.replacing(() -> read(in));
        } catch (IOException unreadable) {
            return new Import.Refused("Nothing was imported, because " + file
                    + " cannot be read: look whether it is there" + " and is yours.");
        }
    }

    private Import read(InputStream in) {
        return switch (Archive.read(ledger, Account.ME, in)) {
            case Archive.Import.Done(var entries, var _) -> new Import.Done(entries);
            case Archive.Import.Refused(var why) -> new Import.Refused(why);
        };
    }

    @Override
    public Path backup() {
        return org.nocontact.store.Backup.make(ledger, folder, LocalDateTime.now(ZoneId.systemDefault()));
    }

    @Override
    public Verification verify() {
        return ledger.verify(Account.ME);
    }

    /// Erases the ledger, the backups beside it, the mail guard's settings, the key that keeps browsers signed in from
    /// the
    /// next start on, and the unpacked model.
    @Override
    public void erase() throws IOException {
        keeper.replacing(() -> {
            ledger.erase(Account.ME);
            return folder;
        });
        org.nocontact.store.Backup.eraseAll(folder);
        mail.forget();
        CookieKey.forget(folder.path());
        Folders.delete(folder.reading());
    }

    @Override
    public void close() {
        try (mail) {
            keeper.close();
        } finally {
            ledger.close();
        }
    }
}
