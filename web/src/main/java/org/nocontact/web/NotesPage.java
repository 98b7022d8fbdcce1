package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import org.nocontact.core.NoteKind;
import org.nocontact.core.Topic;
import org.nocontact.core.Words;

/// Adds to what the person laid ready for themselves, and takes away from it.
final class NotesPage implements Routes {
    private final RulePage rulePage;
    private final Danger danger;

    NotesPage(RulePage rulePage, Danger danger) {
        this.rulePage = rulePage;
        this.danger = danger;
    }

    @Override
    public void on(RoutesConfig routes) {
        routes.post("/rule/notes/{kind}", this::add);
        routes.post("/rule/notes/{kind}/remove", NotesPage::remove);
    }

    private void add(Context ctx) {
        var visit = Visit.of(ctx);
        var kind = kind(ctx);
        var form = new Form(visit);
        var text = form.needed(kind.word());
        var words = switch (kind) {
            case REASON, ACTIVITY -> Words.text(text);
            case FRIEND -> new Words(Map.of(Words.TEXT, text, "phone", form.line("phone")));
            case PLACE -> new Words(Map.of(Words.TEXT, text, "plan", form.line("plan")));
            case EXIT ->
                new Words(Map.of(Words.TEXT, text, "topic", topic(visit).word()));
        };
        if (!form.isRight()) {
            var inForce = visit.keeper().look((story, _) -> story.rule());
            if (inForce.isPresent()) {
                rulePage.showAgain(visit, inForce.get(), form);
                return;
            }
        } else {
            visit.keeper().addNote(kind, words);
        }
        danger.goOn(visit, words, "/rule#" + section(kind));
    }

    private static void remove(Context ctx) {
        var visit = Visit.of(ctx);
        var kind = kind(ctx);
        var note = visit.field("note");
        if (note.matches("\\d{1,18}")) {
            visit.keeper().removeNote(Long.parseLong(note));
        }
        visit.goOn("/rule#" + section(kind));
    }

    private static NoteKind kind(Context ctx) {
        return NoteKind.of(ctx.pathParam("kind")).orElseThrow(() -> new NotFound(ctx.path()));
    }

    private static Topic topic(Visit visit) {
        return Topic.of(visit.field("topic")).orElseThrow(() -> new NotFound("topic"));
    }

    private static String section(NoteKind kind) {
        return switch (kind) {
            case REASON -> "why";
            case ACTIVITY -> "activities";
            case FRIEND -> "friends";
            case PLACE -> "places";
            case EXIT -> "topics";
        };
    }
}
