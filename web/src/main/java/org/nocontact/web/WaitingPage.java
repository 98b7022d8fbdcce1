package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.nocontact.core.Keeper.Confirmation;
import org.nocontact.core.Loosening;

/// Takes the answer to a loosening that waits: yes once more, or take it back.
final class WaitingPage implements Routes {

    @Override
    public void on(RoutesConfig routes) {
        routes.post("/rule/waiting/{seq}", WaitingPage::answer);
    }

    private static void answer(Context ctx) {
        var visit = Visit.of(ctx);
        var asked = visit.number("seq");
        switch (visit.field("answer")) {
            case "back" -> {
                var back = visit.keeper().callOff(asked);
                visit.goOn(back ? "/rule?done=back#main" : "/rule?done=gone#main");
            }
            case "confirm" -> visit.goOn(confirmed(visit.keeper().confirm(asked)));
            default -> visit.goOn("/rule#waits");
        }
    }

    private static String confirmed(Confirmation confirmation) {
        return switch (confirmation) {
            case Confirmation.Done(var loosening) ->
                switch (loosening) {
                    case Loosening.ChangeRule _ -> "/rule?done=loosened#main";
                    case Loosening.EndRule() -> "/rule/ended#main";
                    case Loosening.Release(var letter) -> "/letters/" + letter;
                };
            case Confirmation.NotYet _ -> "/rule?done=not-yet#main";
            case Confirmation.Gone() -> "/rule?done=gone#main";
        };
    }
}
