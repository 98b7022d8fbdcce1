package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import org.nocontact.core.Event;
import org.nocontact.core.InboundLabel;
import org.nocontact.core.RuleInForce;
import org.nocontact.reading.Span;
import org.nocontact.reading.Wish;

/// A wish to come back, looked at with care: what was said and what was not, and what the person needs. It gives no
/// odds and no advice; whether the rule ends is theirs to decide.
final class WishPage implements Routes {
    private static final int MOST_WORDS = 3;

    private final View view;

    WishPage(View view) {
        this.view = view;
    }

    /// @param regret words for it; none found where it is empty, and so on
    /// @param coolingOff how long the end of the rule would wait
    public record Page(
            long seq,
            List<String> regret,
            List<String> change,
            List<String> plan,
            boolean hasRule,
            Duration coolingOff) {}

    @Override
    public void on(RoutesConfig routes) {
        routes.get("/received/{seq}/wish", this::show);
    }

    private void show(Context ctx) {
        var visit = Visit.of(ctx);
        var keeper = visit.keeper();
        var seq = visit.number("seq");
        var noted = keeper.look((story, _) -> story.reachOuts().stream()
                .anyMatch(open -> open.seq() == seq && open.label() == InboundLabel.WANTS_BACK));
        var text = keeper.ledger()
                .entry(keeper.account(), seq)
                .filter(entry -> noted && entry.event() instanceof Event.ReachOutReceived)
                .map(entry -> entry.event().words().text())
                .orElseThrow(() -> new NotFound(ctx.path()));
        var wish = Wish.in(text);
        var rule = keeper.look((story, _) -> story.rule()).map(RuleInForce::rule);
        var page = new Page(
                seq,
                words(text, wish.regret()),
                words(text, wish.change()),
                words(text, wish.plan()),
                rule.isPresent(),
                rule.map(inForce -> inForce.coolingOff()).orElse(Duration.ZERO));
        view.show(ctx, "wish", visit.frame(visit.t().say("wish.title"), "received"), page);
    }

    private static List<String> words(String text, List<Span> spans) {
        return spans.stream()
                .map(span -> text.substring(span.start(), Math.min(span.end(), text.length()))
                        .strip())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }
}
