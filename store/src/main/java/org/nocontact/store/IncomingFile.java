package org.nocontact.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.nocontact.core.HeldMail;

/// A mail that is being written into a file of its own, under a name that nobody looks for.
final class IncomingFile implements HeldMail.Incoming {
    static final String SUFFIX = ".new";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int AT_ONCE = 32 << 10;

    private final Path file;
    private final FileChannel channel;
    private final MessageDigest digest = Hashes.sha256();
    private final ByteBuffer waiting = ByteBuffer.allocate(AT_ONCE);
    private long size;

    private IncomingFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static IncomingFile in(Path folder) throws IOException {
        var file = Private.temporaryFile(folder.resolve("incoming"));
        return new IncomingFile(file, Private.open(file));
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
        size += length;
        for (var left = length; left > 0; ) {
            var now = Math.min(left, waiting.remaining());
            waiting.put(bytes, from + length - left, now);
            left -= now;
            if (!waiting.hasRemaining()) {
                flush();
            }
        }
    }

    private void flush() {
        try {
            waiting.flip();
            while (waiting.hasRemaining()) {
                channel.write(waiting);
            }
            waiting.clear();
        } catch (IOException fault) {
            throw SqliteFaults.of(fault, file);
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream read() {
        flush();
        try {
            return new BufferedInputStream(Files.newInputStream(file), AT_ONCE);
        } catch (IOException fault) {
            throw SqliteFaults.of(fault, file);
        }
    }

    @Override
    public String keep() {
        return keepAs(hash() + "-" + HexFormat.of().toHexDigits(RANDOM.nextLong()));
    }

    /// The SHA-256 of what came, after which nothing may come.
    String hash() {
        return HexFormat.of().formatHex(digest.digest());
    }

    String keepAs(String name) {
        flush();
        try {
            channel.force(true);
            var kept = file.resolveSibling(name);
            Files.move(file, kept, StandardCopyOption.ATOMIC_MOVE);
            Private.forceName(kept);
            return name;
        } catch (IOException fault) {
            throw SqliteFaults.of(fault, file);
        }
    }

    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(file);
        } catch (IOException fault) {
            throw SqliteFaults.of(fault, file);
        }
    }
}
