package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Event;

class ApiAttemptTest extends ApiTestBase {
    private static final String ATTEMPTS = "/api/v1/attempts";

    @BeforeEach
    void beginTheRule() {
        begin("""
                {"name": "Daniel", "phones": ["+1 415 555 0133"], "emails": ["daniel.k@mail.example"]}""");
    }

    @Test
    void holdsATextToTheExsNumberWrittenAnotherWayAndKeepsItAsALetter() {
        var reply = phone.post(ATTEMPTS, """
                {"act": "text", "to": "(415) 555-0133", "text": "Are you there?"}""");

        assertThat(reply.status()).isEqualTo(200);
        var verdict = reply.json();
        assertThat(verdict.get("verdict").stringValue()).isEqualTo("hold");
        assertThat(verdict.get("clause").stringValue()).isEqualTo("held-act");
        assertThat(verdict.get("why").stringValue()).isEqualTo("Your rule holds texts to them.");
        var letter = phone.get("/api/v1/letters").json().get("letters").get(0);
        assertThat(letter.get("id")).isEqualTo(verdict.get("letter"));
        assertThat(letter.get("text").stringValue()).isEqualTo("Are you there?");
        assertThat(letter.at("/held/guard").stringValue()).isEqualTo("phone");
    }

    @Test
    void passesAFriendsNumberAndWritesNothingDown() {
        var before = trial.ledger.last(trial.keeper.account());

        var verdict = phone.post(ATTEMPTS, """
                {"act": "text", "to": "+1 415 555 0177"}""").json();

        assertThat(verdict.get("verdict").stringValue()).isEqualTo("pass");
        assertThat(trial.ledger.last(trial.keeper.account())).isEqualTo(before);
    }

    @Test
    void allowsAnEmergencyAndWritesItDown() {
        var verdict = phone.post(ATTEMPTS, """
                {"act": "call", "to": "+14155550133", "emergency": true}""").json();

        assertThat(verdict.get("verdict").stringValue()).isEqualTo("allow");
        assertThat(verdict.get("clause").stringValue()).isEqualTo("emergency");
        var newest = trial.ledger.entry(trial.keeper.account(), trial.ledger.last(trial.keeper.account()));
        assertThat(newest.orElseThrow().event()).isInstanceOf(Event.AttemptAllowed.class);
    }

    @Test
    void saysWhyInTheLanguageThatIsAskedFor() {
        var verdict = phone.with("Accept-Language", "de-AT, en;q=0.5").post(ATTEMPTS, """
                {"act": "text", "to": "Daniel"}""");

        assertThat(verdict.headers()).containsEntry("content-language", "de");
        assertThat(verdict.json().get("why").stringValue()).isNotEqualTo("Your rule holds texts to them.");
    }

    @Test
    void holdsWhatCannotBeReadAsAnAddressWhenItIsTheExsName() {
        begin("""
                {"names": ["@@daniel"]}""");

        assertThat(verdict("@@Daniel")).isEqualTo("hold");
        assertThat(verdict("@@somebody")).isEqualTo("pass");
    }

    @Test
    void saysWhenAnAnswerToTheirMessageWillBeAllowed() {
        phone.post("/api/v1/reach-outs", """
                {"via": "text", "text": "Your parcel is here."}""");

        var verdict = phone.post(ATTEMPTS, """
                {"act": "text", "to": "Daniel", "text": "Thank you."}""").json();

        assertThat(verdict.get("clause").stringValue()).isEqualTo("reply-later");
        assertThat(verdict.get("askAgainAt").stringValue())
                .isEqualTo(clock.truth().plus(Duration.ofHours(12)).toString());
        clock.passes(Duration.ofHours(12));
        assertThat(verdict("Daniel")).isEqualTo("allow");
    }

    private String verdict(String to) {
        var reply = phone.post(ATTEMPTS, "{\"act\": \"text\", \"to\": \"" + to + "\", \"text\": \"Thank you.\"}");
        return reply.json().get("verdict").stringValue();
    }
}
