package org.nocontact.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.LedgerFault;
import tools.jackson.core.JacksonException;

/// The folder that holds one ledger and everything that belongs to it, for one person's eyes only.
///
/// The program that serves it holds the file `serve.lock` by a lock of the operating system, which goes away with the
/// program however it ends, and says in `running.json` where it can be reached.
public final class DataFolder {
    private static final int TRIES = 5;
    private static final long BETWEEN_TRIES_MILLIS = 50;

    /// What this program holds. It must not open a lock file that it holds once more: closing that would let go of the
    /// lock, as POSIX has it.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;

    private DataFolder(Path path) {
        this.path = path;
    }

    /// Where the data of a program lies on this system, unless `NOCONTACT_DATA` says otherwise.
    ///
    /// @param environment as [System#getenv()]
    /// @param system the name of the operating system, as in `os.name`
    public static Path usual(Map<String, String> environment, String system, Path home) {
        var chosen = environment.getOrDefault("NOCONTACT_DATA", "");
        if (!chosen.isBlank()) {
            return Path.of(chosen);
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library/Application Support/NoContact");
        }
        if (system.startsWith("Windows")) {
            var local = environment.getOrDefault("LOCALAPPDATA", "");
            return (local.isBlank() ? home.resolve("AppData/Local") : Path.of(local)).resolve("NoContact");
        }
        var data = environment.getOrDefault("XDG_DATA_HOME", "");
        return (data.startsWith("/") ? Path.of(data) : home.resolve(".local/share")).resolve("nocontact");
    }

    /// Opens the folder, or makes it. One that others may open is closed to them if it is ours or empty.
    ///
    /// @throws LedgerFault if it cannot be made or written to, or others may open it
    public static DataFolder open(Path path) {
        try {
            var folder = new DataFolder(path.toAbsolutePath().normalize());
            if (!Private.makeFolder(folder.path) && Private.isOpenToOthers(folder.path)) {
                folder.closeToOthers();
            }
            return folder;
        } catch (IOException fault) {
            throw SqliteFaults.of(fault, path);
        }
    }

    private void closeToOthers() throws IOException {
        if (!Files.exists(ledger()) && !isEmpty()) {
            throw new LedgerFault("The folder " + path
                    + " holds other files and can be opened by others, so nothing was put there: choose an empty folder"
                    + " with --data.");
        }
        Private.closeToOthers(path);
    }

    private boolean isEmpty() throws IOException {
        try (var files = Files.list(path)) {
            return files.findAny().isEmpty();
        }
    }

    public Path path() {
        return path;
    }

    Path ledger() {
        return path.resolve("ledger.db");
    }

    /// Where backups are kept.
    public Path backups() {
        return path.resolve("backups");
    }

    /// Where the model lies that reads messages, once it was needed. Nothing in it is the person's.
    public Path reading() {
        return path.resolve("reading");
    }

    private Path running() {
        return path.resolve("running.json");
    }

    /// Becomes the program that serves this folder; empty when there is one already.
    public Optional<Holding> hold() {
        try {
            for (var tries = 1; ; tries++) {
                var holding = tryToHold();
                if (holding != null || tries == TRIES) {
                    return Optional.ofNullable(holding);
                }
                // Somebody who only looks whether the lock is free has it for a moment.
                Thread.sleep(BETWEEN_TRIES_MILLIS);
            }
        } catch (IOException fault) {
            throw SqliteFaults.of(fault, path.resolve("serve.lock"));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private @Nullable Holding tryToHold() throws IOException {
        var real = path.toRealPath();
        if (!HELD_HERE.add(real)) {
            return null;
        }
        FileChannel channel = null;
        var locked = false;
        try {
            channel = Private.open(path.resolve("serve.lock"));
            locked = channel.tryLock() != null;
            if (!locked) {
                return null;
            }
            Files.deleteIfExists(running());
            return new Holding(real, channel);
        } finally {
            if (!locked) {
                release(real, channel);
            }
        }
    }

    private static void release(Path real, @Nullable FileChannel channel) throws IOException {
        try (channel) {
            HELD_HERE.remove(real);
        }
    }

    /// Where the program that serves this folder can be reached; empty when there is none, or it is not ready yet. What
    /// one that was killed left behind is not taken for one.
    public Optional<Running> whoServes() {
        try {
            if (!Files.exists(running())) {
                return Optional.empty();
            }
            var holding = tryToHold();
            if (holding == null) {
                return Optional.of(StoredJson.MAPPER.readValue(Files.readAllBytes(running()), Running.class));
            }
            holding.close();
            return Optional.empty();
        } catch (IOException | JacksonException goneMeanwhile) {
            return Optional.empty();
        }
    }

    /// The program that serves a folder.
    ///
    /// @param host the address it listens on, such as `127.0.0.1`
    /// @param token lets whoever can read this folder in
    public record Running(String host, int port, String token) {
        public String address() {
            return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }

        @Override
        public String toString() {
            return address();
        }
    }

    /// The right to serve the folder, until it is closed or the program ends.
    public final class Holding implements AutoCloseable {
        private final Path real;
        private final FileChannel lock;

        private Holding(Path real, FileChannel lock) {
            this.real = real;
            this.lock = lock;
        }

        /// Tells other programs of this person where to go.
        public void announce(Running running) {
            try {
                Private.write(running(), StoredJson.bytes(running));
            } catch (IOException fault) {
                throw SqliteFaults.of(fault, running());
            }
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(running());
                release(real, lock);
            } catch (IOException fault) {
                throw SqliteFaults.of(fault, running());
            }
        }
    }
}
