package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Locale;
import org.nocontact.core.Ledger.Verification;

/// Takes the whole ledger along, copies it, checks it, and erases it.
final class UpkeepPage implements Routes {
    private final View view;
    private final SettingsPage settingsPage;
    private final Housekeeping housekeeping;

    UpkeepPage(View view, SettingsPage settingsPage, Housekeeping housekeeping) {
        this.view = view;
        this.settingsPage = settingsPage;
        this.housekeeping = housekeeping;
    }

    /// @param folder where everything is kept
    /// @param done whether everything is erased now
    public record Erasing(String folder, Filled filled, boolean done) {}

    @Override
    public void on(RoutesConfig routes) {
        routes.post("/settings/export", this::export);
        routes.post("/settings/backup", this::backup);
        routes.post("/settings/verify", this::verify);
        routes.get("/settings/erase", ctx -> showErasing(Visit.of(ctx), Filled.NOT_YET, false));
        routes.post("/settings/erase", this::erase);
    }

    /// The file carries the name that the person gave the program, so that a neutral one stays neutral.
    private void export(Context ctx) throws IOException {
        var visit = Visit.of(ctx);
        var product = visit.frame("", "").product().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        ctx.contentType("application/zip");
        ctx.header(
                "Content-Disposition",
                "attachment; filename=\"" + product + "-" + visit.now().day() + ".zip\"");
        housekeeping.export(ctx.outputStream());
    }

    private void backup(Context ctx) throws IOException {
        var visit = Visit.of(ctx);
        var file = housekeeping.backup();
        settingsPage.showDone(visit, visit.t().say("settings.backup.done", file.toString()), "");
    }

    private void verify(Context ctx) {
        var visit = Visit.of(ctx);
        var found = switch (housekeeping.verify()) {
            case Verification.Whole(var entries, var lastHash) ->
                visit.t().say("settings.verify.whole", entries, lastHash);
            case Verification.Broken(var seq, var _) -> visit.t().say("settings.verify.broken", seq);
        };
        settingsPage.showDone(visit, found, "");
    }

    private void erase(Context ctx) throws IOException {
        var visit = Visit.of(ctx);
        if (!visit.field("erase").equals("yes")) {
            var form = new Form(visit);
            form.wrong("erase", "erase.needed");
            ctx.status(422);
            showErasing(visit, Filled.again(visit, form), false);
            return;
        }
        housekeeping.erase();
        SignInPage.forget(ctx);
        showErasing(visit.signedOut(), Filled.NOT_YET, true);
    }

    private void showErasing(Visit visit, Filled filled, boolean done) {
        var t = visit.t();
        var title = t.say(done ? "erase.done" : "erase.title");
        view.show(
                visit.ctx(),
                "erase",
                visit.frame(filled.isWrong() ? t.say("frame.error", title) : title, "settings"),
                new Erasing(housekeeping.folder().toString(), filled, done));
    }
}
