package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Act;
import org.nocontact.core.Attempt;
import org.nocontact.core.Clause;
import org.nocontact.core.Keeper;
import org.nocontact.core.PersonName;
import org.nocontact.core.Rule;
import org.nocontact.core.Topic;
import org.nocontact.core.Verdict;
import org.nocontact.core.Words;
import org.nocontact.reading.MessageReader;

/// A draft about what a limited rule leaves open: how it reads, and what the gate says to it. What is held is kept as a
/// letter, where the person can insist.
final class DraftPage implements Routes {
    private final View view;
    private final MessageReader reader;
    private final Danger danger;

    DraftPage(View view, MessageReader reader) {
        this.view = view;
        this.reader = reader;
        this.danger = new Danger(reader);
    }

    /// @param topics what the rule leaves open; empty for an indefinite one
    /// @param check how it reads; null before it was looked at
    /// @param answer what the gate said; null before it was asked
    /// @param help whom to call, shown before everything else; null where no words of danger were found
    public record Page(
            String name,
            List<Topic> topics,
            String text,
            Act act,
            @Nullable CheckedDraft check,
            Keeper.@Nullable Answer answer,
            @Nullable Help help) {

        /// The clause that lets it through; null where the gate held it or was not asked.
        public @Nullable Clause allows() {
            return answer != null && answer.verdict() instanceof Verdict.Allow(var clause) ? clause : null;
        }

        public boolean mayGo() {
            return answer != null && !(answer.verdict() instanceof Verdict.Hold);
        }

        public Verdict.@Nullable Hold hold() {
            return answer != null && answer.verdict() instanceof Verdict.Hold hold ? hold : null;
        }
    }

    @Override
    public void on(RoutesConfig routes) {
        routes.get("/draft", this::open);
        routes.post("/draft/check", ctx -> look(Visit.of(ctx), false));
        routes.post("/draft", ctx -> look(Visit.of(ctx), true));
    }

    /// Somebody who comes here will want to be read in a moment.
    private void open(Context ctx) {
        var visit = Visit.of(ctx);
        var rule = rule(visit);
        if (rule == null) {
            visit.goOn("/setup");
            return;
        }
        reader.warmUp();
        show(visit, new Page(rule.name(), topics(rule), "", Act.TEXT, null, null, null));
    }

    private void look(Visit visit, boolean asksTheGate) {
        var rule = rule(visit);
        var text = visit.field("text");
        if (rule == null || text.isEmpty()) {
            visit.goOn("/draft");
            return;
        }
        var act = visit.field("act").equals(Act.EMAIL.word()) ? Act.EMAIL : Act.TEXT;
        var attempt = new Attempt(act, new PersonName(rule.name()), Words.text(text), false, "hand");
        var answer = asksTheGate ? visit.keeper().draft(attempt) : null;
        var check = CheckedDraft.of(
                reader, text, rule.kind().openTopics(), visit.t().locale());
        var help = danger.isIn(text) ? Help.forWho(visit) : null;
        show(visit, new Page(rule.name(), topics(rule), text, act, check, answer, help));
    }

    private void show(Visit visit, Page page) {
        view.show(visit.ctx(), "draft", visit.frame(visit.t().say("draft.title"), "draft"), page);
    }

    private static @Nullable Rule rule(Visit visit) {
        return visit.keeper()
                .look((story, _) -> story.rule().map(inForce -> inForce.rule()).orElse(null));
    }

    private static List<Topic> topics(Rule rule) {
        return rule.kind().openTopics().stream().sorted().toList();
    }
}
