package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nocontact.core.Entry;
import org.nocontact.core.Now;

/// Everything that happened, newest first, a page at a time.
final class TimelinePage implements Routes {
    private static final int LENGTH = 50;

    private final View view;

    TimelinePage(View view) {
        this.view = view;
    }

    /// @param own short words of the person; empty for most
    /// @param page where there is more of it; empty for most
    public record Line(long seq, LocalTime at, String sentence, String own, String page) {}

    public record Day(LocalDate date, List<Line> lines) {}

    /// @param earlier the number before which the next page starts, 0 when this is the last one
    /// @param newest whether this is the first page
    public record Page(Now now, List<Day> days, long earlier, boolean newest) {}

    @Override
    public void on(RoutesConfig routes) {
        routes.get("/timeline", this::show);
    }

    private void show(Context ctx) {
        var visit = Visit.of(ctx);
        var asked = ctx.queryParam("before");
        var before = asked != null && asked.matches("\\d{1,18}") ? Long.parseLong(asked) : Long.MAX_VALUE;
        var entries = visit.keeper().ledger().newest(visit.keeper().account(), Set.of(), before, LENGTH + 1);
        var shown = entries.stream().limit(LENGTH).toList();
        var page = new Page(
                visit.now(),
                days(visit, shown),
                entries.size() > LENGTH ? shown.getLast().seq() : 0,
                before == Long.MAX_VALUE);
        view.show(ctx, "timeline", visit.frame(visit.t().say("timeline.title"), "timeline"), page);
    }

    private static List<Day> days(Visit visit, List<Entry> entries) {
        var now = visit.now();
        var ledger = visit.keeper().ledger();
        var words = new EventWords(
                visit.t(),
                now.zone(),
                now.day(),
                seq -> ledger.entry(visit.keeper().account(), seq));
        var days = new ArrayList<Day>();
        for (var entry : entries) {
            var at = entry.at().atZone(now.zone());
            if (days.isEmpty() || !days.getLast().date().equals(at.toLocalDate())) {
                days.add(new Day(at.toLocalDate(), new ArrayList<>()));
            }
            days.getLast()
                    .lines()
                    .add(new Line(
                            entry.seq(),
                            at.toLocalTime(),
                            words.say(entry),
                            EventWords.own(entry),
                            EventWords.page(entry)));
        }
        return days;
    }
}
