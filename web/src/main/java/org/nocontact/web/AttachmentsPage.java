package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.nocontact.core.Words;

/// What was attached to a held mail. Each is handed over as a file, and none of it is ever shown as a page: nothing in
/// it is run, and nothing that it names is fetched.
final class AttachmentsPage implements Routes {
    private static final String POLICY = "sandbox; default-src 'none'";

    private final View view;
    private final Housekeeping housekeeping;

    AttachmentsPage(View view, Housekeeping housekeeping) {
        this.view = view;
        this.housekeeping = housekeeping;
    }

    /// @param letter the number of the letter
    public record Page(long letter, List<Mailroom.Attached> attached) {}

    @Override
    public void on(RoutesConfig routes) {
        routes.get("/letters/{seq}/attachments", this::list);
        routes.get("/letters/{seq}/attachments/{number}", this::save);
        routes.get("/letters/{seq}/attachments/{number}/text", this::read);
    }

    private void list(Context ctx) {
        var visit = Visit.of(ctx);
        var page = new Page(visit.number("seq"), housekeeping.mail().attached(message(visit)));
        view.show(ctx, "attachments", visit.frame(visit.t().say("attachments.title"), "letters"), page);
    }

    private void save(Context ctx) {
        var visit = Visit.of(ctx);
        var message = message(visit);
        var number = (int) visit.number("number");
        var attached = housekeeping.mail().attached(message).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound(ctx.path()));
        var content = housekeeping.mail().attachment(message, number).orElseThrow(() -> new NotFound(ctx.path()));
        var name = attached.name().isEmpty() ? "attachment-" + number : attached.name();
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header(
                "Content-Disposition",
                "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
        ctx.contentType("application/octet-stream");
        ctx.result(content);
    }

    private void read(Context ctx) {
        var visit = Visit.of(ctx);
        var text = housekeeping
                .mail()
                .attachmentAsText(message(visit), (int) visit.number("number"))
                .orElseThrow(() -> new NotFound(ctx.path()));
        ctx.header("Content-Security-Policy", POLICY);
        ctx.contentType("text/plain; charset=utf-8");
        ctx.result(text);
    }

    /// The name of the mail that the letter was held with.
    private static String message(Visit visit) {
        return visit.keeper()
                .letter(visit.number("seq"))
                .map(entry -> entry.event().words().part(Words.MESSAGE))
                .filter(name -> !name.isEmpty())
                .orElseThrow(() -> new NotFound(visit.ctx().path()));
    }
}
