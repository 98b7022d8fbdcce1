package org.nocontact.app;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON as commands send and show it.
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /// On one line.
    static String show(JsonNode json) {
        return MAPPER.writeValueAsString(json);
    }

    /// An empty object for no bytes.
    static JsonNode read(byte[] json) {
        return json.length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(json);
    }
}
