package org.nocontact.web;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Entry;

/// What the lists have in common: newest first, a page at a time.
final class ApiPage {
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);
    private static final int MOST_YEARS_BACK = 50;

    private ApiPage() {}

    /// Where the page after this one begins; null when this one is the last.
    static @Nullable Long next(List<Entry> page, ApiCall call) {
        return page.size() < call.limit() ? null : (Long) page.getLast().seq();
    }

    /// When something happened: now when it was not said, and never in the future.
    static Instant past(@Nullable Instant said, ApiCall call) {
        var now = call.keeper().look((_, moment) -> moment);
        if (said == null) {
            return now.at();
        }
        var earliest = now.at().atZone(now.zone()).minus(MOST_YEARS_BACK, ChronoUnit.YEARS);
        if (said.isAfter(now.at().plus(CLOCKS_DIFFER_BY)) || said.isBefore(earliest.toInstant())) {
            throw new ApiRefusal(422, "field.at", MOST_YEARS_BACK);
        }
        return said;
    }
}
