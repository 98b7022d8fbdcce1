package org.nocontact.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nocontact.core.Invalid;
import org.nocontact.core.LedgerFault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What the mail guard keeps beside the ledger, for its owner alone: the settings with the password, and how far the
/// watcher has looked. No export has them in it.
public final class MailFiles {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrivateFile settings;
    private final PrivateFile progress;
    private final PrivateFile seen;

    /// @param folder the data folder
    public MailFiles(Path folder) {
        this.settings = new PrivateFile(folder.resolve("mail.json"));
        this.progress = new PrivateFile(folder.resolve("mail-watcher.json"));
        this.seen = new PrivateFile(folder.resolve("mail-seen.json"));
    }

    /// Empty before the guard was set up.
    ///
    /// @throws LedgerFault when the file is there and cannot be used
    public Optional<MailSettings> settings() {
        return read(settings, MailSettings.class, "set it up again with “nocontact mail setup”");
    }

    public void keep(MailSettings kept) {
        write(settings, kept);
    }

    Optional<Progress> progress() {
        return read(progress, Progress.class, "remove it, and nothing is lost but a notice or two");
    }

    void keep(Progress kept) {
        write(progress, kept);
    }

    /// When a mail program was last seen at the gate; empty when there was none.
    public Optional<Instant> seen() {
        return read(seen, Seen.class, "remove it, and nothing is lost").map(Seen::at);
    }

    public void keepSeen(Instant at) {
        write(seen, new Seen(at));
    }

    private record Seen(Instant at) {}

    /// Takes the mail guard off this machine: what it kept is gone, the ledger is not touched.
    public void forget() {
        for (var file : List.of(settings, progress, seen)) {
            try {
                file.delete();
            } catch (IOException fault) {
                throw new LedgerFault(
                        file.path() + " could not be removed: see that the folder can be written to.", fault);
            }
        }
    }

    private static <T> Optional<T> read(PrivateFile file, Class<T> type, String remedy) {
        try {
            return file.read()
                    .map(bytes -> Optional.ofNullable(JSON.readValue(bytes, type))
                            .orElseThrow(() -> new Invalid("There is nothing in it.")));
        } catch (IOException | JacksonException | Invalid unusable) {
            throw new LedgerFault(file.path() + " cannot be used: " + remedy + ".", unusable);
        }
    }

    private static void write(PrivateFile file, Object value) {
        try {
            file.write(JSON.writeValueAsBytes(value));
        } catch (IOException fault) {
            throw new LedgerFault(
                    file.path() + " could not be written: see that there is room and the folder can be written to.",
                    fault);
        }
    }
}
