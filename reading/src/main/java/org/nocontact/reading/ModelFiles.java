package org.nocontact.reading;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Puts the model that comes with the program, tuned, into a folder, once, so that ONNX Runtime reads it from a file
/// and the heap stays small.
final class ModelFiles {
    private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";
    private static final String PATCH = "network.patch";
    private static final String LAYER = "network.weights";

    private final Path folder;

    private ModelFiles(Path folder) {
        this.folder = folder;
    }

    static ModelFiles inFolder(Path folder) {
        return new ModelFiles(folder);
    }

    BgeNetwork open() throws IOException {
        try (var tokenizer = resource(TOKENIZER);
                var layer = resource(LAYER)) {
            return new BgeNetwork(modelFile(), WordPiece.from(tokenizer), LinearLayer.read(layer));
        } catch (OrtException e) {
            throw new IOException("The reading model cannot be opened: " + e.getMessage(), e);
        }
    }

    private Path modelFile() throws IOException {
        ModelPatch patch;
        try (var bytes = resource(PATCH)) {
            patch = ModelPatch.read(bytes);
        }
        var file = folder.resolve("reading-" + patch.name() + ".onnx");
        if (Files.exists(file)) {
            try (var bytes = Files.newInputStream(file)) {
                if (patch.made(bytes)) {
                    return file;
                }
            }
        }
        Files.createDirectories(folder);
        var part = Files.createTempFile(folder, "model", ".part");
        try (var original = resource(MODEL)) {
            try (var tuned = Files.newOutputStream(part)) {
                patch.apply(original, tuned);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return file;
    }

    private static InputStream resource(String name) throws IOException {
        var stream = ModelFiles.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException("The reading model is not part of this program.");
        }
        return stream;
    }
}
