package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StoryTest {
    private final Story story = new Story();

    @Test
    void takesEntriesInTheirOrderOnly() {
        add(new Event.LetterWritten(Words.text("one")));
        assertThatThrownBy(() -> story.add(entry(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> story.add(entry(3))).isInstanceOf(IllegalArgumentException.class);
        story.add(entry(2));
        assertThat(story.last()).isEqualTo(2);
    }

    @Test
    void namesTheLatestTwentyThatWereHeldNewestFirst() {
        for (var i = 0; i < 25; i++) {
            add(new Event.AttemptHeld(
                    Act.TEXT, Rules.DANIEL, new Clause.HeldAct(Act.TEXT), "hand", Words.text("letter " + i)));
        }
        assertThat(story.latestHeld()).hasSize(20).startsWith(25L, 24L).endsWith(6L);
        assertThat(story.counts().held()).isEqualTo(25);
    }

    @Test
    void namesTheLatestFiveSlipsNewestFirst() {
        for (var i = 0; i < 7; i++) {
            add(new Event.SlipRecorded(TurnedClock.START, Scene.TODAY, Act.CALL, true, Words.NONE));
        }
        assertThat(story.latestSlips()).containsExactly(7L, 6L, 5L, 4L, 3L);
        assertThat(story.counts().slips()).isEqualTo(7);
        assertThat(story.days()).isEmpty();
    }

    @Test
    void countsALetterAlsoWhenItsWordsWereBurnedSince() {
        var burned = new Event.AttemptHeld(Act.TEXT, Rules.DANIEL, new Clause.HeldAct(Act.TEXT), "hand", Words.NONE);
        story.add(new Entry(1, TurnedClock.START, TurnedClock.START, burned, true));
        add(new Event.LetterBurned(1));
        assertThat(story.counts()).isEqualTo(new Counts(1, 0, 0, 1, 1, 0, 0));
    }

    @Test
    void remembersWhatWasSent() {
        add(new Event.LetterSent(9));
        assertThat(story.wasSent(9)).isTrue();
        assertThat(story.wasSent(8)).isFalse();
    }

    @Test
    void tellsWhatAGuardAskedAboutSinceAnInstant() {
        askAt(0, "phone", Act.TEXT);
        askAt(5, "phone", Act.CALL);
        askAt(9, "mail", Act.EMAIL);
        assertThat(story.askedAbout("phone", TurnedClock.START)).containsExactlyInAnyOrder(Act.TEXT, Act.CALL);
        assertThat(story.askedAbout("phone", TurnedClock.START.plusSeconds(5))).containsExactly(Act.CALL);
        assertThat(story.askedAbout("phone", TurnedClock.START.plusSeconds(6))).isEmpty();
        assertThat(story.askedAbout("web", TurnedClock.START)).isEmpty();
    }

    @Test
    void forgetsTheGuardsThatWereQuietForLongestWhenThereAreTooMany() {
        askAt(0, "first", Act.TEXT);
        askAt(0, "second", Act.TEXT);
        askAt(1, "first", Act.CALL);
        for (var i = 0; i < 199; i++) {
            askAt(2, "guard " + i, Act.TEXT);
        }
        assertThat(story.askedAbout("second", TurnedClock.START)).isEmpty();
        assertThat(story.askedAbout("first", TurnedClock.START)).containsExactlyInAnyOrder(Act.TEXT, Act.CALL);
        assertThat(Story.of(story.snapshot()).snapshot()).isEqualTo(story.snapshot());
    }

    private void askAt(int second, String guard, Act act) {
        var at = TurnedClock.START.plusSeconds(second);
        var held = new Event.AttemptHeld(act, Rules.DANIEL, new Clause.HeldAct(act), guard, Words.NONE);
        story.add(new Entry(story.last() + 1, at, at, held, false));
    }

    private void add(Event event) {
        story.add(new Entry(story.last() + 1, TurnedClock.START, TurnedClock.START, event, false));
    }

    private static Entry entry(long seq) {
        return new Entry(seq, TurnedClock.START, TurnedClock.START, new Event.LetterWritten(Words.NONE), false);
    }
}
