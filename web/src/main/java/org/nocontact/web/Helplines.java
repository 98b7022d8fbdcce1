package org.nocontact.web;

import java.text.Collator;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nocontact.web.Helpline.Kind;

/// Who can be called, by country. Read once from `helplines.tsv`, so that it is there without a connection.
public final class Helplines {
    private static final Map<String, List<Helpline>> BY_COUNTRY = HelplineFile.bundled().stream()
            .sorted(Comparator.comparing(Helpline::kind))
            .collect(Collectors.groupingBy(Helpline::country, Collectors.toUnmodifiableList()));

    private Helplines() {}

    public record Country(String code, String name) {}

    /// The numbers of a country, emergency first. Where the country has no checked number for a crisis or against
    /// abuse,
    /// and where the country is unknown, the international finders stand at the end.
    ///
    /// @param country ISO 3166-1 alpha-2, in either case
    public static List<Helpline> of(String country) {
        var own = own(country);
        var kinds = EnumSet.noneOf(Kind.class);
        own.forEach(helpline -> kinds.add(helpline.kind()));
        return kinds.contains(Kind.CRISIS) && kinds.contains(Kind.ABUSE)
                ? own
                : Stream.concat(own.stream(), international().stream()).toList();
    }

    /// What helps to find a number in any country.
    public static List<Helpline> international() {
        return BY_COUNTRY.getOrDefault(Helpline.WORLD, List.of());
    }

    /// The countries that have numbers of their own, by their names in the language.
    public static List<Country> countries(Locale language) {
        var collator = Collator.getInstance(language);
        return BY_COUNTRY.keySet().stream()
                .filter(code -> !code.equals(Helpline.WORLD))
                .map(code -> new Country(code, Locale.of("", code).getDisplayCountry(language)))
                .sorted(Comparator.comparing(Country::name, collator))
                .toList();
    }

    /// The country a locale names, if it has numbers of its own. A language alone says nothing of where someone is.
    public static Optional<String> countryOf(Locale locale) {
        return Optional.of(locale.getCountry()).filter(code -> !own(code).isEmpty());
    }

    private static List<Helpline> own(String country) {
        var code = country.toUpperCase(Locale.ROOT);
        return code.equals(Helpline.WORLD) ? List.of() : BY_COUNTRY.getOrDefault(code, List.of());
    }
}
