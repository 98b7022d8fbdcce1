package org.nocontact.store;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads one line of an archive. Facts and words are taken in the very bytes that stand there, for they were hashed.
final class ArchiveLine {
    private final byte[] line;
    private final JsonParser json;
    private long seq;
    private String at = "";
    private String trusted = "";
    private String kind = "";
    private byte[] facts = Hashes.NONE;
    private byte[] commitment = Hashes.NONE;
    private byte[] hash = Hashes.NONE;
    private byte @Nullable [] salt;
    private byte @Nullable [] words;

    private ArchiveLine(byte[] line, JsonParser json) {
        this.line = line;
        this.json = json;
    }

    /// @throws JacksonException if this is not JSON
    /// @throws IllegalArgumentException if it is not an entry
    static StoredEntry read(byte[] line) {
        try (var json = StoredJson.MAPPER.createParser(line)) {
            return new ArchiveLine(line, json).entry();
        }
    }

    private StoredEntry entry() {
        expect(json.nextToken() == JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            json.nextToken();
            property(name);
        }
        expect(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null);
        return new StoredEntry(seq, at, trusted, kind, facts, commitment, hash, salt, words);
    }

    private void property(String name) {
        switch (name) {
            case "seq" -> seq = json.getLongValue();
            case "at" -> at = json.getString();
            case "trusted" -> trusted = json.getString();
            case "kind" -> kind = json.getString();
            case "facts" -> facts = asItStands();
            case "words" -> words = asItStands();
            case "salt" -> salt = bytes();
            case "commitment" -> commitment = bytes();
            case "hash" -> hash = bytes();
            default -> throw new IllegalArgumentException("No such property of an entry");
        }
    }

    private byte[] asItStands() {
        expect(json.currentToken() == JsonToken.START_OBJECT);
        var begin = json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        var end = json.currentLocation().getByteOffset();
        return Arrays.copyOfRange(line, (int) begin, (int) end);
    }

    private byte[] bytes() {
        return HexFormat.of().parseHex(json.getString());
    }

    private static void expect(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("Not an entry");
        }
    }
}
