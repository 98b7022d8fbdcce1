package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/// Who can be called now. Open to anybody, without a connection; nothing of a visit is recorded, and only who has come
/// in sees the people they named themselves.
final class HelpNowPage implements Routes {
    private final View view;

    HelpNowPage(View view) {
        this.view = view;
    }

    @Override
    public void on(RoutesConfig routes) {
        routes.get("/help-now", this::show);
    }

    private void show(Context ctx) {
        var visit = Visit.of(ctx);
        view.show(ctx, "help-now", visit.frame(visit.t().say("help-now.title"), "help-now"), Help.forWho(visit));
    }
}
