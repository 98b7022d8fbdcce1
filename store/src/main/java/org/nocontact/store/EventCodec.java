package org.nocontact.store;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Event;
import org.nocontact.core.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.ObjectNode;

/// Events as they are stored: a kind, the facts as JSON, and the words as JSON apart from them.
final class EventCodec {
    private static final String WORDS = "words";

    /// How events of a class are read: looked up once, as a page reads many.
    private static final ClassValue<Form> FORMS = new ClassValue<>() {
        @Override
        protected Form computeValue(Class<?> type) {
            var hasWords = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .anyMatch(WORDS::equals);
            return new Form(StoredJson.MAPPER.readerFor(type), hasWords);
        }
    };

    private record Form(ObjectReader reader, boolean hasWords) {}

    private EventCodec() {}

    static String kind(Class<? extends Event> type) {
        return StoredNames.EVENTS.of(type);
    }

    static byte[] facts(Event event) {
        ObjectNode facts = StoredJson.MAPPER.valueToTree(event);
        facts.remove(WORDS);
        return StoredJson.bytes(facts);
    }

    static byte[] words(Words words) {
        return StoredJson.bytes(words.parts());
    }

    static Words words(byte[] words) {
        return StoredJson.MAPPER.readValue(words, Words.class);
    }

    /// @param words null for an event without words, or when they were burned
    /// @throws Unreadable if this is not an event that this program knows
    static Event event(String kind, byte[] facts, byte @Nullable [] words) {
        var type = StoredNames.EVENTS
                .named(kind)
                .orElseThrow(() -> new Unreadable("it is of a kind that this version does not know: " + kind, null));
        try {
            var form = FORMS.get(type);
            var event = (ObjectNode) StoredJson.MAPPER.readTree(facts);
            if (form.hasWords) {
                event.set(WORDS, words == null ? event.objectNode() : StoredJson.MAPPER.readTree(words));
            }
            return form.reader.readValue(event);
        } catch (JacksonException | IllegalArgumentException | NullPointerException | ClassCastException notOne) {
            throw new Unreadable("its facts are not those of a " + kind, notOne);
        }
    }

    /// A stored entry is not an event. The message goes on from "Entry 7 cannot be read: ".
    static final class Unreadable extends RuntimeException {
        Unreadable(String why, @Nullable Throwable cause) {
            super(why, cause);
        }
    }
}
