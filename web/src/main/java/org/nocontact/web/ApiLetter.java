package org.nocontact.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Entry;
import org.nocontact.core.Event;
import org.nocontact.core.Event.AttemptHeld;
import org.nocontact.core.Event.LetterWritten;
import org.nocontact.core.Words;

/// Words to the ex that were not sent.
///
/// @param id the number of its entry
/// @param held how it was held; absent for a letter that was written on purpose
/// @param burned whether its words are gone
/// @param sent whether it went out in the end
/// @param danger what to show first, right after it was written
record ApiLetter(
        long id,
        Instant at,
        String subject,
        String text,
        @Nullable Held held,
        boolean burned,
        boolean sent,
        @Nullable ApiDanger danger) {

    record Held(String act, String to, String clause, String guard) {
        static Held from(AttemptHeld held) {
            return new Held(held.act().word(), held.to().shown(), held.clause().id(), held.guard());
        }
    }

    /// @param next asks for older ones, as `before`; absent on the last page
    record Page(List<ApiLetter> letters, @Nullable Long next) {}

    static ApiReply list(ApiCall call) {
        var entries = call.newest(List.of(AttemptHeld.class, LetterWritten.class));
        var letters = entries.stream()
                .filter(entry -> entry.burned() || !entry.event().words().isEmpty())
                .map(entry -> from(entry, null, call))
                .toList();
        return ApiReply.ok(new Page(letters, ApiPage.next(entries, call)));
    }

    static ApiReply write(ApiCall call) {
        var fields = call.fields(Words.SUBJECT, Words.TEXT);
        var text = fields.text(Words.TEXT);
        if (text.isBlank()) {
            throw new ApiRefusal(422, "field.missing", Words.TEXT);
        }
        var words = new Words(Map.of(Words.SUBJECT, fields.text(Words.SUBJECT), Words.TEXT, text));
        var keeper = call.keeper();
        var id = keeper.writeLetter(words);
        return ApiReply.created(
                from(keeper.ledger().entry(keeper.account(), id).orElseThrow(), call.danger(words), call));
    }

    private static ApiLetter from(Entry entry, @Nullable ApiDanger danger, ApiCall call) {
        Event event = entry.event();
        return new ApiLetter(
                entry.seq(),
                entry.at(),
                event.words().part(Words.SUBJECT),
                event.words().text(),
                event instanceof AttemptHeld held ? Held.from(held) : null,
                entry.burned(),
                call.keeper().look((story, _) -> story.wasSent(entry.seq())),
                danger);
    }
}
