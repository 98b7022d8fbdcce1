package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.CalmTime;
import org.nocontact.core.Invalid;
import org.nocontact.core.Now;

/// The mail guard: sets it up, tries it, says how it is and what it does not see.
final class MailPage implements Routes {
    private static final int HIGHEST_PORT = 65_535;
    private static final List<String> PROGRAMS =
            List.of("thunderbird", "apple", "outlook", "evolution", "android", "mutt");
    private static final List<String> ENCRYPTIONS = List.of("tls", "starttls", "none");
    private static final Mailroom.Setup EMPTY = new Mailroom.Setup(
            "",
            "tls",
            8425,
            0,
            "",
            "tls",
            "",
            "starttls",
            "",
            "Quiet",
            "",
            CalmTime.USUAL.from().toString(),
            CalmTime.USUAL.until().toString());

    private final View view;
    private final Housekeeping housekeeping;

    MailPage(View view, Housekeeping housekeeping) {
        this.view = view;
        this.housekeeping = housekeeping;
    }

    /// @param setup as it is kept, or found, or nothing yet
    /// @param isSetUp whether it is kept
    /// @param found what was found for an address a moment ago; null for nothing
    /// @param steps of a test that was just run; empty for none
    /// @param saved whether it was set up a moment ago
    public record Page(
            Now now,
            Mailroom.Setup setup,
            boolean isSetUp,
            Mailroom.State state,
            Mailroom.@Nullable Proposal found,
            List<Mailroom.Step> steps,
            Filled filled,
            boolean saved) {

        /// The port for the mail program.
        public int port() {
            return setup.listenTls() > 0 ? setup.listenTls() : setup.listen();
        }

        public String security() {
            return setup.listenTls() > 0 ? "SSL/TLS" : "STARTTLS";
        }

        public List<String> programs() {
            return PROGRAMS;
        }

        public List<String> encryptions() {
            return ENCRYPTIONS;
        }

        /// Whose OAuth2 Thunderbird has to be told of by hand, as it goes by the name of the server: `google`,
        /// `microsoft`, or empty.
        public String oauth() {
            var smtp = setup.smtp();
            if (smtp.startsWith("smtp.gmail.com:")) {
                return "google";
            }
            return smtp.startsWith("smtp-mail.outlook.com:") || smtp.startsWith("smtp.office365.com:")
                    ? "microsoft"
                    : "";
        }
    }

    @Override
    public void on(RoutesConfig routes) {
        routes.get("/mail", this::show);
        routes.post("/mail", this::setUp);
        routes.post("/mail/find", this::find);
        routes.post("/mail/test", this::test);
        routes.post("/mail/forget", this::forget);
    }

    private Mailroom mail() {
        return housekeeping.mail();
    }

    private void show(Context ctx) {
        show(Visit.of(ctx), null, List.of(), Filled.NOT_YET, ctx.queryParam("saved") != null);
    }

    private void show(
            Visit visit, Mailroom.@Nullable Proposal found, List<Mailroom.Step> steps, Filled filled, boolean saved) {
        var kept = mail().setup();
        var shown = kept.orElseGet(() -> found == null ? EMPTY : found.setup());
        var page = new Page(visit.now(), shown, kept.isPresent(), mail().state(), found, steps, filled, saved);
        var title = visit.t().say("mail.title");
        var titled = filled.isWrong() ? visit.t().say("frame.error", title) : title;
        view.show(visit.ctx(), "mail", visit.frame(titled, "mail"), page);
    }

    private void showAgain(Visit visit, Form form) {
        visit.ctx().status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(visit, null, List.of(), Filled.again(visit, form), false);
    }

    private void find(Context ctx) {
        var visit = Visit.of(ctx);
        var form = new Form(visit);
        var address = form.needed("address");
        var ask = form.text("ask").equals("yes");
        var found = form.isRight() ? mail().find(address, ask).orElse(null) : null;
        if (form.isRight() && found == null) {
            form.wrong("address", ask ? "mail.find.none" : "mail.find.unknown");
        }
        if (form.isRight()) {
            show(visit, found, List.of(), Filled.NOT_YET, false);
        } else {
            showAgain(visit, form);
        }
    }

    private void setUp(Context ctx) {
        var visit = Visit.of(ctx);
        var form = new Form(visit);
        var wanted = wanted(form);
        if (form.isRight()) {
            try {
                mail().setUp(wanted, visit.field("password"), "");
                visit.goOn("/mail?saved#main");
                return;
            } catch (Invalid refused) {
                form.saying("smtp", Optional.ofNullable(refused.getMessage()).orElse(""));
            }
        }
        showAgain(visit, form);
    }

    private Mailroom.Setup wanted(Form form) {
        var before = mail().setup().orElse(EMPTY);
        var overTls = before.listenTls() > 0;
        var port = port(form);
        return new Mailroom.Setup(
                form.needed("smtp"),
                chosen(form, "smtp-tls"),
                overTls ? 0 : port,
                overTls ? port : 0,
                form.line("imap"),
                chosen(form, "imap-tls"),
                form.line("sieve"),
                before.sieveTls(),
                form.line("user"),
                form.needed("quiet"),
                form.line("word"),
                String.valueOf(form.time("calm-from")),
                String.valueOf(form.time("calm-until")));
    }

    private static String chosen(Form form, String field) {
        var chosen = form.text(field);
        if (!ENCRYPTIONS.contains(chosen)) {
            form.wrong(field, "form.choice");
        }
        return chosen;
    }

    private static int port(Form form) {
        var text = form.text("listen");
        if (!text.matches("[1-9]\\d{0,4}") || Integer.parseInt(text) > HIGHEST_PORT) {
            form.wrong("listen", "mail.listen.needed");
            return 0;
        }
        return Integer.parseInt(text);
    }

    private void test(Context ctx) {
        var visit = Visit.of(ctx);
        if (mail().setup().isEmpty()) {
            visit.goOn("/mail");
            return;
        }
        show(visit, null, mail().test(), Filled.NOT_YET, false);
    }

    private void forget(Context ctx) {
        mail().forget();
        Visit.of(ctx).goOn("/mail#main");
    }
}
