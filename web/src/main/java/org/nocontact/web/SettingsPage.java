package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nocontact.core.Device;
import org.nocontact.core.Now;

/// How the pages look and speak, and the door to everything that can be done with the ledger as a whole.
final class SettingsPage implements Routes {
    private static final int LONGEST_PRODUCT = 40;
    private static final int LONGEST_ADDRESS = 500;

    private final View view;
    private final Housekeeping housekeeping;
    private final String product;

    SettingsPage(View view, Housekeeping housekeeping, SiteConfig config) {
        this.view = view;
        this.housekeeping = housekeeping;
        this.product = config.product();
    }

    /// @param said what was done a moment ago; empty for nothing
    /// @param token of a device that was added a moment ago, shown once; empty for none
    public record Page(
            Now now,
            Map<String, String> settings,
            List<Locale> languages,
            List<Helplines.Country> countries,
            List<Integer> waits,
            Collection<Device> devices,
            String folder,
            String product,
            Filled filled,
            String said,
            String token) {

        /// What is set, or empty for the usual.
        public String set(String key) {
            return settings.getOrDefault(key, "");
        }
    }

    @Override
    public void on(RoutesConfig routes) {
        routes.get("/settings", ctx -> {
            var visit = Visit.of(ctx);
            show(
                    visit,
                    Filled.NOT_YET,
                    ctx.queryParam("saved") == null ? "" : visit.t().say("settings.saved"),
                    "");
        });
        routes.post("/settings", this::save);
    }

    void showAgain(Visit visit, Form form) {
        visit.ctx().status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(visit, Filled.again(visit, form), "", "");
    }

    void showDone(Visit visit, String said, String token) {
        show(visit, Filled.NOT_YET, said, token);
    }

    private void show(Visit visit, Filled filled, String said, String token) {
        var t = visit.t();
        var title = t.say("settings.title");
        var page = visit.keeper()
                .look((story, now) -> new Page(
                        now,
                        story.settings(),
                        Texts.LANGUAGES,
                        Helplines.countries(t.locale()),
                        WeakHourPage.WAITS,
                        story.devices(),
                        housekeeping.folder().toString(),
                        product,
                        filled,
                        said,
                        token));
        view.show(
                visit.ctx(),
                "settings",
                visit.frame(filled.isWrong() ? t.say("frame.error", title) : title, "settings"),
                page);
    }

    private void save(Context ctx) {
        var visit = Visit.of(ctx);
        var form = new Form(visit);
        var wanted = wanted(visit, form);
        if (!form.isRight()) {
            showAgain(visit, form);
            return;
        }
        var before = visit.keeper().look((story, _) -> story.settings());
        wanted.entrySet()
                .removeIf(setting -> before.getOrDefault(setting.getKey(), "").equals(setting.getValue()));
        if (!wanted.isEmpty()) {
            visit.keeper().set(wanted);
        }
        visit.goOn("/settings?saved#main");
    }

    private static Map<String, String> wanted(Visit visit, Form form) {
        var wanted = new HashMap<String, String>();
        var languages = Texts.LANGUAGES.stream().map(Locale::toLanguageTag).toList();
        choice(form, Setting.LANGUAGE, languages).ifPresent(it -> wanted.put(Setting.LANGUAGE.key(), it));
        choice(form, Setting.THEME, Set.of("dark", "light")).ifPresent(it -> wanted.put(Setting.THEME.key(), it));
        var waits = WeakHourPage.WAITS.stream().map(String::valueOf).toList();
        choice(form, Setting.WAIT, waits).ifPresent(it -> wanted.put(Setting.WAIT.key(), it));
        var countries = Helplines.countries(visit.t().locale()).stream()
                .map(Helplines.Country::code)
                .toList();
        choice(form, Setting.COUNTRY, countries).ifPresent(it -> wanted.put(Setting.COUNTRY.key(), it));
        wanted.put(Setting.LEAVE.key(), leave(form));
        wanted.put(Setting.PRODUCT.key(), product(form));
        wanted.put(Setting.ZONE, zone(form));
        return wanted;
    }

    /// One of the choices, or empty for the usual; nothing and an error when it is neither.
    private static Optional<String> choice(Form form, Setting setting, Collection<String> choices) {
        var chosen = form.text(setting.key());
        if (!chosen.isEmpty() && !choices.contains(chosen)) {
            form.wrong(setting.key(), "form.choice");
            return Optional.empty();
        }
        return Optional.of(chosen);
    }

    private static String leave(Form form) {
        var written = form.text(Setting.LEAVE.key());
        if (!written.isEmpty() && !isAPage(written)) {
            form.wrong(Setting.LEAVE.key(), "settings.leave.needed");
        }
        return written;
    }

    private static boolean isAPage(String written) {
        try {
            var page = new URI(written);
            return written.length() <= LONGEST_ADDRESS
                    && page.getHost() != null
                    && Set.of("http", "https").contains(String.valueOf(page.getScheme()));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static String product(Form form) {
        var written = form.text(Setting.PRODUCT.key());
        if (!written.isEmpty() && (written.length() > LONGEST_PRODUCT || !Form.isAName(written))) {
            form.wrong(Setting.PRODUCT.key(), "settings.product.needed", LONGEST_PRODUCT);
        }
        return written;
    }

    private static String zone(Form form) {
        var written = form.text(Setting.ZONE);
        try {
            return written.isEmpty() ? "" : ZoneId.of(written).getId();
        } catch (DateTimeException unknown) {
            form.wrong(Setting.ZONE, "settings.zone.needed");
            return written;
        }
    }
}
