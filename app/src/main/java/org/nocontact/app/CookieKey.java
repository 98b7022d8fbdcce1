package org.nocontact.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/// The secret that signs cookies, so that a browser stays signed in when the program starts again. It lies beside the
/// ledger, for its owner alone; without it everybody is signed out and nothing else is lost.
final class CookieKey {
    private static final int BYTES = 32;
    private static final String NAME = "cookie.key";

    private CookieKey() {}

    /// Reads the key of this folder, or makes one.
    static byte[] in(Path folder) {
        var file = folder.resolve(NAME);
        try {
            if (Files.exists(file)) {
                var key = Files.readAllBytes(file);
                if (key.length == BYTES) {
                    return key;
                }
            }
            return make(file);
        } catch (IOException fault) {
            throw new Trouble(
                    "The key for cookies in " + file
                            + " could not be read or made: see that the folder can be written to,"
                            + " or choose another with --data.",
                    fault);
        }
    }

    /// Signs everybody out at the next start.
    static void forget(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(NAME));
    }

    private static byte[] make(Path file) throws IOException {
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Files.deleteIfExists(file);
        Files.createFile(file, forItsOwner(file));
        Files.write(file, key);
        return key;
    }

    private static FileAttribute<?>[] forItsOwner(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
