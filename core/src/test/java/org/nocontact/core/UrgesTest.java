package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UrgesTest {
    private static final Instant ONE_AM = Instant.parse("2026-03-03T01:00:00Z");
    private static final long WALK = 7;
    private static final long CALL_ANNA = 8;

    private final Urges urges = new Urges();

    @Test
    void leaveAnHourOpenUntilItIsRatedOrTwelveHoursOld() {
        urges.begin(1, ONE_AM, 6);
        assertThat(urges.open(ONE_AM)).contains(new Urges.Open(1, ONE_AM, 6));
        assertThat(urges.open(ONE_AM.plus(Duration.ofHours(12)))).isEmpty();
        ease(1, 20, null, null);
        assertThat(urges.open(ONE_AM)).isEmpty();
        assertThat(urges.count()).isEqualTo(1);
    }

    @Test
    void tellHowLongTheyTookShortestFirst() {
        for (var i = 0; i < 60; i++) {
            urges.begin(i, ONE_AM, null);
            ease(i, 60 - i, null, null);
        }
        assertThat(urges.minutes()).hasSize(50).isSorted().startsWith(1L).endsWith(50L);
        assertThat(urges.count()).isEqualTo(60);
    }

    @Test
    void takeNoTimeWhenTheClockWasTurnedBack() {
        urges.begin(1, ONE_AM, null);
        ease(1, -90, null, null);
        assertThat(urges.minutes()).containsExactly(0L);
    }

    @Test
    void sumUpWhatHelpedMostOftenFirst() {
        rated(1, 8, WALK, 4);
        rated(2, 6, CALL_ANNA, 1);
        rated(3, 9, CALL_ANNA, 5);
        rated(4, null, CALL_ANNA, 2);
        assertThat(urges.helped())
                .containsExactly(new Urges.Helped(CALL_ANNA, 3, 2, 15, 6), new Urges.Helped(WALK, 1, 1, 8, 4));
    }

    @Test
    void ignoreARatingOfAnHourThatIsNotOpen() {
        ease(1, 5, WALK, 1);
        urges.begin(2, ONE_AM, 5);
        ease(1, 5, WALK, 1);
        assertThat(urges.helped()).isEmpty();
        assertThat(urges.open(ONE_AM)).isPresent();
    }

    @Test
    void comeBackFromTheirSnapshot() {
        rated(1, 8, WALK, 4);
        urges.begin(2, ONE_AM, null);
        assertThat(Urges.of(urges.snapshot()).snapshot()).isEqualTo(urges.snapshot());
    }

    private void rated(long urge, @Nullable Integer before, long helped, int after) {
        urges.begin(urge, ONE_AM, before);
        ease(urge, 10, helped, after);
    }

    private void ease(long urge, long minutes, @Nullable Long helped, @Nullable Integer after) {
        urges.ease(new Event.UrgeEased(urge, after, helped, Words.NONE), ONE_AM.plus(Duration.ofMinutes(minutes)));
    }
}
