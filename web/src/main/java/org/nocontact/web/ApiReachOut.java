package org.nocontact.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Entry;
import org.nocontact.core.Event;
import org.nocontact.core.InboundLabel;
import org.nocontact.core.Now;
import org.nocontact.core.Opening;
import org.nocontact.core.ReachOut;
import org.nocontact.core.Story;
import org.nocontact.core.Words;

/// Something that the ex sent.
///
/// @param id the number of its entry
/// @param came when it came
/// @param open whether it was neither answered nor laid aside
/// @param label what it says, while it is open
/// @param replyWindow when the one answer may go out, where it has one and is open
/// @param reading what it was read as, right after it was taken in
/// @param danger what to show first, right after it was taken in
record ApiReachOut(
        long id,
        String via,
        Instant came,
        String text,
        boolean open,
        @Nullable String label,
        @Nullable ReplyWindow replyWindow,
        @Nullable ApiReading reading,
        @Nullable ApiDanger danger) {

    record ReplyWindow(Instant from, Instant until) {
        static ReplyWindow from(Opening.ReplyWindow window, Now now) {
            return new ReplyWindow(
                    now.shown(window.from()).toInstant(),
                    now.shown(window.until()).toInstant());
        }
    }

    /// @param next asks for older ones, as `before`; absent on the last page
    record Page(List<ApiReachOut> reachOuts, @Nullable Long next) {}

    static ApiReply list(ApiCall call) {
        var entries = call.newest(List.of(Event.ReachOutReceived.class));
        return ApiReply.ok(call.keeper()
                .look((story, now) -> new Page(
                        entries.stream()
                                .map(entry -> from(entry, story, now, null, null))
                                .toList(),
                        ApiPage.next(entries, call))));
    }

    static ApiReply take(ApiCall call) {
        var fields = call.fields("via", "text", "at", "label");
        var via = fields.line("via");
        var text = fields.text("text");
        var label = fields.oneOfOrNull(
                "label", InboundLabel::of, Arrays.stream(InboundLabel.values()).map(InboundLabel::word));
        var came = ApiPage.past(fields.instant("at"), call);
        if (via.isEmpty() || via.length() > 40) {
            throw new ApiRefusal(422, "field.via");
        }
        var taken = new Intake(call.reader()).take(call.keeper(), via, came, Words.text(text), label);
        var entry = call.keeper()
                .ledger()
                .entry(call.keeper().account(), taken.reachOut())
                .orElseThrow();
        var reading = ApiReading.from(taken.read(), text, call.locale());
        var danger = ApiDanger.of(taken.read().danger() || label == InboundLabel.EMERGENCY, call.t());
        return ApiReply.created(call.keeper().look((story, now) -> from(entry, story, now, reading, danger)));
    }

    private static ApiReachOut from(
            Entry entry, Story story, Now now, @Nullable ApiReading reading, @Nullable ApiDanger danger) {
        var received = (Event.ReachOutReceived) entry.event();
        var open = story.reachOuts().stream()
                .filter(one -> one.seq() == entry.seq())
                .findFirst();
        return new ApiReachOut(
                entry.seq(),
                received.via(),
                received.came(),
                received.words().text(),
                open.isPresent(),
                open.map(ReachOut::label).map(InboundLabel::word).orElse(null),
                window(entry.seq(), story, now).orElse(null),
                reading,
                danger);
    }

    private static Optional<ReplyWindow> window(long reachOut, Story story, Now now) {
        return story.openings().stream()
                .filter(opening -> opening instanceof Opening.ReplyWindow window && window.reachOut() == reachOut)
                .map(opening -> ReplyWindow.from((Opening.ReplyWindow) opening, now))
                .findFirst();
    }
}
