package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;

/// Lets a browser in by the one-time link that the program shows when it starts.
final class SignInPage implements Routes {
    private final Sessions sessions;

    SignInPage(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void on(RoutesConfig routes) {
        routes.get("/sign-in", this::signIn);
        routes.post("/sign-out", SignInPage::signOut);
    }

    /// Answers with a page that goes on by itself: a redirect would lose the cookie when the link was followed from
    /// another site.
    private void signIn(Context ctx) {
        var visit = Visit.of(ctx);
        var link = ctx.queryParam("key");
        var session = link == null ? null : sessions.open(link).orElse(null);
        if (session == null) {
            throw new Refused(Refused.Reason.NOT_SIGNED_IN);
        }
        ctx.cookie(cookie(ctx, session, (int) Sessions.SESSION_LASTS.toSeconds()));
        ctx.header("Refresh", "0; url=/");
        ctx.html("<!doctype html><html lang=\"%s\"><title>%s</title><p><a href=\"/\">%2$s</a></p></html>"
                .formatted(visit.t().locale().toLanguageTag(), Texts.escape(product(visit))));
    }

    /// The neutral name, where the person chose one: it is the first thing that the browser's history takes in.
    private static String product(Visit visit) {
        return visit.keeper().look((story, _) -> story.settings().getOrDefault(Setting.PRODUCT.key(), visit.product()));
    }

    private static void signOut(Context ctx) {
        forget(ctx);
        ctx.redirect("/help-now", HttpStatus.SEE_OTHER);
    }

    /// Signs the browser out.
    static void forget(Context ctx) {
        ctx.cookie(cookie(ctx, "", 0));
    }

    /// Chromium and Firefox take a secure cookie over plain HTTP on loopback, where nothing can listen in; Safari and
    /// command-line
    /// clients would drop it and never be signed in.
    private static Cookie cookie(Context ctx, String session, int seconds) {
        var browser = ctx.header("User-Agent");
        var secure = browser != null && (browser.contains("Chrome/") || browser.contains("Firefox/"));
        return new Cookie(Door.COOKIE, session, "/", seconds, secure, true, null, SameSite.STRICT);
    }
}
