package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.ZonedDateTime;
import java.util.List;
import org.nocontact.core.Loosening;
import org.nocontact.core.NoteKind;
import org.nocontact.core.Now;
import org.nocontact.core.Rule;

/// Asks to end the rule, by the same path as every loosening, and says goodbye to it when it has ended.
final class EndPage implements Routes {
    private static final int REASONS = 3;

    private final View view;

    EndPage(View view) {
        this.view = view;
    }

    /// @param at when it could be confirmed if it were asked for now, by the clock on the wall
    public record Page(Now now, Rule rule, ZonedDateTime at, List<Note> reasons) {}

    /// @param kept the days that stay kept
    public record Ended(int kept) {}

    @Override
    public void on(RoutesConfig routes) {
        routes.get("/rule/end", this::show);
        routes.post("/rule/end", EndPage::ask);
        routes.get("/rule/ended", this::showEnded);
    }

    private void show(Context ctx) {
        var visit = Visit.of(ctx);
        var inForce = visit.keeper().look((story, _) -> story.rule()).orElse(null);
        if (inForce == null) {
            visit.goOn("/setup");
            return;
        }
        var now = visit.now();
        var at = now.shown(now.trusted().plus(inForce.rule().coolingOff()));
        var reasons = Note.all(visit.keeper(), NoteKind.REASON).stream()
                .limit(REASONS)
                .toList();
        view.show(
                ctx,
                "end",
                visit.frame(visit.t().say("end.title"), "rule"),
                new Page(now, inForce.rule(), at, reasons));
    }

    private static void ask(Context ctx) {
        var visit = Visit.of(ctx);
        visit.keeper().askToLoosen(new Loosening.EndRule());
        visit.goOn("/rule?done=asked#main");
    }

    private void showEnded(Context ctx) {
        var visit = Visit.of(ctx);
        if (visit.keeper().look((story, _) -> story.rule().isPresent())) {
            visit.goOn("/rule");
            return;
        }
        var kept = visit.keeper()
                .look((story, now) ->
                        story.days().map(days -> days.kept(now.day())).orElse(0));
        view.show(ctx, "ended", visit.frame(visit.t().say("end.ended"), "setup"), new Ended(kept));
    }
}
