package org.nocontact.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Entry;
import org.nocontact.core.Event.UrgeBegan;
import org.nocontact.core.Words;

/// A weak hour that began.
///
/// @param id the number of its entry
/// @param strength from 0 to 10, where it was said
/// @param setOff what set it off
/// @param danger what to show first, right after it was written
record ApiUrge(
        long id,
        Instant at,
        @Nullable Integer strength,
        String setOff,
        @Nullable ApiDanger danger) {
    private static final String SET_OFF = "setOff";
    private static final int STRONGEST = 10;

    /// @param next asks for older ones, as `before`; absent on the last page
    record Page(List<ApiUrge> urges, @Nullable Long next) {}

    static ApiReply list(ApiCall call) {
        var entries = call.newest(List.of(UrgeBegan.class));
        return ApiReply.ok(
                new Page(entries.stream().map(entry -> from(entry, null)).toList(), ApiPage.next(entries, call)));
    }

    static ApiReply begin(ApiCall call) {
        var fields = call.fields("strength", SET_OFF);
        var words = new Words(Map.of(SET_OFF, fields.text(SET_OFF)));
        var id = call.keeper().urge(fields.number("strength", 0, STRONGEST), words);
        var keeper = call.keeper();
        return ApiReply.created(from(keeper.ledger().entry(keeper.account(), id).orElseThrow(), call.danger(words)));
    }

    private static ApiUrge from(Entry entry, @Nullable ApiDanger danger) {
        var urge = (UrgeBegan) entry.event();
        return new ApiUrge(
                entry.seq(), entry.at(), urge.strength(), urge.words().part(SET_OFF), danger);
    }
}
