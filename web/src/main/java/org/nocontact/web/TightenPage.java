package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import org.nocontact.core.Act;
import org.nocontact.core.Change;
import org.nocontact.core.RuleInForce;
import org.nocontact.core.Topic;

/// Takes what makes the rule stricter; it holds from that moment on.
final class TightenPage implements Routes {
    private final RulePage rulePage;

    TightenPage(RulePage rulePage) {
        this.rulePage = rulePage;
    }

    @Override
    public void on(RoutesConfig routes) {
        routes.post("/rule/tighten", this::tighten);
    }

    private void tighten(Context ctx) {
        var visit = Visit.of(ctx);
        var inForce = visit.keeper().look((story, _) -> story.rule()).orElse(null);
        if (inForce == null) {
            visit.goOn("/setup");
            return;
        }
        var form = new Form(visit);
        var changes = changes(visit, form);
        if (!form.isRight()) {
            rulePage.showAgain(visit, inForce, form);
            return;
        }
        visit.goOn(apply(visit, inForce, changes) ? "/rule?done=tightened#main" : "/rule#tighten");
    }

    private static List<Change> changes(Visit visit, Form form) {
        var changes = new ArrayList<Change>();
        visit.fields("drop").stream()
                .flatMap(word -> Topic.of(word).stream())
                .map(Change.DropTopic::new)
                .forEach(changes::add);
        visit.fields("hold").stream()
                .flatMap(word -> Act.of(word).stream())
                .map(Change.HoldAct::new)
                .forEach(changes::add);
        RulePage.chosen(visit, "cooling-off", RulePage.COOLING_OFFS).stream()
                .map(Change.LengthenCoolingOff::new)
                .forEach(changes::add);
        RulePage.chosen(visit, "reply-pause", RulePage.REPLY_PAUSES).stream()
                .map(Change.LengthenReplyPause::new)
                .forEach(changes::add);
        if (visit.field("practice").equals("end")) {
            changes.add(new Change.EndPractice());
        }
        if (!visit.field("name").isEmpty()) {
            changes.add(new Change.Rename(form.name("name")));
        }
        var lines = new WayLines(visit, form);
        lines.ways("ways").stream().map(Change.AddWay::new).forEach(changes::add);
        lines.goBetweens("go-betweens").stream().map(Change.AddGoBetween::new).forEach(changes::add);
        return changes;
    }

    /// @return whether the rule is another one now
    private static boolean apply(Visit visit, RuleInForce inForce, List<Change> changes) {
        var wanted = inForce.rule();
        for (var change : changes) {
            wanted = change.applyTo(wanted);
        }
        return !visit.keeper().setRule(wanted, null).done().isEmpty();
    }
}
