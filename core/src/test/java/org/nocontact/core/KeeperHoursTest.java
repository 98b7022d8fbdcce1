package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nocontact.core.DayAnswer.KEPT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeeperHoursTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final Scene scene = Scene.with(Rules.noContact());
    private final Keeper keeper = scene.keeper;

    @Test
    void remembersHowLongAWeakHourTookAndWhatHelped() {
        var walk = keeper.addNote(NoteKind.ACTIVITY, Words.text("a walk"));
        var urge = keeper.urge(8, Words.text("a song"));
        scene.passes(Duration.ofMinutes(25));
        keeper.ease(eased(urge, 3, walk));
        keeper.look((story, now) -> {
            assertThat(story.urges().open(now.at())).isEmpty();
            assertThat(story.urges().minutes()).containsExactly(25L);
            assertThat(story.urges().helped()).containsExactly(new Urges.Helped(walk, 1, 1, 8, 3));
            return true;
        });
    }

    @Test
    void easesOnlyTheWeakHourThatIsOpen() {
        assertRefuses(() -> keeper.ease(eased(1, 3, null)));
        var urge = keeper.urge(null, Words.NONE);
        keeper.ease(eased(urge, null, null));
        assertRefuses(() -> keeper.ease(eased(urge, 3, null)));
        var late = keeper.urge(5, Words.NONE);
        scene.passes(Duration.ofHours(12));
        assertRefuses(() -> keeper.ease(eased(late, 3, null)));
    }

    @Test
    void takesAStrengthFromZeroToTen() {
        assertRefuses(() -> keeper.urge(11, Words.NONE));
        assertRefuses(() -> keeper.urge(-1, Words.NONE));
        var urge = keeper.urge(10, Words.NONE);
        assertRefuses(() -> keeper.ease(eased(urge, 11, null)));
        assertRefuses(() -> keeper.ease(eased(urge, 0, 999L)));
        keeper.ease(eased(urge, 0, null));
    }

    @Test
    void takesTheLatestRatingOfAWeakHourOrBeginsOne() {
        keeper.rate(4);
        keeper.rate(9);
        assertRefuses(() -> keeper.rate(11));
        assertThat(scene.story().urges().count()).isEqualTo(1);
        assertThat(scene.story().urges().open(TurnedClock.START).orElseThrow().strength())
                .isEqualTo(9);
    }

    @Test
    void keepsTheTotalsAndTheLongestRunThroughASlip() {
        scene.passes(DAY.multipliedBy(9));
        keeper.answer(new Event.DaysAnswered(Scene.TODAY.plusDays(1), Scene.TODAY.plusDays(8), KEPT));
        keeper.seeToday();
        var before = kept();
        keeper.slip(scene.clock.truth(), Act.TEXT, true, Words.NONE);
        assertThat(kept()).isEqualTo(before).isEqualTo(9);
        scene.passes(DAY);
        keeper.seeToday();
        assertThat(kept()).isEqualTo(9);
        keeper.look((story, now) -> {
            var days = story.days().orElseThrow();
            assertThat(days.counted(now.day())).isEqualTo(10);
            assertThat(days.longestRun(now.day())).isEqualTo(9);
            assertThat(days.currentRun(now.day())).isZero();
            assertThat(story.countedFrom()).contains(Scene.TODAY.plusDays(9));
            return true;
        });
    }

    @Test
    void goesOnCountingFromWhereItWasWhenThePersonKeepsGoing() {
        scene.passes(DAY);
        keeper.slip(scene.clock.truth(), Act.CALL, false, Words.NONE);
        assertThat(scene.story().countedFrom()).contains(Scene.TODAY);
    }

    @Test
    void doesNotCountFromFurtherBackBecauseOfASlipThatIsWrittenDownLate() {
        scene.passes(DAY.multipliedBy(5));
        keeper.slip(scene.clock.truth(), Act.CALL, true, Words.NONE);
        keeper.slip(scene.clock.truth().minus(DAY.multipliedBy(3)), Act.CALL, true, Words.NONE);
        assertThat(scene.story().countedFrom()).contains(Scene.TODAY.plusDays(5));
        assertThat(scene.story().days().orElseThrow().contactDays())
                .containsExactly(Scene.TODAY.plusDays(2), Scene.TODAY.plusDays(5));
    }

    @Test
    void refusesASlipThatCannotHaveHappened() {
        for (var happened : new Instant[] {
            TurnedClock.START.plus(Duration.ofMinutes(3)),
            TurnedClock.START.minus(DAY.multipliedBy(366 * 51)),
            Instant.MIN,
            Instant.MAX
        }) {
            assertRefuses(() -> keeper.slip(happened, Act.CALL, false, Words.NONE));
        }
    }

    @Test
    void putsASlipOnTheDayThatItWasWhereThePersonIs() {
        var auckland = new Scene(ZoneId.of("Pacific/Auckland"));
        auckland.keeper.setRule(Rules.noContact(), null);
        auckland.keeper.slip(Instant.parse("2026-03-01T11:30:00Z"), Act.CALL, false, Words.NONE);
        assertThat(auckland.events(Event.SlipRecorded.class).getFirst().day()).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void countsADayOnceAlsoWhenTheClockChangesToSummerTime() {
        var berlin = new Scene(ZoneId.of("Europe/Berlin"));
        berlin.keeper.setRule(Rules.noContact(), null);
        for (var hours = 0; hours < 40 * 24; hours += 6) {
            berlin.keeper.seeToday();
            berlin.passes(Duration.ofHours(6));
        }
        assertThat(berlin.story().days().orElseThrow().kept(berlin.today())).isEqualTo(40);
        assertThat(berlin.events(Event.DaySeen.class)).hasSize(40);
    }

    @Test
    void losesNoDayWhenThePersonTravelsAcrossTheDateLine() {
        scene.passes(DAY);
        keeper.set(Map.of(Keeper.ZONE, "Pacific/Kiritimati"));
        keeper.seeToday();
        keeper.set(Map.of(Keeper.ZONE, "Pacific/Pago_Pago"));
        keeper.seeToday();
        scene.passes(DAY.multipliedBy(3));
        assertThat(kept()).isEqualTo(3);
    }

    @Test
    void takesAnswersForDaysThatWere() {
        var tomorrow = Scene.TODAY.plusDays(1);
        assertRefuses(() -> keeper.answer(new Event.DaysAnswered(tomorrow, tomorrow, KEPT)));
        assertRefuses(() -> keeper.answer(new Event.DaysAnswered(Scene.TODAY, Scene.TODAY.minusDays(1), KEPT)));
        assertRefuses(() -> keeper.answer(new Event.DaysAnswered(LocalDate.MIN, Scene.TODAY, KEPT)));
        assertRefuses(() -> new Scene().keeper.answer(new Event.DaysAnswered(Scene.TODAY, Scene.TODAY, KEPT)));
        keeper.answer(new Event.DaysAnswered(Scene.TODAY, Scene.TODAY, KEPT));
    }

    private int kept() {
        return scene.story().days().orElseThrow().kept(scene.today());
    }

    private static Event.UrgeEased eased(long urge, @Nullable Integer strength, @Nullable Long helped) {
        return new Event.UrgeEased(urge, strength, helped, Words.NONE);
    }

    private static void assertRefuses(ThrowingCallable wrong) {
        assertThatThrownBy(wrong).isInstanceOf(Invalid.class).hasMessageEndingWith(".");
    }
}
