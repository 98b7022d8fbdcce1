package org.nocontact.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nocontact.core.Act;
import org.nocontact.core.Change;
import org.nocontact.core.Clause;
import org.nocontact.core.DayAnswer;
import org.nocontact.core.Event;
import org.nocontact.core.InboundLabel;
import org.nocontact.core.Kind;
import org.nocontact.core.Loosening;
import org.nocontact.core.NoteKind;
import org.nocontact.core.Opening;
import org.nocontact.core.Topic;
import org.nocontact.core.Words;

class EventCodecTest {
    private static final Path GOLDEN = Path.of("src/test/resources/org/nocontact/store/golden");

    static final Map<Class<?>, Names<?>> TABLES = Map.of(
            Event.class, StoredNames.EVENTS,
            Kind.class, StoredNames.KINDS,
            Change.class, StoredNames.CHANGES,
            Loosening.class, StoredNames.LOOSENINGS,
            Clause.class, StoredNames.CLAUSES,
            Opening.class, StoredNames.OPENINGS);

    static List<Event> events() {
        return Samples.events();
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsBackWhatItWrote(Event event) {
        var words = event.words().isEmpty() ? null : EventCodec.words(event.words());

        assertThat(EventCodec.event(EventCodec.kind(event.getClass()), EventCodec.facts(event), words))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void keepsTheWordsOutOfTheFacts(Event event) {
        var facts = new String(EventCodec.facts(event), UTF_8);

        assertThat(facts).doesNotContain("words");
        event.words().parts().values().forEach(part -> assertThat(facts).doesNotContain(part));
    }

    @Test
    void hasAStoredNameForEveryCase() {
        TABLES.forEach((type, names) -> assertThat(Set.copyOf(names.classes())).isEqualTo(cases(type)));
    }

    @Test
    void callsAClauseInTheLedgerAsOnTheWire() {
        Samples.CLAUSES.forEach(
                clause -> assertThat(StoredNames.CLAUSES.of(clause.getClass())).isEqualTo(clause.id()));
    }

    @Test
    void hasASampleOfEveryCase() {
        assertThat(classes(Samples.events())).isEqualTo(cases(Event.class));
        assertThat(classes(Samples.CLAUSES)).isEqualTo(cases(Clause.class));
        assertThat(classes(Samples.CHANGES)).isEqualTo(cases(Change.class));
        assertThat(classes(Samples.LOOSENINGS)).isEqualTo(cases(Loosening.class));
    }

    private static Set<Class<?>> classes(List<?> samples) {
        return samples.stream().map(Object::getClass).collect(Collectors.toSet());
    }

    private static Set<Class<?>> cases(Class<?> type) {
        return Set.of(type.getPermittedSubclasses());
    }

    /// The files were written by earlier versions and are never changed. A new kind gets a new file, which
    /// `-Dnocontact.golden=write` makes.
    @Test
    void readsWhatEarlierVersionsStored() throws IOException {
        if ("write".equals(System.getProperty("nocontact.golden"))) {
            writeMissingGoldenFiles();
        }
        var samples = samplesByKind();
        for (var kind : samples.keySet()) {
            var stored = Files.readAllLines(GOLDEN.resolve(kind + ".jsonl"));
            assertThat(stored.stream().map(line -> read(kind, line)))
                    .as(kind)
                    .containsExactlyElementsOf(samples.get(kind));
        }
    }

    private static Event read(String kind, String line) {
        var tab = line.indexOf('\t');
        var facts = tab < 0 ? line : line.substring(0, tab);
        return EventCodec.event(
                kind,
                facts.getBytes(UTF_8),
                tab < 0 ? null : line.substring(tab + 1).getBytes(UTF_8));
    }

    private static void writeMissingGoldenFiles() throws IOException {
        Files.createDirectories(GOLDEN);
        for (var ofAKind : samplesByKind().entrySet()) {
            var file = GOLDEN.resolve(ofAKind.getKey() + ".jsonl");
            if (Files.notExists(file)) {
                Files.writeString(
                        file,
                        ofAKind.getValue().stream().map(EventCodecTest::line).collect(Collectors.joining()));
            }
        }
    }

    private static String line(Event event) {
        var words = event.words().isEmpty() ? "" : "\t" + new String(EventCodec.words(event.words()), UTF_8);
        return new String(EventCodec.facts(event), UTF_8) + words + "\n";
    }

    private static Map<String, List<Event>> samplesByKind() {
        var byKind = new LinkedHashMap<String, List<Event>>();
        for (var event : Samples.events()) {
            byKind.computeIfAbsent(EventCodec.kind(event.getClass()), _ -> new ArrayList<>())
                    .add(event);
        }
        return byKind;
    }

    static final List<List<String>> WORDS_OF_THE_LEDGER = List.of(
            List.of("text", "call", "picture", "email", "like", "comment", "through-someone", "in-person", "look"),
            List.of("work", "children", "home", "money", "belongings", "legal"),
            List.of("emergency", "boundary", "hostile", "wants-back", "apology", "practical", "small-talk"),
            List.of("reason", "activity", "friend", "place", "exit"),
            List.of("kept", "contacted", "skipped"));

    @Test
    void storesEnumsByWordsThatDoNotChange() {
        var stored = Stream.of(
                        Act.values(), Topic.values(), InboundLabel.values(), NoteKind.values(), DayAnswer.values())
                .map(values -> Arrays.stream(values)
                        .map(value -> StoredJson.MAPPER.valueToTree(value).asString())
                        .toList())
                .toList();

        assertThat(stored).isEqualTo(WORDS_OF_THE_LEDGER);
    }

    @Test
    void storesSetsInTheSameOrderEveryTime() {
        assertThat(new String(EventCodec.facts(new Event.RuleBegun(Samples.RULE, Samples.DAY, null)), UTF_8))
                .contains("\"topics\":[\"work\",\"home\",\"money\"]")
                .contains("\"acts\":[\"text\",\"call\",\"picture\"");
    }

    static final List<String> ODD_WORDS =
            List.of("\u0000", "\ud83d", "a\udc00b\ud83d\ude42", "\"\\\n\r\u2028\t", "ﷺ", "e\u0301", "\ufffe\uffff");

    @ParameterizedTest
    @FieldSource("ODD_WORDS")
    void bringsBackCharactersThatHardlyAnybodyWrites(String text) {
        var letter = new Event.LetterWritten(Words.text("x" + text));

        assertThat(EventCodec.event("letter-written", EventCodec.facts(letter), EventCodec.words(letter.words())))
                .isEqualTo(letter);
    }

    static final List<String> NOT_FACTS = List.of(
            "", "[]", "3", "{", "{}", "{\"letter\":null}", "{\"letter\":\"x\"}", "{\"letter\":1,\"more\":2}", "{} {}");

    @ParameterizedTest
    @FieldSource("NOT_FACTS")
    void refusesFactsThatAreNone(String facts) {
        assertThatThrownBy(() -> EventCodec.event("letter-burned", facts.getBytes(UTF_8), null))
                .isInstanceOf(EventCodec.Unreadable.class);
    }

    @Test
    void refusesAKindOfALaterVersion() {
        assertThatThrownBy(() -> EventCodec.event("moon-seen", "{}".getBytes(UTF_8), null))
                .isInstanceOf(EventCodec.Unreadable.class)
                .hasMessageContaining("moon-seen");
    }
}
