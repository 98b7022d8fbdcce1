package org.nocontact.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.nocontact.core.HeldMail;
import org.nocontact.core.LedgerFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder beside a ledger file that holds its mails, a file each.
final class HeldFolder implements HeldMail {
    private static final Logger LOG = LoggerFactory.getLogger(HeldFolder.class);

    /// The SHA-256 of the content, and what tells mails of the same content apart.
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}-[0-9a-f]{16}");

    private final Path folder;
    private final Supplier<Set<String>> named;

    /// @param named the names in all letters that still have their words
    HeldFolder(Path folder, Supplier<Set<String>> named) {
        this.folder = folder;
        this.named = named;
    }

    static boolean isAName(String name) {
        return NAME.matcher(name).matches();
    }

    @Override
    public Incoming receive() {
        return receiveFile();
    }

    IncomingFile receiveFile() {
        try {
            if (Private.makeFolder(folder)) {
                Private.forceName(folder);
            }
            return IncomingFile.in(folder);
        } catch (IOException fault) {
            throw SqliteFaults.of(fault, folder);
        }
    }

    @Override
    public InputStream read(String name) {
        try {
            return new BufferedInputStream(Files.newInputStream(file(name)), 1 << 16);
        } catch (NoSuchFileException gone) {
            throw new LedgerFault(
                    "The mail that this letter was held with is not in " + folder
                            + " any more; its words are still here.",
                    gone);
        } catch (IOException fault) {
            throw SqliteFaults.of(fault, folder);
        }
    }

    @Override
    public void remove(String name) {
        try {
            if (isAName(name)) {
                Files.deleteIfExists(file(name));
            }
        } catch (IOException fault) {
            LOG.warn("A mail that is not needed any more could not be removed from {}. {}", folder, fault.getMessage());
        }
    }

    void removeAll(Collection<String> names) {
        names.forEach(this::remove);
    }

    @Override
    public void tidy() {
        removeWhere(_ -> true);
    }

    /// Removes the mails that no letter names, and leaves those that are being taken in.
    void removeUnnamed() {
        removeWhere(HeldFolder::isAName);
    }

    private void removeWhere(Predicate<String> isOurs) {
        var files = files().stream().filter(isOurs).toList();
        if (files.isEmpty()) {
            return;
        }
        var needed = named.get();
        for (var file : files) {
            if (!needed.contains(file)) {
                delete(file);
            }
        }
    }

    private void delete(String file) {
        try {
            Files.deleteIfExists(folder.resolve(file));
        } catch (IOException fault) {
            LOG.warn("{} could not be removed from {}. {}", file, folder, fault.getMessage());
        }
    }

    private List<String> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> isAName(file) || file.endsWith(IncomingFile.SUFFIX))
                    .toList();
        } catch (IOException fault) {
            throw SqliteFaults.of(fault, folder);
        } catch (UncheckedIOException fault) {
            throw SqliteFaults.of(new IOException(fault), folder);
        }
    }

    boolean has(String name) {
        return isAName(name) && Files.isRegularFile(folder.resolve(name));
    }

    /// Whether a mail is here and has the content that its name says.
    boolean isWhole(String name) {
        if (!has(name)) {
            return false;
        }
        try (var in = read(name)) {
            return HeldMail.hash(name).equals(Hashes.hex(in));
        } catch (IOException fault) {
            throw SqliteFaults.of(fault, folder);
        }
    }

    /// Gives a second folder these mails too. They are never changed, so that the same file can serve both.
    void share(Collection<String> names, Path with) throws IOException {
        for (var name : names) {
            if (has(name)) {
                Private.makeFolder(with);
                shareOne(file(name), with.resolve(name));
            }
        }
    }

    private static void shareOne(Path file, Path with) throws IOException {
        try {
            Files.createLink(with, file);
        } catch (UnsupportedOperationException | IOException noLinksHere) {
            Files.copy(file, with);
            Private.force(with);
        }
        Private.forceName(with);
    }

    private Path file(String name) {
        if (!isAName(name)) {
            throw new LedgerFault("The letter names no mail that can be one.");
        }
        return folder.resolve(name);
    }
}
