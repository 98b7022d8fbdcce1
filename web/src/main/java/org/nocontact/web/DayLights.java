package org.nocontact.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.nocontact.core.Days;

/// The picture of the days: a light for each kept day, an open ring for contact, nothing where nothing is known.
/// Fourteen a row; the
/// latest weeks when there are more.
///
/// @param first the first day that is drawn
/// @param kept the path of the lights
/// @param rings the middles of the rings
/// @param contactDays the days of the rings
public record DayLights(LocalDate first, int height, String kept, List<Ring> rings, List<LocalDate> contactDays) {
    private static final int IN_A_ROW = 14;
    private static final int MOST_ROWS = 10;
    private static final int APART = 20;

    /// A day with contact, in units of the picture.
    public record Ring(int x, int y) {}

    static DayLights of(Days days, LocalDate today) {
        var total = Math.max(0, ChronoUnit.DAYS.between(days.first(), today));
        var drawn = (int) Math.min(total, (long) IN_A_ROW * MOST_ROWS);
        var first = today.minusDays(drawn);
        var kept = new StringBuilder();
        var rings = new ArrayList<Ring>();
        var contactDays = new ArrayList<LocalDate>();
        for (var index = 0; index < drawn; index++) {
            var x = APART / 2 + index % IN_A_ROW * APART;
            var y = APART / 2 + index / IN_A_ROW * APART;
            var day = first.plusDays(index);
            switch (days.of(day)) {
                case KEPT -> kept.append('M').append(x).append(' ').append(y).append("h.01");
                case CONTACT -> {
                    rings.add(new Ring(x, y));
                    contactDays.add(day);
                }
                case SKIPPED, UNKNOWN -> {}
            }
        }
        var rows = Math.max(1, (drawn + IN_A_ROW - 1) / IN_A_ROW);
        return new DayLights(first, rows * APART + 12, kept.toString(), List.copyOf(rings), List.copyOf(contactDays));
    }
}
