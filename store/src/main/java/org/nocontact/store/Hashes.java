package org.nocontact.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 over fields that cannot run into one another: each goes in after its length, four bytes big-endian.
final class Hashes {
    static final byte[] NONE = new byte[0];

    private final MessageDigest digest = sha256();

    /// @param what names what is hashed, so that a hash of one thing is never that of another
    static Hashes of(String what) {
        return new Hashes().add(what);
    }

    Hashes add(String field) {
        return add(field.getBytes(StandardCharsets.UTF_8));
    }

    Hashes add(long field) {
        return add(Long.toString(field));
    }

    Hashes add(byte[] field) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(field.length).array());
        digest.update(field);
        return this;
    }

    byte[] hash() {
        return digest.digest();
    }

    /// The SHA-256 of all that is left in a stream, in hexadecimal.
    static String hex(InputStream in) throws IOException {
        var digest = sha256();
        in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
