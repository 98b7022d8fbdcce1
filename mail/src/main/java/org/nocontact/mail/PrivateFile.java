package org.nocontact.mail;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A small file that only the person can open, written whole or not at all.
final class PrivateFile {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path path;

    PrivateFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /// Empty when there is no such file.
    Optional<byte[]> read() throws IOException {
        try {
            return Optional.of(Files.readAllBytes(path));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /// The bytes are on the disk when this returns.
    void write(byte[] bytes) throws IOException {
        var folder = path.toAbsolutePath().getParent();
        // A temporary file of Java is for its owner alone from the start.
        var written = Files.createTempFile(folder, path.getFileName() + ".", ".new");
        try {
            Files.write(written, bytes);
            force(written, StandardOpenOption.WRITE);
            Files.move(written, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            if (POSIX && folder != null) {
                force(folder, StandardOpenOption.READ);
            }
        } finally {
            Files.deleteIfExists(written);
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (var channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}
