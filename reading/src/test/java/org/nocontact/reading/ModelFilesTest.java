package org.nocontact.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFilesTest {
    @Test
    void replacesAModelFileThatWasDamaged(@TempDir Path cache) throws Exception {
        float[] first;
        try (var network = ModelFiles.inFolder(cache).open()) {
            first = network.scores("can you pick them up at four");
        }
        Path file;
        try (var files = Files.list(cache)) {
            file = files.findFirst().orElseThrow();
        }
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(file, bytes);

        try (var network = ModelFiles.inFolder(cache).open()) {
            assertThat(network.scores("can you pick them up at four")).containsExactly(first);
        }
    }
}
