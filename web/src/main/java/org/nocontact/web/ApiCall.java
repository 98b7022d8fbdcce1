package org.nocontact.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Entry;
import org.nocontact.core.Event;
import org.nocontact.core.Handle;
import org.nocontact.core.Handles;
import org.nocontact.core.Keeper;
import org.nocontact.core.RuleInForce;
import org.nocontact.core.Words;
import org.nocontact.reading.MessageReader;
import tools.jackson.databind.node.ObjectNode;

/// One call of the HTTP interface, with what its answer needs. It comes over HTTP or from a command.
///
/// @param guard who asks: the name of a device, or `hand` for the person's own commands
/// @param languages the header `Accept-Language`
/// @param path the variable parts of the path
/// @param query the parameters behind the path
/// @param json the body, empty for a call without one
record ApiCall(
        Keeper keeper,
        Housekeeping housekeeping,
        MessageReader reader,
        String guard,
        Texts t,
        @Nullable String languages,
        Map<String, String> path,
        Map<String, String> query,
        ObjectNode json) {

    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 1_000;

    Locale locale() {
        return t.locale();
    }

    /// What to show first where the words speak of danger; null where none were found.
    @Nullable
    ApiDanger danger(Words words) {
        return ApiDanger.of(new Danger(reader).isIn(words), t);
    }

    /// The fields of the body, where these are all that there are.
    ApiFields fields(String... known) {
        return ApiFields.of(json, known);
    }

    Handles.Parsed read(String written) {
        return Handles.parse(written, regions());
    }

    /// A handle that has to be of this sort.
    ///
    /// @param field the field that named it
    <H extends Handle> H read(String written, Class<H> sort, String field) {
        return switch (read(written)) {
            case Handles.Read(var handle) when sort.isInstance(handle) -> sort.cast(handle);
            case Handles.Read _, Handles.Unreadable _ ->
                throw new ApiRefusal(422, "field.handle." + field, ApiFields.echo(written));
        };
    }

    private List<String> regions() {
        var known =
                keeper.look((story, _) -> story.rule().map(RuleInForce::regions).orElse(List.of()));
        return Regions.with(known, languages);
    }

    /// How many to answer at most.
    int limit() {
        var limit = number("limit", USUAL_PAGE);
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new ApiRefusal(400, "query.limit", LARGEST_PAGE);
        }
        return (int) limit;
    }

    /// A number behind the path that is not negative.
    long number(String name, long otherwise) {
        var text = query.get(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,18}")) {
            throw new ApiRefusal(400, "query.number", name);
        }
        return Long.parseLong(text);
    }

    /// The newest entries of these kinds that the query asks for.
    List<Entry> newest(List<Class<? extends Event>> kinds) {
        var before = number("before", Long.MAX_VALUE);
        return keeper.ledger().newest(keeper.account(), java.util.Set.copyOf(kinds), before, limit());
    }
}
