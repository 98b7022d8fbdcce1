package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.nocontact.reading.MessageReader;

/// What the ex sent: taken in quietly, read at a calm time, answered once or not at all.
final class ReceivedPage implements Routes {
    static final List<String> WAYS = List.of("text", "email", "call", "letter", "in-person", "through-someone");

    private static final int ON_A_PAGE = 20;

    /// From ten in the evening to seven in the morning what can wait stays folded.
    private static final LocalTime EVENING = LocalTime.of(22, 0);

    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private final View view;
    private final MessageReader reader;
    private final Intake intake;
    private final Danger danger;

    ReceivedPage(View view, MessageReader reader) {
        this.view = view;
        this.reader = reader;
        this.intake = new Intake(reader);
        this.danger = new Danger(reader);
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

    /// An answer that was written.
    ///
    /// @param answer what the gate said to it; null before it was asked
    /// @param check how the words read; null where that was not asked for
    public record Reply(
            String text,
            Keeper.@Nullable Answer answer,
            @Nullable CheckedDraft check) {
        static final Reply NONE = new Reply("", null, null);
    }

    /// @param reachOut how it stands; null when it was answered or laid aside
    /// @param window the window for the one answer; null when there is none
    /// @param message what it says
    /// @param help whom to call, shown before everything else; null where no words of danger were found
    /// @param unfolded whether the words are shown, although it is late
    public record Page(
            Now now,
            Entry entry,
            Event.ReachOutReceived received,
            @Nullable ReachOut reachOut,
            Opening.@Nullable ReplyWindow window,
            MessageView message,
            @Nullable Help help,
            boolean unfolded,
            Reply written,
            int longestReply) {

        public String reply() {
            return written.text();
        }

        public Keeper.@Nullable Answer answer() {
            return written.answer();
        }

        /// Whether the words wait behind one more press: it is late, and nothing in them is urgent.
        public boolean isFolded() {
            var cannotWait = label() != null && label().cannotWait();
            return !unfolded && !cannotWait && help == null && isLate(now);
        }

        /// What has to be answered; nothing once it was.
        public List<String> needs() {
            return reachOut == null || isBoundary() ? List.of() : message.practical();
        }

        /// What it could be, where nobody has said yet what it is.
        public List<InboundLabel> guesses() {
            return label() == null ? message.labels() : List.of();
        }

        public boolean wantsBack() {
            return label() == InboundLabel.WANTS_BACK;
        }

        public List<String> openings() {
            return Openings.of(label());
        }

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
            return answer() != null && answer().verdict() instanceof Verdict.Allow;
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
            return switch (answer() == null ? null : answer().verdict()) {
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
        routes.get("/received/{seq}", this::open);
        routes.post("/received/{seq}/label", ReceivedPage::label);
        routes.post("/received/{seq}/check", this::check);
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
        visit.goOn("/received/"
                + intake.take(visit.keeper(), via, came, Words.text(text), null).reachOut());
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

    /// An opening that was chosen stands in the answer already.
    private void open(Context ctx) {
        var visit = Visit.of(ctx);
        var seq = visit.number("seq");
        var label = visit.keeper()
                .look((story, _) -> Optional.ofNullable(reachOut(story, seq)).map(ReachOut::label));
        var begun = Openings.words(label.orElse(null), visit.query("begin"), visit.t());
        show(visit, begun.map(words -> new Reply(words, null, null)).orElse(Reply.NONE));
    }

    private void show(Visit visit, Reply reply) {
        var entry = entry(visit);
        if (!(entry.event() instanceof Event.ReachOutReceived received)) {
            throw new NotFound(visit.ctx().path());
        }
        var text = received.words().text();
        var message = new MessageView(text, intake.read(text), visit.t().locale());
        var page = visit.keeper().look((story, now) -> {
            var open = reachOut(story, entry.seq());
            var pause = story.rule().map(rule -> rule.rule().replyPause());
            var window = open == null || pause.isEmpty()
                    ? null
                    : open.window(pause.get()).orElse(null);
            var help = speaksOfDanger(open, message) || danger.isIn(reply.text()) ? Help.forWho(visit) : null;
            return new Page(
                    now,
                    entry,
                    received,
                    open,
                    window,
                    message,
                    help,
                    !visit.query("words").isEmpty(),
                    reply,
                    Gate.LONGEST_REPLY);
        });
        view.show(visit.ctx(), "received-one", visit.frame(visit.t().say("received-one.title"), "received"), page);
    }

    /// What the person says that it is counts; before they do, what the words may say.
    private static boolean speaksOfDanger(@Nullable ReachOut open, MessageView message) {
        var label = open == null ? null : open.label();
        return label == null ? message.read().danger() : label == InboundLabel.EMERGENCY;
    }

    static boolean isLate(Now now) {
        var time = now.at().atZone(now.zone()).toLocalTime();
        return !time.isBefore(EVENING) || time.isBefore(MORNING);
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

    /// Says how the answer reads, and asks nobody.
    private void check(Context ctx) {
        var visit = Visit.of(ctx);
        var reply = visit.field("reply");
        var check = reply.isEmpty()
                ? null
                : CheckedDraft.of(reader, reply, Set.of(), visit.t().locale());
        show(visit, new Reply(reply, null, check));
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
        show(visit, new Reply(reply, visit.keeper().reply(seq, attempt), null));
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
