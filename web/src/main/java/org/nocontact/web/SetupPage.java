package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.nocontact.core.NoteKind;
import org.nocontact.core.Topic;
import org.nocontact.core.Words;

/// Makes the first rule: one form, of which only the name is needed.
final class SetupPage implements Routes {
    /// The order in which people ask for them.
    private static final List<Topic> TOPICS =
            List.of(Topic.HOME, Topic.BELONGINGS, Topic.CHILDREN, Topic.WORK, Topic.MONEY, Topic.LEGAL);

    private static final Pattern DAYS_WITHOUT_CONTACT = Pattern.compile(
            "\\b\\d{1,3} ?(days|tage)\\b[^.\\n]*\\b[ck]onta[ck]t|\\b[ck]onta[ck]t[^.\\n]*\\b\\d{1,3} ?(days|tage)\\b",
            Pattern.CASE_INSENSITIVE);

    private final View view;
    private final Path folder;
    private final Danger danger;

    SetupPage(View view, Housekeeping housekeeping, Danger danger) {
        this.view = view;
        this.danger = danger;
        this.folder = housekeeping.folder();
    }

    /// @param folder where everything is kept
    /// @param again whether there was a rule before: what was laid ready is still there
    public record Page(Filled filled, List<Topic> topics, String folder, LocalDate today, boolean again) {}

    @Override
    public void on(RoutesConfig routes) {
        routes.get("/setup", this::show);
        routes.post("/setup", this::begin);
    }

    private void show(Context ctx) {
        var visit = Visit.of(ctx);
        if (hasRule(visit)) {
            visit.goOn("/rule");
            return;
        }
        show(visit, Filled.NOT_YET);
    }

    private void show(Visit visit, Filled filled) {
        var t = visit.t();
        var title = t.say("setup.title");
        var again =
                visit.keeper().look((story, _) -> !story.notes(NoteKind.REASON).isEmpty());
        var page = new Page(filled, TOPICS, folder.toString(), visit.now().day(), again);
        view.show(
                visit.ctx(),
                "setup",
                visit.frame(filled.isWrong() ? t.say("frame.error", title) : title, "setup"),
                page);
    }

    private void begin(Context ctx) {
        var visit = Visit.of(ctx);
        if (hasRule(visit)) {
            visit.goOn("/rule");
            return;
        }
        var form = new Form(visit);
        var setup = SetupForm.read(visit, form);
        if (setup == null) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(visit, Filled.again(visit, form));
            return;
        }
        setup.begin(visit.keeper());
        danger.goOn(visit, Words.text(visit.field("reasons")), asksForDays(visit) ? "/rule?days#main" : "/#main");
    }

    private static boolean asksForDays(Visit visit) {
        return !List.of("", "indefinite", "limited").contains(visit.field("kind"))
                || DAYS_WITHOUT_CONTACT.matcher(visit.field("reasons")).find();
    }

    private static boolean hasRule(Visit visit) {
        return visit.keeper().look((story, _) -> story.rule().isPresent());
    }
}
