package org.nocontact.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON as the interface takes and gives it: one object, read strictly; absent values are left out.
final class ApiJson {
    static final String TYPE = "application/json";

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";\\s]+)");
    private static final int DEEPEST = 16;
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_NAME = 256;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxNameLength(LONGEST_NAME)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .changeDefaultPropertyInclusion(_ -> JsonInclude.Value.construct(Include.NON_NULL, Include.NON_NULL))
            .build();

    private ApiJson() {}

    /// @throws tools.jackson.core.JacksonException never for the records of this interface
    static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /// Reads one JSON object.
    ///
    /// @param type the header `Content-Type`; JSON when there is none
    /// @throws ApiRefusal when it is none
    static ObjectNode read(byte[] body, @Nullable String type) {
        checkType(type);
        try {
            var charset = charset(type);
            var read = charset == null ? MAPPER.readTree(body) : MAPPER.readTree(decode(body, charset));
            return object(read);
        } catch (StreamConstraintsException tooMuch) {
            throw new ApiRefusal(400, "json.too-much");
        } catch (JacksonException | CharacterCodingException notJson) {
            throw new ApiRefusal(400, "json.malformed");
        }
    }

    private static ObjectNode object(@Nullable JsonNode read) {
        if (read instanceof ObjectNode object) {
            return object;
        }
        throw new ApiRefusal(400, "json.no-object");
    }

    private static void checkType(@Nullable String type) {
        if (type == null) {
            return;
        }
        var plain = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!plain.equals(TYPE) && !plain.endsWith("+json")) {
            throw new ApiRefusal(415, "json.type");
        }
    }

    /// The charset that the header names; null where JSON itself tells.
    private static @Nullable Charset charset(@Nullable String type) {
        var named = CHARSET.matcher(type == null ? "" : type);
        if (!named.find() || named.group(1).toLowerCase(Locale.ROOT).startsWith("utf")) {
            return null;
        }
        try {
            return Charset.forName(named.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new ApiRefusal(415, "json.charset");
        }
    }

    private static String decode(byte[] body, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }
}
