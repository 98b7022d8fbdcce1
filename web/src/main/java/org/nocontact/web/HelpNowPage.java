package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nocontact.core.NoteKind;
import org.nocontact.web.Helpline.Kind;

/// Who can be called now. Open to anybody, without a connection; nothing of a visit is recorded, and only who has come
/// in sees the people they named themselves.
final class HelpNowPage implements Routes {
    private final View view;

    HelpNowPage(View view) {
        this.view = view;
    }

    /// @param country whose numbers these are; empty where it is not known
    /// @param friends whom the person may ring; empty for who has not come in
    public record Page(
            Optional<Helplines.Country> country,
            List<Helpline> lines,
            List<Helplines.Country> countries,
            List<Note> friends) {

        public List<Helpline> of(Kind kind) {
            return lines.stream().filter(line -> line.kind() == kind).toList();
        }
    }

    @Override
    public void on(RoutesConfig routes) {
        routes.get("/help-now", this::show);
    }

    private void show(Context ctx) {
        var visit = Visit.of(ctx);
        var countries = Helplines.countries(visit.t().locale());
        var country = candidates(visit)
                .flatMap(code -> countries.stream().filter(known -> known.code().equalsIgnoreCase(code)))
                .findFirst();
        var lines = Helplines.of(country.map(Helplines.Country::code).orElse(""));
        var page = new Page(country, lines, countries, friends(visit));
        view.show(ctx, "help-now", visit.frame(visit.t().say("help-now.title"), "help-now"), page);
    }

    /// What was chosen here, then what was set, then what the browser says.
    private static Stream<String> candidates(Visit visit) {
        var chosen = Stream.ofNullable(visit.ctx().queryParam("country"));
        var set = visit.signedIn()
                ? Stream.ofNullable(
                        visit.keeper().look((story, _) -> story.settings().get(Setting.COUNTRY.key())))
                : Stream.<String>empty();
        var asked = Regions.with(List.of(), visit.ctx().header("Accept-Language")).stream();
        return Stream.of(chosen, set, asked).flatMap(codes -> codes);
    }

    private static List<Note> friends(Visit visit) {
        return visit.signedIn()
                ? Note.all(visit.keeper(), NoteKind.FRIEND).stream()
                        .filter(friend -> !friend.part("phone").isEmpty())
                        .toList()
                : List.of();
    }
}
