package org.nocontact.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Act;
import org.nocontact.core.Entry;
import org.nocontact.core.Event.SlipRecorded;
import org.nocontact.core.Words;

/// Contact that happened against the rule, with the answers to the three questions.
///
/// @param id the number of its entry
/// @param at when it happened
/// @param danger what to show first, right after it was written
record ApiSlip(
        long id,
        Instant at,
        String act,
        boolean startAgain,
        String setOff,
        String brought,
        String next,
        @Nullable ApiDanger danger) {
    private static final String SET_OFF = "setOff";
    private static final String BROUGHT = "brought";
    private static final String NEXT = "next";

    /// @param next asks for older ones, as `before`; absent on the last page
    record Page(List<ApiSlip> slips, @Nullable Long next) {}

    static ApiReply list(ApiCall call) {
        var entries = call.newest(List.of(SlipRecorded.class));
        return ApiReply.ok(
                new Page(entries.stream().map(entry -> from(entry, null)).toList(), ApiPage.next(entries, call)));
    }

    static ApiReply tell(ApiCall call) {
        var fields = call.fields("at", "act", "startAgain", SET_OFF, BROUGHT, NEXT);
        var words = new Words(Map.of(
                SET_OFF, fields.text(SET_OFF),
                BROUGHT, fields.text(BROUGHT),
                NEXT, fields.text(NEXT)));
        var act = fields.oneOf("act", Act::of, Arrays.stream(Act.values()).map(Act::word));
        var keeper = call.keeper();
        var id = keeper.slip(ApiPage.past(fields.instant("at"), call), act, fields.flag("startAgain", false), words);
        return ApiReply.created(from(keeper.ledger().entry(keeper.account(), id).orElseThrow(), call.danger(words)));
    }

    private static ApiSlip from(Entry entry, @Nullable ApiDanger danger) {
        var slip = (SlipRecorded) entry.event();
        var words = slip.words();
        return new ApiSlip(
                entry.seq(),
                slip.happened(),
                slip.act().word(),
                slip.startAgain(),
                words.part(SET_OFF),
                words.part(BROUGHT),
                words.part(NEXT),
                danger);
    }
}
