package org.nocontact.core;

import java.time.LocalTime;
import java.time.ZonedDateTime;

/// The hours of a day in which a person wants to be told of what can wait. What is urgent does not ask for them.
///
/// @param from when they begin; the same as `until` for the whole day
/// @param until when they end, on the next day where it lies before `from`
public record CalmTime(LocalTime from, LocalTime until) {
    /// After 22:00 and until 07:00 nobody should have to decide anything.
    public static final CalmTime USUAL = new CalmTime(LocalTime.of(7, 0), LocalTime.of(22, 0));

    public boolean isAt(ZonedDateTime moment) {
        var time = moment.toLocalTime();
        if (from.equals(until)) {
            return true;
        }
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !time.isBefore(from) || time.isBefore(until);
    }

    /// The moment itself when it lies in the calm time, else when the next one begins.
    public ZonedDateTime nextFrom(ZonedDateTime moment) {
        if (isAt(moment)) {
            return moment;
        }
        var today = moment.with(from);
        return today.isBefore(moment) ? moment.plusDays(1).with(from) : today;
    }
}
