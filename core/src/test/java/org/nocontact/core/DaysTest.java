package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nocontact.core.DayAnswer.CONTACTED;
import static org.nocontact.core.DayAnswer.KEPT;
import static org.nocontact.core.DayAnswer.SKIPPED;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Days.Mark;
import org.nocontact.core.Days.Span;

class DaysTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    private final Days days = new Days(FIRST);

    @Test
    void knowsNothingOfADayOnWhichNothingWasHeard() {
        assertThat(days.of(FIRST)).isEqualTo(Mark.UNKNOWN);
        assertThat(days.counted(day(10))).isZero();
        assertThat(days.kept(day(10))).isZero();
    }

    @Test
    void countsADayAsKeptWhenThePersonWasHere() {
        days.seen(day(0));
        days.seen(day(1));
        assertThat(days.kept(day(2))).isEqualTo(2);
        assertThat(days.counted(day(2))).isEqualTo(2);
    }

    @Test
    void doesNotCountTodayYet() {
        days.seen(day(0));
        assertThat(days.kept(day(0))).isZero();
        assertThat(days.longestRun(day(0))).isZero();
        assertThat(days.kept(day(1))).isEqualTo(1);
    }

    @Test
    void keepsAllOtherDaysWhenThereWasContact() {
        seenTo(9);
        days.contact(day(5));
        assertThat(days.kept(day(10))).isEqualTo(9);
        assertThat(days.counted(day(10))).isEqualTo(10);
        assertThat(days.longestRun(day(10))).isEqualTo(5);
        assertThat(days.currentRun(day(10))).isEqualTo(4);
        assertThat(days.contactDays()).containsExactly(day(5));
        assertThat(days.of(day(5))).isEqualTo(Mark.CONTACT);
    }

    @Test
    void asksForTheEarliestGap() {
        seenTo(2);
        days.seen(day(6));
        days.seen(day(9));
        assertThat(days.gap(day(12))).contains(new Span(day(3), day(5)));
        assertThat(days.gap(day(5))).contains(new Span(day(3), day(4)));
        assertThat(days.gap(day(3))).isEmpty();
        days.answered(day(3), day(5), KEPT);
        assertThat(days.gap(day(12))).contains(new Span(day(7), day(8)));
        assertThat(new Span(day(3), day(5)).length()).isEqualTo(3);
    }

    @Test
    void takesTheThreeAnswers() {
        days.answered(day(0), day(2), KEPT);
        days.answered(day(3), day(3), CONTACTED);
        days.answered(day(4), day(6), SKIPPED);
        assertThat(days.of(day(2))).isEqualTo(Mark.KEPT);
        assertThat(days.of(day(3))).isEqualTo(Mark.CONTACT);
        assertThat(days.of(day(4))).isEqualTo(Mark.SKIPPED);
        assertThat(days.counted(day(7))).isEqualTo(4);
        assertThat(days.kept(day(7))).isEqualTo(3);
        assertThat(days.gap(day(7))).isEmpty();
    }

    @Test
    void neitherBreaksNorLengthensARunBySkippedOrUnknownDays() {
        seenTo(2);
        days.answered(day(3), day(6), SKIPPED);
        days.seen(day(7));
        days.seen(day(9));
        assertThat(days.longestRun(day(10))).isEqualTo(5);
        assertThat(days.currentRun(day(10))).isEqualTo(5);
    }

    @Test
    void countsContactOnASkippedDay() {
        days.answered(day(0), day(3), SKIPPED);
        days.contact(day(1));
        assertThat(days.of(day(1))).isEqualTo(Mark.CONTACT);
        assertThat(days.counted(day(4))).isEqualTo(1);
        assertThat(days.kept(day(4))).isZero();
    }

    @Test
    void keepsAKeptDayThatIsSkippedAfterwards() {
        seenTo(3);
        days.contact(day(2));
        days.answered(day(0), day(5), SKIPPED);
        assertThat(days.kept(day(6))).isEqualTo(3);
        assertThat(days.of(day(2))).isEqualTo(Mark.CONTACT);
        assertThat(days.of(day(5))).isEqualTo(Mark.SKIPPED);
    }

    @Test
    void countsASkippedDayThatIsSaidToBeKeptAfterwards() {
        days.answered(day(0), day(3), SKIPPED);
        days.answered(day(1), day(1), KEPT);
        assertThat(days.kept(day(4))).isEqualTo(1);
    }

    @Test
    void doesNotTakeContactBackByAnAnswer() {
        days.contact(day(1));
        days.answered(day(0), day(2), KEPT);
        assertThat(days.of(day(1))).isEqualTo(Mark.CONTACT);
    }

    @Test
    void asksNothingOfTheDaysWithoutARule() {
        seenTo(3);
        days.pauseUntil(day(20));
        assertThat(days.gap(day(20))).isEmpty();
        assertThat(days.kept(day(20))).isEqualTo(4);
        days.seen(day(20));
        assertThat(days.currentRun(day(21))).isEqualTo(5);
    }

    @Test
    void pausesForNothingWhenARuleBeginsAgainTheSameDay() {
        seenTo(3);
        var before = days.snapshot();
        days.pauseUntil(day(3));
        days.pauseUntil(day(4));
        assertThat(days.snapshot()).isEqualTo(before);
    }

    @Test
    void leavesOutWhatLiesBeforeTheFirstDayOrFarAhead() {
        days.contact(day(-1));
        days.seen(LocalDate.MAX);
        days.answered(LocalDate.MIN, LocalDate.MAX, KEPT);
        assertThat(days.contactDays()).isEmpty();
        assertThat(days.of(day(-1))).isEqualTo(Mark.UNKNOWN);
        assertThat(days.of(LocalDate.MAX)).isEqualTo(Mark.UNKNOWN);
        assertThat(days.kept(LocalDate.MIN)).isZero();
        assertThat(days.kept(LocalDate.MAX)).isEqualTo(36_525);
    }

    @Test
    void comesBackFromItsSnapshot() {
        seenTo(80);
        days.contact(day(70));
        days.answered(day(81), day(90), SKIPPED);
        assertThat(Days.of(days.snapshot()).snapshot()).isEqualTo(days.snapshot());
        assertThat(Days.of(days.snapshot()).longestRun(day(90))).isEqualTo(70);
    }

    private void seenTo(int last) {
        for (var index = 0; index <= last; index++) {
            days.seen(day(index));
        }
    }

    private static LocalDate day(int index) {
        return FIRST.plusDays(index);
    }
}
