package org.nocontact.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nocontact.core.InboundLabel;

class InboundTest {
    @Test
    void isCertainOnlyWhenTheModelIsSure() {
        assertThat(sure(InLabel.PRACTICAL, 0.5, false).certain()).contains(InboundLabel.PRACTICAL);
        assertThat(sure(InLabel.PRACTICAL, 0.9, true).certain()).isEmpty();
        assertThat(notSure(InLabel.APOLOGY, InLabel.SMALL_TALK).certain()).isEmpty();
        assertThat(new Inbound.Empty().certain()).isEmpty();
    }

    @Test
    void isCertainOfABoundaryOnlyWhenItIsSurerThanOfTheRest() {
        assertThat(sure(InLabel.BOUNDARY, 0.6, false).certain()).isEmpty();
        assertThat(sure(InLabel.BOUNDARY, 0.8, false).certain()).contains(InboundLabel.BOUNDARY);
    }

    @Test
    void speaksOfDangerAlsoWhenItIsNotSure() {
        assertThat(sure(InLabel.EMERGENCY, 0.9, true).danger()).isTrue();
        assertThat(notSure(InLabel.SMALL_TALK, InLabel.EMERGENCY).danger()).isTrue();
        assertThat(notSure(InLabel.APOLOGY, InLabel.SMALL_TALK).danger()).isFalse();
    }

    @Test
    void findsWordsOfDangerInAShortMessageOfAnotherLanguage() {
        var reader = Reader.ofCuesAlone();

        assertThat(reader.readIn("Ich will sterben").danger()).isTrue();
        assertThat(reader.readOut("je veux mourir", java.util.Set.of()).danger())
                .isTrue();
        assertThat(reader.readOut("Danke für deine Hilfe", java.util.Set.of()).danger())
                .isFalse();
        assertThat(reader.readIn("ok, Friday")).isNotInstanceOf(Inbound.CannotRead.class);
    }

    private static Inbound sure(InLabel label, double confidence, boolean cuesAlone) {
        return new Inbound.Sure(label, confidence, Map.of(label, confidence), List.of(), List.of(), cuesAlone);
    }

    private static Inbound notSure(InLabel first, InLabel second) {
        return new Inbound.NotSure(first, second, Map.of(), List.of(), List.of(), false);
    }
}
