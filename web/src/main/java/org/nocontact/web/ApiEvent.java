package org.nocontact.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Entry;
import org.nocontact.core.Event;

/// An entry of the ledger.
///
/// @param id its number, from 1, without gaps
/// @param kind what happened, such as `attempt-held`; stable
/// @param facts what is needed to decide and to count
/// @param words what a person wrote or received, absent when there are none
/// @param burned present when the words were burned
record ApiEvent(
        long id,
        Instant at,
        String kind,
        Map<String, Object> facts,
        @Nullable Map<String, String> words,
        @Nullable Boolean burned) {

    /// @param next asks for later ones, as `after`; absent on the last page
    record Page(List<ApiEvent> events, @Nullable Long next) {}

    static ApiReply list(ApiCall call) {
        var after = call.number("after", 0);
        var limit = call.limit();
        var entries = call
                .keeper()
                .ledger()
                .newest(call.keeper().account(), java.util.Set.of(), after + limit + 1, limit)
                .stream()
                .filter(entry -> entry.seq() > after)
                .toList()
                .reversed();
        var next = entries.size() < limit ? null : (Long) entries.getLast().seq();
        return ApiReply.ok(new Page(entries.stream().map(ApiEvent::from).toList(), next));
    }

    private static ApiEvent from(Entry entry) {
        Event event = entry.event();
        return new ApiEvent(
                entry.seq(),
                entry.at(),
                ApiFacts.kind(event),
                ApiFacts.of(event),
                event.words().isEmpty() ? null : event.words().parts(),
                entry.burned() ? true : null);
    }
}
