package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nocontact.core.Act;
import org.nocontact.core.Entry;
import org.nocontact.core.Event;
import org.nocontact.core.Now;
import org.nocontact.core.Words;

/// Contact that happened: written down without blame, with three questions, and as help for the next weak hour.
final class SlipsPage implements Routes {
    private static final int SHOWN = 20;
    private static final List<String> QUESTIONS = List.of("setOff", "brought", "next");
    private static final int FURTHEST_BACK_YEARS = 20;

    private final View view;
    private final Danger danger;

    SlipsPage(View view, Danger danger) {
        this.view = view;
        this.danger = danger;
    }

    /// @param typed what was in the form when it could not be taken in, by field
    /// @param errors what is wrong, by field
    public record Page(
            Now now,
            List<Entry> slips,
            int kept,
            int counted,
            int longestRun,
            Map<String, String> typed,
            Map<String, String> errors) {

        public String typed(String field, String otherwise) {
            return typed.getOrDefault(field, otherwise);
        }
    }

    @Override
    public void on(RoutesConfig routes) {
        routes.get("/slips", this::ask);
        routes.post("/slips", this::write);
    }

    /// A day in the query, as the question about a gap gives it, stands in the form already.
    private void ask(Context ctx) {
        var visit = Visit.of(ctx);
        var day = visit.query("day");
        show(visit, day.matches("\\d{4}-\\d{2}-\\d{2}") ? Map.of("day", day) : Map.of(), Map.of());
    }

    private void show(Visit visit, Map<String, String> typed, Map<String, String> errors) {
        var keeper = visit.keeper();
        var slips = keeper.ledger().newest(keeper.account(), Set.of(Event.SlipRecorded.class), Long.MAX_VALUE, SHOWN);
        var page = keeper.look((story, now) -> {
            var today = now.day();
            return new Page(
                    now,
                    slips,
                    story.days().map(days -> days.kept(today)).orElse(0),
                    story.days().map(days -> days.counted(today)).orElse(0),
                    story.days().map(days -> days.longestRun(today)).orElse(0),
                    typed,
                    errors);
        });
        var title = visit.t().say("slips.title");
        var shown = errors.isEmpty() ? title : visit.t().say("frame.error", title);
        view.show(visit.ctx(), "slips", visit.frame(shown, "slips"), page);
    }

    private void write(Context ctx) {
        var visit = Visit.of(ctx);
        var form = new Form(visit);
        var day = form.day("day");
        var time = form.text("time").isEmpty() ? LocalTime.NOON : form.time("time");
        var act = form.oneOf("act", Act.class);
        var now = visit.now();
        var happened = day == null || time == null
                ? null
                : ZonedDateTime.of(day, time, now.zone()).toInstant();
        if (happened != null && !isPlausible(happened, now)) {
            form.wrong("day", "slips.not-then");
        }
        if (happened == null || act == null || !form.isRight()) {
            ctx.status(422);
            show(visit, typed(visit), form.errors());
            return;
        }
        var earlier = happened.isAfter(now.at()) ? now.at() : happened;
        var words = words(form);
        visit.keeper().slip(earlier, act, form.text("go-on").equals("start-again"), words);
        danger.goOn(visit, words, "/slips#written");
    }

    /// Noon of today stands for a time that was left out, and may still be ahead.
    private static boolean isPlausible(Instant happened, Now now) {
        var sameDay = now.dayOf(happened).equals(now.day());
        return (sameDay || happened.isBefore(now.at()))
                && happened.isAfter(now.at().minus(FURTHEST_BACK_YEARS * 366L, ChronoUnit.DAYS));
    }

    private static Words words(Form form) {
        var answers = new LinkedHashMap<String, String>();
        QUESTIONS.forEach(question -> answers.put(question, form.text(question)));
        return new Words(answers);
    }

    private static Map<String, String> typed(Visit visit) {
        var typed = new LinkedHashMap<String, String>();
        List.of("day", "time", "act", "setOff", "brought", "next")
                .forEach(field -> typed.put(field, visit.field(field)));
        return typed;
    }
}
