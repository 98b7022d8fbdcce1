package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Act;
import org.nocontact.core.Change;
import org.nocontact.core.GoBetween;
import org.nocontact.core.Handle;
import org.nocontact.core.Loosening;
import org.nocontact.core.Now;
import org.nocontact.core.Rule;
import org.nocontact.core.RuleInForce;
import org.nocontact.core.Topic;
import org.nocontact.core.Way;

/// Asks to loosen the rule: shows when it could take effect before it is asked for. Nothing loosens here.
final class LoosenPage implements Routes {
    private final View view;

    LoosenPage(View view) {
        this.view = view;
    }

    /// @param at when something asked for now could be confirmed, by the clock on the wall
    /// @param way the way to take off that was chosen on the rule's page; null for none
    /// @param goBetween the go-between that was chosen there; empty for none
    public record Page(
            Now now,
            Rule rule,
            ZonedDateTime at,
            Filled filled,
            @Nullable String way,
            String goBetween) {

        public List<Topic> closedTopics() {
            return Arrays.stream(Topic.values())
                    .filter(topic -> !rule.kind().openTopics().contains(topic))
                    .toList();
        }

        /// The last act stays: to hold nothing is to end the rule.
        public List<Act> acts() {
            return rule.acts().size() == 1
                    ? List.of()
                    : rule.acts().stream().sorted().toList();
        }

        public List<Duration> shorterCoolingOffs() {
            return shorter(RulePage.COOLING_OFFS, rule.coolingOff());
        }

        public List<Duration> shorterReplyPauses() {
            return shorter(RulePage.REPLY_PAUSES, rule.replyPause());
        }

        private static List<Duration> shorter(List<Duration> choices, Duration now) {
            return choices.stream().filter(choice -> choice.compareTo(now) < 0).toList();
        }

        /// The ways that can be chosen here: the one that was chosen before first, and not too many for one page.
        public List<Way> ways() {
            return rule.ways().stream()
                    .sorted((one, other) -> Boolean.compare(isChosen(other), isChosen(one)))
                    .limit(RulePage.SHOWN)
                    .toList();
        }

        public boolean isChosen(Way way) {
            return way.handle().canonical().equals(this.way);
        }

        public List<GoBetween> goBetweens() {
            return rule.goBetweens().stream()
                    .sorted((one, other) -> Boolean.compare(
                            other.name().equals(goBetween), one.name().equals(goBetween)))
                    .limit(RulePage.SHOWN)
                    .toList();
        }
    }

    @Override
    public void on(RoutesConfig routes) {
        routes.get("/rule/loosen", this::show);
        routes.post("/rule/loosen", this::ask);
    }

    private void show(Context ctx) {
        var visit = Visit.of(ctx);
        var inForce = visit.keeper().look((story, _) -> story.rule());
        if (inForce.isEmpty()) {
            visit.goOn("/setup");
            return;
        }
        show(visit, inForce.get(), Filled.NOT_YET);
    }

    private void show(Visit visit, RuleInForce inForce, Filled filled) {
        var now = visit.now();
        var rule = inForce.rule();
        var at = now.shown(now.trusted().plus(rule.coolingOff()));
        var page = new Page(
                now,
                rule,
                at,
                filled,
                visit.ctx().queryParam("way"),
                Optional.ofNullable(visit.ctx().queryParam("go-between")).orElse(""));
        var title = visit.t().say("loosen.title");
        view.show(
                visit.ctx(),
                "loosen",
                visit.frame(filled.isWrong() ? visit.t().say("frame.error", title) : title, "rule"),
                page);
    }

    /// Asks for each change by itself, so that each can be taken back by itself.
    private void ask(Context ctx) {
        var visit = Visit.of(ctx);
        var inForce = visit.keeper().look((story, _) -> story.rule()).orElse(null);
        if (inForce == null) {
            visit.goOn("/setup");
            return;
        }
        var changes = changes(visit).stream()
                .filter(change -> !change.applyTo(inForce.rule()).equals(inForce.rule()))
                .toList();
        if (changes.isEmpty()) {
            var form = new Form(visit);
            form.wrong("choices", "loosen.needed");
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(visit, inForce, Filled.again(visit, form));
            return;
        }
        changes.forEach(change -> visit.keeper().askToLoosen(new Loosening.ChangeRule(List.of(change))));
        visit.goOn("/rule?done=asked#main");
    }

    private static List<Change> changes(Visit visit) {
        var changes = new ArrayList<Change>();
        visit.fields("open").stream()
                .flatMap(word -> Topic.of(word).stream())
                .map(Change.OpenTopic::new)
                .forEach(changes::add);
        visit.fields("leave").stream()
                .flatMap(word -> Act.of(word).stream())
                .map(Change.LeaveAct::new)
                .forEach(changes::add);
        RulePage.chosen(visit, "cooling-off", RulePage.COOLING_OFFS)
                .map(Change.ShortenCoolingOff::new)
                .ifPresent(changes::add);
        RulePage.chosen(visit, "reply-pause", RulePage.REPLY_PAUSES)
                .map(Change.ShortenReplyPause::new)
                .ifPresent(changes::add);
        visit.fields("way").stream()
                .flatMap(way -> handle(way).stream())
                .map(Change.RemoveWay::new)
                .forEach(changes::add);
        visit.fields("go-between").stream()
                .filter(Form::isAName)
                .map(Change.RemoveGoBetween::new)
                .forEach(changes::add);
        if (visit.field("practice").equals("begin")) {
            changes.add(new Change.BeginPractice());
        }
        return changes;
    }

    private static Optional<Handle> handle(String canonical) {
        try {
            return Optional.of(Handle.ofCanonical(canonical));
        } catch (IllegalArgumentException notAHandle) {
            return Optional.empty();
        }
    }
}
