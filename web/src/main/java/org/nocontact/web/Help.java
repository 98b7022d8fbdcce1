package org.nocontact.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nocontact.core.NoteKind;
import org.nocontact.web.Helpline.Kind;

/// Whom somebody can call now.
///
/// @param country whose numbers these are; empty where it is not known
/// @param friends whom the person may ring; empty for who has not come in
public record Help(
        Optional<Helplines.Country> country,
        List<Helpline> lines,
        List<Helplines.Country> countries,
        List<Note> friends) {

    static Help forWho(Visit visit) {
        var countries = Helplines.countries(visit.t().locale());
        var country = candidates(visit)
                .flatMap(code -> countries.stream().filter(known -> known.code().equalsIgnoreCase(code)))
                .findFirst();
        var lines = Helplines.of(country.map(Helplines.Country::code).orElse(""));
        return new Help(country, lines, countries, friends(visit));
    }

    public List<Helpline> of(Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).toList();
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
