package org.nocontact.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a telephone number without its country may lie.
final class Regions {
    private Regions() {}

    /// @param known the likeliest ones
    /// @param languages the header `Accept-Language`: its languages may carry a region, such as `de-AT`
    static List<String> with(List<String> known, @Nullable String languages) {
        return Stream.of(
                        known.stream(),
                        asked(languages),
                        Stream.of(Locale.getDefault().getCountry()))
                .flatMap(regions -> regions)
                .filter(region -> region.length() == 2)
                .distinct()
                .toList();
    }

    private static Stream<String> asked(@Nullable String languages) {
        if (languages == null) {
            return Stream.empty();
        }
        try {
            return Locale.LanguageRange.parse(languages).stream()
                    .map(range -> Locale.forLanguageTag(range.getRange()).getCountry());
        } catch (IllegalArgumentException malformed) {
            return Stream.empty();
        }
    }
}
