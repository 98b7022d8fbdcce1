package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Act;
import org.nocontact.core.Attempt;
import org.nocontact.core.Clause;
import org.nocontact.core.Entry;
import org.nocontact.core.Event;
import org.nocontact.core.Gate;
import org.nocontact.core.InboundLabel;
import org.nocontact.core.Keeper;
import org.nocontact.core.Now;
import org.nocontact.core.Opening;
import org.nocontact.core.PersonName;
import org.nocontact.core.ReachOut;
import org.nocontact.core.Story;
import org.nocontact.core.Verdict;
import org.nocontact.core.Words;

/// What the ex sent: taken in quietly, read at a calm time, answered once or not at all.
final class ReceivedPage implements Routes {
    static final List<String> WAYS = List.of("text", "email", "call", "letter", "in-person", "through-someone");

    private static final int ON_A_PAGE = 20;

    private final View view;

    ReceivedPage(View view) {
        this.view = view;
    }

    /// @param open the numbers of those that were neither answered nor laid aside
    /// @param older the number to go on from, null when this is the last page
    public record ListPage(
            Now now,
            List<Entry> reachOuts,
            Set<Long> open,
            @Nullable Long older,
            Map<String, String> typed,
            Map<String, String> errors) {

        public String typed(String field, String otherwise) {
            return typed.getOrDefault(field, otherwise);
        }
    }

    /// @param reachOut how it stands; null when it was answered or laid aside
    /// @param window the window for the one answer; null when there is none
    /// @param answer what the gate said to an answer that was just written; null before
    public record Page(
            Now now,
            Entry entry,
            Event.ReachOutReceived received,
            @Nullable ReachOut reachOut,
            Opening.@Nullable ReplyWindow window,
            String reply,
            Keeper.@Nullable Answer answer,
            int longestReply) {

        public boolean isOpen() {
            return window != null
                    && !now.trusted().isBefore(window.from())
                    && !now.trusted().isAfter(window.until());
        }

        public boolean isToCome() {
            return window != null && now.trusted().isBefore(window.from());
        }

        public @Nullable InboundLabel label() {
            return reachOut == null ? null : reachOut.label();
        }

        public boolean wasAllowed() {
            return answer != null && answer.verdict() instanceof Verdict.Allow;
        }

        /// Whether the answer went by a clause that did not use the window up, such as an open topic.
        public boolean staysOpen() {
            return reachOut != null;
        }

        /// A boundary stays one: it is laid aside without an answer.
        public boolean isBoundary() {
            return label() == InboundLabel.BOUNDARY;
        }

        public @Nullable Clause clause() {
            return switch (answer == null ? null : answer.verdict()) {
                case null -> null;
                case Verdict.Pass _ -> null;
                case Verdict.Allow(var clause) -> clause;
                case Verdict.Hold(var clause) -> clause;
            };
        }
    }

    @Override
    public void on(RoutesConfig routes) {
        routes.get("/received", ctx -> list(Visit.of(ctx), Map.of(), Map.of()));
        routes.post("/received", this::take);
        routes.get("/received/{seq}", ctx -> show(Visit.of(ctx), "", null));
        routes.post("/received/{seq}/label", ReceivedPage::label);
        routes.post("/received/{seq}/answer", this::answer);
        routes.post("/received/{seq}/close", ReceivedPage::close);
    }

    private void list(Visit visit, Map<String, String> typed, Map<String, String> errors) {
        var keeper = visit.keeper();
        var before = visit.queryNumber("before", Long.MAX_VALUE);
        var found =
                keeper.ledger().newest(keeper.account(), Set.of(Event.ReachOutReceived.class), before, ON_A_PAGE + 1);
        var shown = found.subList(0, Math.min(found.size(), ON_A_PAGE));
        var open = keeper.look(
                (story, _) -> story.reachOuts().stream().map(ReachOut::seq).toList());
        var older = found.size() > ON_A_PAGE ? (Long) shown.getLast().seq() : null;
        var page = new ListPage(visit.now(), shown, Set.copyOf(open), older, typed, errors);
        var title = visit.t().say("received.title");
        var titled = errors.isEmpty() ? title : visit.t().say("frame.error", title);
        view.show(visit.ctx(), "received", visit.frame(titled, "received"), page);
    }

    private void take(Context ctx) {
        var visit = Visit.of(ctx);
        var form = new Form(visit);
        var text = form.text("text");
        if (text.isEmpty()) {
            form.wrong("text", "form.needed");
        }
        var via = form.text("via");
        if (!WAYS.contains(via)) {
            form.wrong("via", "form.choice");
        }
        var came = came(form, visit.now());
        if (!form.isRight()) {
            ctx.status(422);
            list(visit, typed(visit), form.errors());
            return;
        }
        visit.goOn("/received/" + visit.keeper().receive(via, came, Words.text(text)));
    }

    /// When it came; now, where the day was left out.
    private static Instant came(Form form, Now now) {
        if (form.text("day").isEmpty()) {
            return now.at();
        }
        var day = form.day("day");
        var time = form.text("time").isEmpty() ? LocalTime.NOON : form.time("time");
        if (day == null || time == null) {
            return now.at();
        }
        if (day.isAfter(now.day()) || day.isBefore(now.day().minusYears(20))) {
            form.wrong("day", "slips.not-then");
        }
        var came = ZonedDateTime.of(day, time, now.zone()).toInstant();
        return came.isAfter(now.at()) ? now.at() : came;
    }

    private static Map<String, String> typed(Visit visit) {
        var typed = new LinkedHashMap<String, String>();
        List.of("text", "via", "day", "time").forEach(field -> typed.put(field, visit.field(field)));
        return typed;
    }

    private void show(Visit visit, String reply, Keeper.@Nullable Answer answer) {
        var entry = entry(visit);
        if (!(entry.event() instanceof Event.ReachOutReceived received)) {
            throw new NotFound(visit.ctx().path());
        }
        var page = visit.keeper().look((story, now) -> {
            var open = reachOut(story, entry.seq());
            var pause = story.rule().map(rule -> rule.rule().replyPause());
            var window = open == null || pause.isEmpty()
                    ? null
                    : open.window(pause.get()).orElse(null);
            return new Page(now, entry, received, open, window, reply, answer, Gate.LONGEST_REPLY);
        });
        view.show(visit.ctx(), "received-one", visit.frame(visit.t().say("received-one.title"), "received"), page);
    }

    private static @Nullable ReachOut reachOut(Story story, long seq) {
        return story.reachOuts().stream()
                .filter(reachOut -> reachOut.seq() == seq)
                .findFirst()
                .orElse(null);
    }

    private static Entry entry(Visit visit) {
        var keeper = visit.keeper();
        return keeper.ledger()
                .entry(keeper.account(), visit.number("seq"))
                .orElseThrow(() -> new NotFound(visit.ctx().path()));
    }

    private static void label(Context ctx) {
        var visit = Visit.of(ctx);
        var label = new Form(visit).oneOf("label", InboundLabel.class);
        if (label != null) {
            visit.keeper().label(visit.number("seq"), label);
        }
        visit.goOn("/received/" + visit.number("seq") + "#answer");
    }

    /// Asks the gate about the answer that the person wrote. An allowed one is shown for sending; a held one is kept as
    /// a letter.
    private void answer(Context ctx) {
        var visit = Visit.of(ctx);
        var reply = visit.field("reply");
        var name = visit.keeper()
                .look((story, _) -> story.rule().map(rule -> rule.rule().name()));
        var seq = entry(visit).seq();
        if (reply.isEmpty() || name.isEmpty() || !isOpen(visit.keeper(), seq)) {
            visit.goOn("/received/" + seq);
            return;
        }
        var act = visit.field("act").equals(Act.EMAIL.word()) ? Act.EMAIL : Act.TEXT;
        var attempt = new Attempt(act, new PersonName(name.get()), Words.text(reply), false, "hand");
        show(visit, reply, visit.keeper().reply(seq, attempt));
    }

    /// Whether one answer may go now. What a form says that was opened before is not held as a letter for nothing.
    private static boolean isOpen(Keeper keeper, long seq) {
        return keeper.look((story, now) -> story.openings().stream()
                .anyMatch(opening -> opening instanceof Opening.ReplyWindow window
                        && window.reachOut() == seq
                        && !now.trusted().isBefore(window.from())
                        && !now.trusted().isAfter(window.until())));
    }

    private static void close(Context ctx) {
        var visit = Visit.of(ctx);
        visit.keeper().close(visit.number("seq"), visit.field("answered").equals("yes"));
        visit.goOn("/received");
    }
}
