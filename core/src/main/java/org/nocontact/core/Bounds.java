package org.nocontact.core;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a ledger takes in. Each method throws [Invalid] with what to do instead.
final class Bounds {
    static final int MOST_NOTES = 500;
    static final int MOST_DEVICES = 100;

    private static final int MOST_SETTINGS = 200;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SETTING = 10_000;
    private static final int MOST_YEARS = 50;

    /// Between the clock that a form was filled in by and this one.
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(2);

    private Bounds() {}

    static void checkLastContact(LocalDate day, Now now) {
        Invalid.unless(!day.isAfter(now.day()), "The last contact cannot lie in the future.");
        Invalid.unless(
                !day.isBefore(now.day().minusYears(MOST_YEARS)),
                "The last contact cannot lie more than 50 years back.");
    }

    static void checkSlip(Instant happened, Now now) {
        Invalid.unless(
                !happened.isAfter(now.at().plus(CLOCKS_DIFFER_BY)), "Contact that happened cannot lie in the future.");
        Invalid.unless(!happened.isBefore(earliest(now)), "Contact that happened cannot lie more than 50 years back.");
    }

    static void checkDays(Event.DaysAnswered answer, Now now) {
        Invalid.unless(
                !answer.first().isAfter(answer.last()), "The first of these days has to come before the last one.");
        Invalid.unless(!answer.last().isAfter(now.day()), "Days that are still to come cannot be answered for.");
        Invalid.unless(
                !answer.first().isBefore(now.day().minusYears(MOST_YEARS)),
                "Days more than 50 years back cannot be answered for.");
    }

    static void checkStrength(@Nullable Integer strength) {
        Invalid.unless(strength == null || (strength >= 0 && strength <= 10), "How strong it is goes from 0 to 10.");
    }

    static void checkVia(String via) {
        Invalid.unless(isAName(via), "How it came has to be one line of at most 100 characters, such as text.");
    }

    /// A message is taken in whatever its sender wrote as its date: what cannot be is moved to what can.
    static Instant cameBy(Instant came, Now now) {
        if (came.isAfter(now.at())) {
            return now.at();
        }
        return came.isBefore(earliest(now)) ? earliest(now) : came;
    }

    static void checkDevice(String name, String tokenHash, int devices) {
        Invalid.unless(isAName(name), "A device needs a name of one line and at most 100 characters.");
        Invalid.unless(devices < MOST_DEVICES, "There are 100 devices already: remove one that is not used any more.");
        if (!tokenHash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Not a SHA-256 in hexadecimal.");
        }
    }

    static void checkSettings(Map<String, String> settings, Map<String, String> before) {
        settings.forEach((name, value) -> {
            Invalid.unless(isAName(name), "The name of a setting has to be one line of at most 100 characters.");
            Invalid.unless(value.length() <= LONGEST_SETTING, "A setting can have at most 10,000 characters.");
        });
        var names = new HashSet<>(before.keySet());
        names.addAll(settings.keySet());
        Invalid.unless(names.size() <= MOST_SETTINGS, "There can be at most 200 settings.");
        var zone = settings.getOrDefault(Keeper.ZONE, "");
        Invalid.unless(
                zone.isEmpty() || isAZone(zone),
                "There is no such time zone: it is named as a continent and a city, such as Europe/Berlin.");
    }

    private static boolean isAName(String name) {
        return !name.isBlank() && name.length() <= LONGEST_NAME && !Spelling.hasControl(name);
    }

    private static boolean isAZone(String name) {
        try {
            return ZoneId.of(name).getId().equals(name);
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static Instant earliest(Now now) {
        return now.day().minusYears(MOST_YEARS).atStartOfDay(now.zone()).toInstant();
    }
}
