package org.nocontact.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeMap;
import org.nocontact.core.Act;
import org.nocontact.core.Change;
import org.nocontact.core.Clause;
import org.nocontact.core.DayAnswer;
import org.nocontact.core.Handle;
import org.nocontact.core.InboundLabel;
import org.nocontact.core.Kind;
import org.nocontact.core.Loosening;
import org.nocontact.core.NoteKind;
import org.nocontact.core.Opening;
import org.nocontact.core.Rule;
import org.nocontact.core.Topic;
import org.nocontact.core.Words;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/// How the domain's values look as stored JSON: records by their components, in their order, absent ones left out;
/// cases of sealed types by the name in `is`; handles by their canonical form; words of the wire for what has one.
final class StoredJson {
    static final JsonMapper MAPPER = mapper();

    private StoredJson() {}

    /// One line of UTF-8.
    static byte[] bytes(Object value) {
        var text = MAPPER.writeValueAsString(value);
        return (hasHalfCharacters(text) ? escaped(value) : text).getBytes(StandardCharsets.UTF_8);
    }

    /// Half of a surrogate pair cannot be said in UTF-8; as an escape it comes back as it was.
    private static boolean hasHalfCharacters(String text) {
        return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    private static String escaped(Object value) {
        return MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(value);
    }

    private static JsonMapper mapper() {
        var factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .build();
        var builder = JsonMapper.builder(factory)
                .changeDefaultPropertyInclusion(
                        _ -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .addMixIn(Act.class, Worded.class)
                .addMixIn(Topic.class, Worded.class)
                .addMixIn(InboundLabel.class, Worded.class)
                .addMixIn(NoteKind.class, Worded.class)
                .addMixIn(DayAnswer.class, WordedDayAnswer.class)
                .addMixIn(Rule.class, RuleInOrder.class)
                .addMixIn(Kind.Limited.class, LimitedInOrder.class)
                .addModule(new SimpleModule()
                        .addSerializer(Handle.class, new HandleWriter())
                        .addDeserializer(Handle.class, new HandleReader())
                        .addDeserializer(Words.class, new WordsReader()));
        named(builder, Kind.class, StoredNames.KINDS);
        named(builder, Change.class, StoredNames.CHANGES);
        named(builder, Loosening.class, StoredNames.LOOSENINGS);
        named(builder, Clause.class, StoredNames.CLAUSES);
        named(builder, Opening.class, StoredNames.OPENINGS);
        return builder.build();
    }

    private static <T> void named(JsonMapper.Builder builder, Class<T> type, Names<T> names) {
        builder.addMixIn(type, Named.class);
        names.classes().forEach(one -> builder.registerSubtypes(new NamedType(one, names.of(one))));
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Named {}

    private interface Worded {
        @JsonValue
        String word();
    }

    @SuppressWarnings("unused")
    private enum WordedDayAnswer {
        @JsonProperty("kept")
        KEPT,
        @JsonProperty("contacted")
        CONTACTED,
        @JsonProperty("skipped")
        SKIPPED
    }

    @SuppressWarnings("UnusedMethod")
    private interface RuleInOrder {
        @JsonSerialize(using = InOrder.class)
        Set<Act> acts();
    }

    @SuppressWarnings("UnusedMethod")
    private interface LimitedInOrder {
        @JsonSerialize(using = InOrder.class)
        Set<Topic> topics();
    }

    /// Writes a set of words in the order in which they are declared: sets of their own have none.
    static final class InOrder<E extends Enum<E>> extends ValueSerializer<Collection<E>> {
        @Override
        public void serialize(Collection<E> values, JsonGenerator json, SerializationContext context) {
            json.writeStartArray();
            for (var value : values.isEmpty() ? values : EnumSet.copyOf(values)) {
                json.writePOJO(value);
            }
            json.writeEndArray();
        }
    }

    private static final class HandleWriter extends ValueSerializer<Handle> {
        @Override
        public void serialize(Handle handle, JsonGenerator json, SerializationContext context) {
            json.writeString(handle.canonical());
        }
    }

    private static final class HandleReader extends ValueDeserializer<Handle> {
        @Override
        public Handle deserialize(JsonParser json, DeserializationContext context) {
            return Handle.ofCanonical(json.getValueAsString(""));
        }
    }

    private static final class WordsReader extends ValueDeserializer<Words> {
        @Override
        public Words deserialize(JsonParser json, DeserializationContext context) {
            if (!json.isExpectedStartObjectToken()) {
                return (Words) context.handleUnexpectedToken(Words.class, json);
            }
            var parts = new TreeMap<String, String>();
            for (var name = json.nextName(); name != null; name = json.nextName()) {
                var part = json.nextStringValue();
                if (part == null) {
                    return (Words) context.handleUnexpectedToken(String.class, json);
                }
                parts.put(name, part);
            }
            return new Words(parts);
        }
    }
}
