package org.nocontact.reading;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Keeps embeddings in a file between two trainings: the model is asked once for each text.
final class Remembered implements Embedder {
    private final Embedder model;
    private final Path file;
    private final Map<String, float[]> known = new TreeMap<>();

    Remembered(Embedder model, Path file) throws IOException {
        this.model = model;
        this.file = file;
        if (Files.exists(file)) {
            try (var bytes = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
                for (int i = bytes.readInt(); i > 0; i--) {
                    var text = bytes.readUTF();
                    var vector = new float[SIZE];
                    ByteBuffer.wrap(bytes.readNBytes(SIZE * 4)).asFloatBuffer().get(vector);
                    known.put(text, vector);
                }
            }
        }
    }

    @Override
    public float[] embed(CharSequence text) {
        return known.computeIfAbsent(text.toString(), model::embed);
    }

    void save() throws IOException {
        try (var bytes = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
            bytes.writeInt(known.size());
            for (var entry : known.entrySet()) {
                bytes.writeUTF(entry.getKey());
                var vector = ByteBuffer.allocate(SIZE * 4);
                vector.asFloatBuffer().put(entry.getValue());
                bytes.write(vector.array());
            }
        }
    }
}
