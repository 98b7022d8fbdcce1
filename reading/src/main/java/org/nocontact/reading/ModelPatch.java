package org.nocontact.reading;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// What makes the tuned model of the one that comes as a library: the differences of some stretches of its file, byte
/// by byte, and the SHA-256 of what has to come out.
///
/// @param changes in the order of the file
record ModelPatch(byte[] hash, List<Change> changes) {
    /// Bytes that are added, each to the one that stands there, from `start` on.
    record Change(int start, byte[] differences) {}

    ModelPatch {
        changes = List.copyOf(changes);
    }

    /// @param tuned the whole file that has to come out
    static ModelPatch to(byte[] tuned, List<Change> changes) {
        return new ModelPatch(sha256().digest(tuned), changes);
    }

    static ModelPatch read(InputStream file) throws IOException {
        try (var bytes = new DataInputStream(new GZIPInputStream(file, 1 << 16))) {
            var hash = bytes.readNBytes(32);
            var changes = new ArrayList<Change>();
            for (int left = bytes.readInt(); left > 0; left--) {
                int start = bytes.readInt();
                changes.add(new Change(start, bytes.readNBytes(bytes.readInt())));
            }
            return new ModelPatch(hash, changes);
        }
    }

    void store(OutputStream file) throws IOException {
        try (var bytes = new DataOutputStream(new GZIPOutputStream(file, 1 << 16))) {
            bytes.write(hash);
            bytes.writeInt(changes.size());
            for (var change : changes) {
                bytes.writeInt(change.start());
                bytes.writeInt(change.differences().length);
                bytes.write(change.differences());
            }
        }
    }

    /// The first half of the hash in hexadecimal: a name for the file that comes out.
    String name() {
        return HexFormat.of().formatHex(hash, 0, 16);
    }

    /// Writes the tuned model; fails if it is not the one that was measured.
    void apply(InputStream original, OutputStream tuned) throws IOException {
        var digest = sha256();
        var out = new DigestOutputStream(tuned, digest);
        int at = 0;
        for (var change : changes) {
            copy(original, out, change.start() - at);
            var bytes = original.readNBytes(change.differences().length);
            if (bytes.length < change.differences().length) {
                throw new EOFException("The reading model is shorter than its patch.");
            }
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] += change.differences()[i];
            }
            out.write(bytes);
            at = change.start() + bytes.length;
        }
        original.transferTo(out);
        if (!Arrays.equals(digest.digest(), hash)) {
            throw new IOException("The reading model is not the one that its patch was made for.");
        }
    }

    /// Whether `model` is what has to come out.
    boolean made(InputStream model) throws IOException {
        var digest = sha256();
        model.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return Arrays.equals(digest.digest(), hash);
    }

    private static void copy(InputStream from, OutputStream to, int length) throws IOException {
        var buffer = new byte[1 << 16];
        for (int left = length; left > 0; ) {
            int read = from.read(buffer, 0, Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException("The reading model is shorter than its patch.");
            }
            to.write(buffer, 0, read);
            left -= read;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
