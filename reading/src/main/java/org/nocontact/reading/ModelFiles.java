package org.nocontact.reading;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Puts the model that comes with the program into a folder, once, so that ONNX Runtime reads it from a file and the
/// heap
/// stays small.
final class ModelFiles {
    private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";

    private final Path folder;

    private ModelFiles(Path folder) {
        this.folder = folder;
    }

    static ModelFiles inFolder(Path folder) {
        return new ModelFiles(folder);
    }

    BgeEmbedder open() throws IOException {
        try (var tokenizer = resource(TOKENIZER)) {
            return new BgeEmbedder(modelFile(), WordPiece.from(tokenizer));
        } catch (OrtException e) {
            throw new IOException("The reading model cannot be opened: " + e.getMessage(), e);
        }
    }

    private Path modelFile() throws IOException {
        var url = ModelFiles.class.getResource(MODEL);
        if (url == null) {
            throw new IOException("The reading model is not part of this program.");
        }
        long size = url.openConnection().getContentLengthLong();
        var file = folder.resolve("bge-small-en-v1.5-q-" + size + ".onnx");
        if (Files.exists(file) && Files.size(file) == size) {
            return file;
        }
        Files.createDirectories(folder);
        var part = Files.createTempFile(folder, "model", ".part");
        try (var bytes = resource(MODEL)) {
            Files.copy(bytes, part, StandardCopyOption.REPLACE_EXISTING);
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
