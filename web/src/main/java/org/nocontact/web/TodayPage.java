package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Act;
import org.nocontact.core.Clause;
import org.nocontact.core.DayAnswer;
import org.nocontact.core.Days;
import org.nocontact.core.Entry;
import org.nocontact.core.Event;
import org.nocontact.core.InboundLabel;
import org.nocontact.core.Kind;
import org.nocontact.core.Now;
import org.nocontact.core.Pending;
import org.nocontact.core.ReachOut;
import org.nocontact.core.Story;

/// The first page: how many days, what wants doing, what was held.
final class TodayPage implements Routes {
    private static final int LATEST_HELD = 5;

    private final View view;

    TodayPage(View view) {
        this.view = view;
    }

    /// @param gap days of which nothing is known; the page asks
    /// @param held the latest that was held
    public record Page(
            Now now,
            DayLights lights,
            LocalDate countedFrom,
            long daysSince,
            int kept,
            int counted,
            int longestRun,
            int currentRun,
            Days.@Nullable Span gap,
            List<Pending> ready,
            List<Pending> waiting,
            List<ReachOut> reachOuts,
            List<Held> held,
            int heldInAll,
            boolean limited) {

        /// One that says that somebody is in danger; it goes before everything else.
        public @Nullable ReachOut emergency() {
            return reachOuts.stream()
                    .filter(reachOut -> reachOut.label() == InboundLabel.EMERGENCY)
                    .findFirst()
                    .orElse(null);
        }

        /// The one to read next; late in the evening only what cannot wait.
        public @Nullable ReachOut toRead() {
            return reachOuts.stream()
                    .filter(reachOut -> !ReceivedPage.isLate(now)
                            || reachOut.label() != null && reachOut.label().cannotWait())
                    .findFirst()
                    .orElse(null);
        }

        public Optional<Days.Span> asksAbout() {
            return Optional.ofNullable(gap);
        }
    }

    /// Something that was held, or would have been where the rule was only practised.
    public record Held(long seq, Instant at, Act act, boolean letter, boolean practice) {
        static Optional<Held> of(Entry entry) {
            if (entry.event() instanceof Event.AttemptHeld held) {
                return Optional.of(new Held(
                        entry.seq(), entry.at(), held.act(), !held.words().isEmpty(), false));
            }
            if (entry.event() instanceof Event.AttemptAllowed allowed && allowed.clause() instanceof Clause.Practice) {
                return Optional.of(new Held(entry.seq(), entry.at(), allowed.act(), false, true));
            }
            return Optional.empty();
        }
    }

    @Override
    public void on(RoutesConfig routes) {
        routes.get("/", this::show);
        routes.post("/days", this::answer);
    }

    private void show(Context ctx) {
        var visit = Visit.of(ctx);
        if (visit.keeper().look((story, _) -> story.rule().isEmpty())) {
            visit.goOn("/setup");
            return;
        }
        visit.keeper().seeToday();
        var page = visit.keeper().look((story, now) -> page(story, now, visit));
        view.show(ctx, "today", visit.frame(visit.t().say("today.title"), "today"), page);
    }

    private static Page page(Story story, Now now, Visit visit) {
        var today = now.day();
        var days = story.days().orElseThrow();
        var from = story.countedFrom().orElse(today);
        var pending = story.pending(now.trusted());
        var held = story.latestHeld().stream()
                .limit(LATEST_HELD)
                .flatMap(seq -> visit.keeper().ledger().entry(visit.keeper().account(), seq).stream())
                .flatMap(entry -> Held.of(entry).stream())
                .toList();
        return new Page(
                now,
                DayLights.of(days, today),
                from,
                Math.max(0, ChronoUnit.DAYS.between(from, today)),
                days.kept(today),
                days.counted(today),
                days.longestRun(today),
                days.currentRun(today),
                days.gap(today).orElse(null),
                pending.stream()
                        .filter(waiting -> waiting.isReady(now.trusted()))
                        .toList(),
                pending.stream()
                        .filter(waiting -> !waiting.isReady(now.trusted()))
                        .toList(),
                story.reachOuts(),
                held,
                story.counts().held(),
                story.rule()
                        .map(rule -> rule.rule().kind() instanceof Kind.Limited)
                        .orElse(false));
    }

    /// Takes what the person says of days that nothing was heard of. A form that asked about other days, such as one
    /// in a tab left open, changes nothing.
    private void answer(Context ctx) {
        var visit = Visit.of(ctx);
        var form = new Form(visit);
        var first = form.day("first");
        var last = form.day("last");
        var answer = form.oneOf("answer", DayAnswer.class);
        var gap = visit.keeper().look((story, now) -> story.days().flatMap(days -> days.gap(now.day())));
        if (first != null
                && last != null
                && answer != null
                && gap.filter(new Days.Span(first, last)::equals).isPresent()) {
            visit.keeper().answer(new Event.DaysAnswered(first, last, answer));
        }
        visit.goOn("/");
    }
}
