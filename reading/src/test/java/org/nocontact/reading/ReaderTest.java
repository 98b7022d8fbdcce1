package org.nocontact.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path cache;

    @SuppressWarnings("NullAway.Init")
    private static Reader reader;

    @BeforeAll
    static void load() throws InterruptedException {
        reader = Reader.withModelIn(cache);
        assertThat(reader.await(Duration.ofSeconds(60))).isInstanceOf(ModelState.Ready.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "we are at the hospital, Sam can't breathe, come now|EMERGENCY",
                "I've blocked you. Do not contact me again|BOUNDARY",
                "you are a liar and a pathetic excuse for a father|HOSTILE",
                "I made a mistake leaving you, can we try again?|WANTS_BACK",
                "I'm sorry for the way I treated you, it was my fault|APOLOGY",
                "can you pick Ella up from school at 4 on Thursday?|PRACTICAL",
                "hey, how are you? saw a heron today|SMALL_TALK"
            })
    void readsPlainMessages(String text, InLabel label) {
        assertThat(reader.readIn(text))
                .isInstanceOfSatisfying(
                        Inbound.Sure.class, read -> assertThat(read.label()).isEqualTo(label));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "please take me back, I'll do anything, just one more chance|BEGGING",
                "answer me by tonight or I'm coming over|PRESSURE",
                "you lied to me and you ruined everything|BLAME",
                "I love you and I miss you every night|DECLARATION",
                "I want to die, I've got the pills here|CRISIS",
                "The boiler man comes on Tuesday at 9, can you let him in?|PRACTICAL"
            })
    void readsPlainDrafts(String text, OutLabel label) {
        assertThat(reader.readOut(text, Set.of()).labels()).contains(label);
    }

    @Test
    void takesThePracticalPartOutOfAProvocation() {
        var text = "You are a useless father and a liar. Pick-up is on Friday at 6 from school.";
        var read = (Inbound.Sure) reader.readIn(text);

        assertThat(read.label()).isEqualTo(InLabel.HOSTILE);
        assertThat(read.practical())
                .extracting(span -> text.substring(span.start(), span.end()))
                .containsExactly("Pick-up is on Friday at 6 from school.");
    }

    @Test
    void findsADraftOffTopicOnlyWhenTopicsAreGiven() {
        var text = "can you send me the invoice for the studio rent by Friday?";

        assertThat(reader.readOut(text, Set.of()).labels()).doesNotContain(OutLabel.OFF_TOPIC);
        assertThat(reader.readOut(text, Set.of("money")).labels()).doesNotContain(OutLabel.OFF_TOPIC);
        assertThat(reader.readOut("I love you and I miss you so much", Set.of("money"))
                        .labels())
                .contains(OutLabel.OFF_TOPIC);
    }

    @Test
    void offersACalmerWordingForEveryDisturbingPart() {
        var draft = reader.readOut("You never listen, you liar. Answer me now. Rent is due on Friday.", Set.of());

        assertThat(draft.calm()).isFalse();
        assertThat(draft.remarks())
                .isNotEmpty()
                .allSatisfy(remark -> assertThat(remark.calmer()).isNotBlank());
    }

    @Test
    void everyLabelComesWithASpanThatCarriesIt() throws Exception {
        var examples = Example.readAll(Path.of("src/train/messages"));
        for (int i = 0; i < examples.size(); i += 40) {
            var example = examples.get(i);
            if (example.in()) {
                carries(example.text());
            } else {
                carriesDraft(example.text());
            }
        }
    }

    private static void carries(String text) {
        if (reader.readIn(text) instanceof Inbound.Sure read && read.label() != InLabel.SMALL_TALK) {
            assertThat(read.evidence())
                    .as(text)
                    .anyMatch(span -> !reader.readIn(without(text, span)).equals(read));
        }
    }

    private static void carriesDraft(String text) {
        var read = reader.readOut(text, Set.of());
        for (var label : read.labels()) {
            assertThat(read.evidence())
                    .as(label + " in " + text)
                    .filteredOn(span -> span.label().equals(label.word()))
                    .anyMatch(span -> !reader.readOut(without(text, span), Set.of())
                            .confidences()
                            .equals(read.confidences()));
        }
    }

    private static String without(String text, Span span) {
        return text.substring(0, span.start()) + text.substring(span.end());
    }
}
