package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.regex.Pattern;

/// Who can be called now, before everything else, after somebody wrote words of danger. What they wrote is kept
/// already.
final class DangerPage implements Routes {
    private static final Pattern OWN_PATH = Pattern.compile("/(?:[A-Za-z0-9][A-Za-z0-9/?&=.#-]*)?");

    private final View view;

    DangerPage(View view) {
        this.view = view;
    }

    /// @param then where the person was going
    public record Page(Help help, String then) {}

    @Override
    public void on(RoutesConfig routes) {
        routes.get("/danger", this::show);
    }

    private void show(Context ctx) {
        var visit = Visit.of(ctx);
        var asked = visit.query("then");
        var then = OWN_PATH.matcher(asked).matches() ? asked : "/";
        var page = new Page(Help.forWho(visit), then);
        view.show(ctx, "danger", visit.frame(visit.t().say("danger.title"), ""), page);
    }
}
