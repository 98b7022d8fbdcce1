package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.net.URI;
import java.util.UUID;
import org.nocontact.core.LedgerFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns what went wrong into an answer, in one place: a page for people, a problem document (RFC 9457) for machines.
final class Faults implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final View view;
    private final SiteConfig config;

    Faults(View view, SiteConfig config) {
        this.view = view;
        this.config = config;
    }

    /// What the page of a fault says.
    public record Page(String heading, String text, boolean signIn) {}

    @Override
    public void on(RoutesConfig routes) {
        routes.exception(Refused.class, this::refused);
        routes.exception(NotFound.class, (_, ctx) -> answer(ctx, 404, "missing"));
        routes.exception(LedgerFault.class, (fault, ctx) -> answer(ctx, 503, "ledger", message(fault)));
        routes.exception(HttpResponseException.class, (response, ctx) -> answer(ctx, response.getStatus(), "refused"));
        routes.exception(Exception.class, this::unexpected);
        routes.error(404, ctx -> {
            if (ctx.resultInputStream() == null) {
                answer(ctx, 404, "missing");
            }
        });
    }

    private void refused(Refused refused, Context ctx) {
        switch (refused.reason()) {
            case FOREIGN_HOST -> answer(ctx, 403, "host");
            case FOREIGN_ORIGIN -> answer(ctx, 403, "origin");
            case NOT_SIGNED_IN -> answer(ctx, 403, "signed-out");
            case STALE_FORM -> answer(ctx, 403, "stale");
        }
    }

    private void unexpected(Exception fault, Context ctx) {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Fault {} at {} {}", mark, ctx.method(), ctx.path(), fault);
        answer(ctx, 500, "unexpected", mark);
    }

    private void answer(Context ctx, int status, String kind, Object... values) {
        var t = Visit.asked(ctx);
        var heading = t.say("fault." + kind + ".heading");
        var text = t.say("fault." + kind + ".text", values);
        ctx.status(status);
        if (ctx.path().startsWith("/api/") || ctx.path().startsWith("/local/")) {
            Problem.answer(ctx, status, heading, text);
            return;
        }
        var frame = new Frame(
                t,
                heading,
                "",
                config.product(),
                "",
                "",
                URI.create("https://www.wikipedia.org/"),
                false,
                false,
                false);
        view.show(ctx, "fault", frame, new Page(heading, text, kind.equals("signed-out")));
    }

    private static String message(LedgerFault fault) {
        return fault.getMessage() == null ? "" : fault.getMessage();
    }
}
