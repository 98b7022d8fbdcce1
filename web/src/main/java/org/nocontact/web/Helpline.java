package org.nocontact.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// One number to call, or one place to find a number, with where it is published and the day it was last checked.
///
/// @param country ISO 3166-1 alpha-2, or [#WORLD]
/// @param caller whom the service names as its callers; [Caller#EVERYONE] where it names nobody
/// @param name as it is known in the country
/// @param number as it is written in the country; empty where the service is a page only
/// @param text another way than calling, ready to be shown: `SMS 988`, `WhatsApp 600 000 016`
/// @param hours in the notation of OpenStreetMap's opening hours: `24/7`, `Mo-Fr 09:00-18:00`; empty where not known
/// @param languages BCP 47 tags, the first one first
/// @param source the page that publishes the number, to be opened again at the next check
public record Helpline(
        String country,
        Kind kind,
        Caller caller,
        String name,
        Optional<String> number,
        Optional<String> text,
        String hours,
        Optional<URI> web,
        List<String> languages,
        URI source,
        LocalDate checked) {

    /// The country of what is open to every country (UN M.49).
    public static final String WORLD = "001";

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d[\\d -]*\\d");
    private static final Pattern DAY_HOURS =
            Pattern.compile("(Mo|Tu|We|Th|Fr|Sa|Su)(-(Mo|Tu|We|Th|Fr|Sa|Su))? \\d{2}:\\d{2}-\\d{2}:\\d{2}");

    /// In the order in which they are shown.
    public enum Kind {
        EMERGENCY,
        CRISIS,
        /// For people who are hurt or controlled by a partner.
        ABUSE,
        /// Finds a line for another country or another need.
        FINDER
    }

    public enum Caller {
        EVERYONE,
        WOMEN,
        MEN
    }

    public Helpline {
        languages = List.copyOf(languages);
        require(country.equals(WORLD) || COUNTRIES.contains(country), "no country has the code " + country);
        require(!name.isBlank(), "the name is missing");
        require(number.isPresent() || web.isPresent(), "neither a number nor a page");
        require(kind != Kind.EMERGENCY || number.isPresent(), "the emergency number is missing");
        number.ifPresent(it -> require(NUMBER.matcher(it).matches(), "not a number that can be dialled: " + it));
        require(areHours(hours), "not hours such as 24/7 or Mo-Fr 09:00-18:00: " + hours);
        web.ifPresent(Helpline::requireSecure);
        requireSecure(source);
    }

    /// The `tel:` link of the number.
    public Optional<URI> telUri() {
        return number.map(it -> URI.create("tel:" + it.replaceAll("[^+\\d]", "")));
    }

    public boolean alwaysOpen() {
        return hours.equals("24/7");
    }

    private static boolean areHours(String hours) {
        return hours.isEmpty()
                || hours.equals("24/7")
                || List.of(hours.split("; ")).stream()
                        .allMatch(part -> DAY_HOURS.matcher(part).matches());
    }

    private static void requireSecure(URI page) {
        require("https".equals(page.getScheme()) && page.getHost() != null, "not an https address: " + page);
    }

    private static void require(boolean held, String wrong) {
        if (!held) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
