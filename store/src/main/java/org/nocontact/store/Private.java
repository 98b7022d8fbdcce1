package org.nocontact.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files and folders that only the person who runs the program can open, where the system knows of persons.
final class Private {
    private static final boolean KNOWS_PERSONS =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OWN_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rwx------");

    private Private() {}

    /// A new empty file beside `file`.
    static Path temporaryFile(Path file) throws IOException {
        return Files.createTempFile(folderOf(file), file.getFileName() + ".", ".new");
    }

    /// Opens the file for writing, and makes it where there is none.
    static FileChannel open(Path file) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return KNOWS_PERSONS
                ? FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(OWN_FILE))
                : FileChannel.open(file, options);
    }

    /// Makes the folder, and those above it that are missing.
    ///
    /// @return false if it was there before
    static boolean makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return false;
        }
        Files.createDirectories(folderOf(folder));
        try {
            if (KNOWS_PERSONS) {
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWN));
            } else {
                Files.createDirectory(folder);
            }
            return true;
        } catch (FileAlreadyExistsException there) {
            if (Files.isDirectory(folder)) {
                return false;
            }
            throw there;
        }
    }

    /// Puts the bytes into the file, all of them or none.
    static void write(Path file, byte[] bytes) throws IOException {
        var written = temporaryFile(file);
        try {
            Files.write(written, bytes);
            force(written);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceName(file);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    static boolean isOpenToOthers(Path folder) throws IOException {
        return KNOWS_PERSONS && !OWN.containsAll(Files.getPosixFilePermissions(folder));
    }

    static void closeToOthers(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, OWN);
    }

    /// Returns when the bytes of the file are on the disk.
    static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Returns when the name of the file is on the disk, where the system can tell.
    static void forceName(Path file) throws IOException {
        if (KNOWS_PERSONS) {
            try (var folder = FileChannel.open(folderOf(file))) {
                folder.force(true);
            }
        }
    }

    private static Path folderOf(Path file) {
        var folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }
}
