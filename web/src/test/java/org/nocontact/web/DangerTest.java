package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocontact.core.Event;
import org.nocontact.core.NoteKind;
import org.nocontact.core.Words;
import org.nocontact.reading.ModelState;
import org.nocontact.reading.Reader;

class DangerTest extends ApiTestBase {
    private static final String CRISIS = "I want to die";

    private final PersonWithARule person = new PersonWithARule();

    @Override
    void close() {
        super.close();
        person.close();
    }

    @Test
    void goesBeforeEverythingAfterALetterThatIsKept() {
        person.trial.keeper.addNote(NoteKind.FRIEND, new Words(Map.of("text", "Amira", "phone", "+1 555 0142")));

        var screen = person.visitor.speaking("en-GB").open("/letters").press("Keep it", "words", CRISIS);

        assertThat(screen.address()).hasPath("/danger");
        assertThat(screen.text())
                .contains("is there danger now?", "999", "Samaritans", "Call Amira.", "It misses much")
                .doesNotContain("low");
        assertThat(person.events(Event.LetterWritten.class))
                .extracting(letter -> letter.words().text())
                .containsExactly(CRISIS);
        assertThat(screen.follow("Nobody is in danger; go on").text()).contains(CRISIS);
    }

    @Test
    void goesBeforeEverythingAfterAllThatAPersonWrites() {
        var visitor = person.visitor;
        assertThat(visitor.open("/slips")
                        .press("Keep going", "day", "2026-03-01", "brought", CRISIS)
                        .address())
                .hasPath("/danger");
        assertThat(visitor.open("/weak-hour")
                        .press("Keep it here", "words", CRISIS)
                        .address())
                .hasPath("/danger");
        assertThat(visitor.open("/weak-hour")
                        .press("That is enough for tonight", "set-off", CRISIS)
                        .address())
                .hasPath("/danger");
        var received = visitor.open("/received").press("Keep it here", "text", "When do you come?");
        var reply = received.press("Note it", "label", "practical")
                .press("Ask the rule, then send it yourself", "reply", CRISIS);
        assertThat(reply.main().child(0).id()).isEqualTo("danger");
        assertThat(person.events(Event.SlipRecorded.class)).hasSize(1);
        assertThat(person.events(Event.LetterWritten.class)).hasSize(1);
        assertThat(person.events(Event.UrgeEased.class)).hasSize(1);
    }

    @Test
    void knowsWordsOfOtherLanguages() {
        for (var words : new String[] {"Ich will sterben", "je veux mourir", "quiero morir", "死にたい", "хочу умереть"}) {
            assertThat(person.visitor
                            .open("/letters")
                            .press("Keep it", "words", words)
                            .address())
                    .as(words)
                    .hasPath("/danger");
        }
    }

    @Test
    void isNotSaidOfEverySadWord() {
        for (var words : new String[] {
            "I miss you so much it hurts", "This is killing me", "I cried all evening.", "Danke für deine Hilfe"
        }) {
            assertThat(person.visitor
                            .open("/letters")
                            .press("Keep it", "words", words)
                            .address()
                            .getPath())
                    .as(words)
                    .startsWith("/letters/");
        }
    }

    @Test
    void isReadByTheModelOnceThatIsThere(@TempDir Path folder) throws InterruptedException {
        var reader = Reader.withModelIn(folder);
        assertThat(reader.await(Duration.ofSeconds(60))).isInstanceOf(ModelState.Ready.class);
        var danger = new Danger(reader);

        assertThat(danger.isIn(CRISIS)).isTrue();
        assertThat(danger.isIn("I miss you. ".repeat(2_000) + CRISIS)).isTrue();
        assertThat(danger.isIn("I miss you so much it hurts")).isFalse();
        assertThat(danger.isIn("The landlord comes on Thursday at five.")).isFalse();
        assertThat(danger.isIn(" ")).isFalse();
    }

    @Test
    void goesOnOnlyWithinThesePages() {
        for (var foreign :
                new String[] {"//evil.example/", "https://evil.example/", "javascript:alert(1)", "/%5Cevil.example"}) {
            assertThat(person.visitor.open("/danger?then=" + foreign).all("a.plain"))
                    .isNotEmpty();
            assertThat(person.visitor.open("/danger?then=" + foreign).source()).doesNotContain("evil", "alert(1)");
        }
    }

    @Test
    void isSaidByTheInterfaceWithEveryAnswerToWords() {
        begin("{\"name\": \"Daniel\"}");
        var body = "{\"text\": \"" + CRISIS + "\"}";
        assertThat(phone.post("/api/v1/letters", body).json().at("/danger/page").stringValue())
                .isEqualTo("/help-now");
        assertThat(phone.post("/api/v1/urges", "{\"setOff\": \"" + CRISIS + "\"}")
                        .json()
                        .has("danger"))
                .isTrue();
        assertThat(phone.post("/api/v1/slips", "{\"act\": \"text\", \"brought\": \"" + CRISIS + "\"}")
                        .json()
                        .has("danger"))
                .isTrue();
        assertThat(attempt("Daniel", CRISIS, false)).isTrue();
        assertThat(attempt("Daniel", "Are you there?", false)).isFalse();
        assertThat(attempt("mum@mail.example", CRISIS, false)).isFalse();
        assertThat(attempt("Daniel", CRISIS, true)).isFalse();
        assertThat(phone.get("/api/v1/letters").json().at("/letters/0").has("danger"))
                .isFalse();
    }

    private boolean attempt(String to, String text, boolean emergency) {
        return phone.post(
                        "/api/v1/attempts",
                        "{\"act\": \"email\", \"to\": \"" + to + "\", \"text\": \"" + text + "\", \"emergency\": "
                                + emergency + "}")
                .json()
                .has("danger");
    }
}
