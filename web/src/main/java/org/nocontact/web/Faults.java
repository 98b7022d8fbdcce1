package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.EOFException;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.nocontact.core.Invalid;
import org.nocontact.core.LedgerFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns what went wrong into an answer, in one place: a page for people, a problem document (RFC 9457) for machines.
final class Faults implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private static final Set<Integer> SAID_TO_MACHINES = Set.of(400, 404, 405, 413);

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
        routes.exception(
                ApiRefusal.class,
                (refusal, ctx) -> refusal.problem(Visit.asked(ctx)).answer(ctx));
        routes.exception(HttpResponseException.class, this::malformed);
        routes.exception(EOFException.class, (_, ctx) -> malformed(new BadRequestResponse(), ctx));
        routes.exception(Invalid.class, (invalid, ctx) -> answer(ctx, 422, "invalid", message(invalid)));
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
            case NO_FORM -> answer(ctx, 415, "refused");
            case STALE_FORM -> answer(ctx, 403, "stale");
        }
    }

    private void malformed(HttpResponseException response, Context ctx) {
        var methods = response.getDetails().get("availableMethods");
        if (methods != null) {
            ctx.header("Allow", methods);
        }
        var status = response.getStatus();
        if (Door.isForMachines(ctx.path()) && SAID_TO_MACHINES.contains(status)) {
            new ApiRefusal(status, "status." + status).problem(Visit.asked(ctx)).answer(ctx);
        } else {
            answer(ctx, status, "refused");
        }
    }

    private void unexpected(Exception fault, Context ctx) {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Fault {} at {} {}", mark, ctx.method(), ctx.path(), fault);
        answer(ctx, 500, "unexpected", mark);
    }

    private void answer(Context ctx, int status, String kind, Object... values) {
        var visit = Visit.known(ctx).orElse(null);
        var t = visit == null ? Visit.asked(ctx) : visit.t();
        var heading = t.say("fault." + kind + ".heading");
        var text = t.say("fault." + kind + ".text", values);
        ctx.status(status);
        if (Door.isForMachines(ctx.path())) {
            Problem.answer(ctx, status, heading, text);
            return;
        }
        var frame = visit == null ? stranger(t, heading) : visit.frame(heading, "");
        view.show(ctx, "fault", frame, new Page(heading, text, kind.equals("signed-out")));
    }

    private Frame stranger(Texts t, String heading) {
        var leave = URI.create(Visit.USUAL_LEAVE);
        return new Frame(t, heading, "", config.product(), "", "", leave, false, false, false);
    }

    private static String message(RuntimeException fault) {
        return fault.getMessage() == null ? "" : fault.getMessage();
    }
}
