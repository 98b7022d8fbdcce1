package org.nocontact.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Folders in memory where the system has them, for tests that open hundreds of ledgers and do not ask whether they
/// outlast a power cut.
final class QuickFolder {
    private static final Path MEMORY = Path.of("/dev/shm");

    private QuickFolder() {}

    static Path make() throws IOException {
        return Files.isWritable(MEMORY)
                ? Files.createTempDirectory(MEMORY, "ledger")
                : Files.createTempDirectory("ledger");
    }

    static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
