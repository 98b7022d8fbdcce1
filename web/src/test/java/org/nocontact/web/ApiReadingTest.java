package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nocontact.reading.InLabel;
import tools.jackson.databind.JsonNode;

class ApiReadingTest extends ApiTestBase {
    @BeforeEach
    void begin() {
        begin("{\"name\": \"Daniel\"}");
    }

    @Test
    void saysWhatAMessageIsWithItsEvidenceAndItsPracticalPart() {
        var text = "You never cared. Bring the keys on Friday.";
        trial.reader.isSure(text, InLabel.HOSTILE, 0.81234, "You never cared", "Bring the keys on Friday.");

        var taken = receive(text);

        assertThat(taken.at("/label").stringValue()).isEqualTo("hostile");
        assertThat(taken.at("/reading/labels/0").stringValue()).isEqualTo("hostile");
        assertThat(taken.at("/reading/sure").booleanValue()).isTrue();
        assertThat(taken.at("/reading/confidence").doubleValue()).isEqualTo(0.812);
        assertThat(taken.at("/reading/evidence/0/end").intValue()).isEqualTo(15);
        assertThat(taken.at("/reading/practical/0/text").stringValue()).isEqualTo("Bring the keys on Friday.");
        assertThat(taken.has("replyWindow")).isTrue();
        assertThat(taken.has("danger")).isFalse();
    }

    @Test
    void saysBothLabelsAndNotesNoneWhenItIsNotSure() {
        trial.reader.isNotSure("Sorry about October.", InLabel.APOLOGY, InLabel.SMALL_TALK, "Sorry");

        var taken = receive("Sorry about October.");

        assertThat(taken.at("/reading/sure").booleanValue(true)).isFalse();
        assertThat(taken.at("/reading/labels").size()).isEqualTo(2);
        assertThat(taken.has("label")).isFalse();
    }

    @Test
    void takesTheLabelThatThePersonGives() {
        trial.reader.isSure("Can we talk?", InLabel.HOSTILE, 0.9, "Can we talk", "");

        var taken = phone.post(
                "/api/v1/reach-outs", "{\"via\": \"text\", \"text\": \"Can we talk?\", \"label\": \"small-talk\"}");

        assertThat(taken.json().at("/label").stringValue()).isEqualTo("small-talk");
    }

    @Test
    void keepsTheLabelOfAMessageThatComesOnceMore() {
        trial.reader.isSure("Can we talk?", InLabel.HOSTILE, 0.9, "Can we talk", "");
        phone.post("/api/v1/reach-outs", "{\"via\": \"text\", \"text\": \"Can we talk?\", \"label\": \"small-talk\"}");

        assertThat(receive("Can we talk?").at("/label").stringValue()).isEqualTo("small-talk");
    }

    @Test
    void opensTheWindowAtOnceForAnEmergencyAndSaysWhatToShowFirst() {
        trial.reader.isSure("We are at the hospital.", InLabel.EMERGENCY, 0.9, "hospital", "");

        var taken = receive("We are at the hospital.");

        assertThat(taken.at("/danger/page").stringValue()).isEqualTo("/help-now");
        assertThat(taken.at("/replyWindow/from").stringValue())
                .isEqualTo(clock.truth().toString());
    }

    @Test
    void readsNoOtherLanguageAndNoSilence() {
        assertThat(receive("Kannst du mir bitte schreiben, wann du Zeit hast?")
                        .at("/reading/readable")
                        .booleanValue(true))
                .isFalse();
        assertThat(phone.post("/api/v1/reach-outs", "{\"via\": \"call\"}")
                        .json()
                        .at("/reading/labels")
                        .size())
                .isZero();
    }

    private JsonNode receive(String text) {
        return phone.post("/api/v1/reach-outs", "{\"via\": \"text\", \"text\": \"" + text + "\"}")
                .json();
    }
}
