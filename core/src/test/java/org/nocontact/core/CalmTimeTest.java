package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class CalmTimeTest {
    private static final CalmTime EVENING = new CalmTime(LocalTime.of(18, 0), LocalTime.of(20, 0));
    private static final CalmTime NIGHT_SHIFT = new CalmTime(LocalTime.of(22, 0), LocalTime.of(2, 0));

    @Test
    void lastsFromItsBeginningUntilItsEnd() {
        assertThat(EVENING.isAt(at("17:59"))).isFalse();
        assertThat(EVENING.isAt(at("18:00"))).isTrue();
        assertThat(EVENING.isAt(at("20:00"))).isFalse();
    }

    @Test
    void canLastOverMidnight() {
        assertThat(NIGHT_SHIFT.isAt(at("23:00"))).isTrue();
        assertThat(NIGHT_SHIFT.isAt(at("01:59"))).isTrue();
        assertThat(NIGHT_SHIFT.isAt(at("02:00"))).isFalse();
    }

    @Test
    void lastsTheWholeDayWhenItEndsWhereItBegins() {
        assertThat(new CalmTime(LocalTime.NOON, LocalTime.NOON).isAt(at("03:00")))
                .isTrue();
    }

    @Test
    void beginsNextOnTheSameDayOrTheDayAfter() {
        assertThat(EVENING.nextFrom(at("09:00"))).isEqualTo(at("18:00"));
        assertThat(EVENING.nextFrom(at("19:00"))).isEqualTo(at("19:00"));
        assertThat(EVENING.nextFrom(at("21:00"))).isEqualTo(at("18:00").plusDays(1));
    }

    /// On the last Sunday of March the clock in Berlin goes from 02:00 to 03:00.
    @Test
    void beginsAfterAnHourThatIsLeftOut() {
        var calm = new CalmTime(LocalTime.of(2, 30), LocalTime.of(5, 0));
        var before = ZonedDateTime.parse("2026-03-29T00:30:00+01:00[Europe/Berlin]");
        assertThat(calm.nextFrom(before)).isEqualTo(ZonedDateTime.parse("2026-03-29T03:30:00+02:00[Europe/Berlin]"));
    }

    private static ZonedDateTime at(String time) {
        return ZonedDateTime.parse("2026-03-02T" + time + ":00+01:00[Europe/Berlin]");
    }
}
