package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The words that stand in the API and in ledgers: they cannot change any more.
class GlossaryTest {

    @Test
    void nineActs() {
        assertThat(Arrays.stream(Act.values()).map(Act::word))
                .containsExactly(
                        "text", "call", "picture", "email", "like", "comment", "through-someone", "in-person", "look");
        assertThat(Arrays.stream(Act.values()).map(act -> Act.of(act.word()).orElseThrow()))
                .containsExactly(Act.values());
        assertThat(Act.of("TEXT")).isEmpty();
    }

    @Test
    void sixTopics() {
        assertThat(Arrays.stream(Topic.values()).map(Topic::word))
                .containsExactly("work", "children", "home", "money", "belongings", "legal");
        assertThat(Topic.of("legal")).contains(Topic.LEGAL);
        assertThat(Topic.of("love")).isEmpty();
    }

    @Test
    void sevenLabels() {
        assertThat(Arrays.stream(InboundLabel.values()).map(InboundLabel::word))
                .containsExactly(
                        "emergency", "boundary", "hostile", "wants-back", "apology", "practical", "small-talk");
        assertThat(InboundLabel.of("wants-back")).contains(InboundLabel.WANTS_BACK);
        assertThat(InboundLabel.of("love")).isEmpty();
    }

    @Test
    void fiveKindsOfNote() {
        assertThat(Arrays.stream(NoteKind.values()).map(NoteKind::word))
                .containsExactly("reason", "activity", "friend", "place", "exit");
        assertThat(NoteKind.of("friend")).contains(NoteKind.FRIEND);
        assertThat(NoteKind.of("love")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "A", "a_b", "a/b", "../a", "ä"})
    void anAccountIsNamedSoThatItCanStandAnywhere(String name) {
        assertThatThrownBy(() -> new Account(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWaitIsShownOnTheClockThatThePersonSees() {
        var trusted = Instant.parse("2026-03-02T10:00:00Z");
        var now = new Now(trusted.plus(Duration.ofDays(400)), trusted, ZoneId.of("Europe/Berlin"));
        assertThat(now.shown(trusted.plus(Duration.ofHours(1)))).hasToString("2027-04-06T13:00+02:00[Europe/Berlin]");
        assertThat(now.day()).hasToString("2027-04-06");
    }
}
