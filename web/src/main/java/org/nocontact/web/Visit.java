package org.nocontact.web;

import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nocontact.core.Handles;
import org.nocontact.core.Keeper;
import org.nocontact.core.Now;
import org.nocontact.core.RuleInForce;

/// One request to a page: who asks, in which language, and what every page shows around its own part.
///
/// @param keeper keeps the rule of the person who asks
/// @param formToken what every form has to carry
record Visit(Context ctx, Keeper keeper, Texts t, boolean signedIn, String formToken, String product) {
    private static final String ATTRIBUTE = Visit.class.getName();
    static final String USUAL_LEAVE = "https://www.wikipedia.org/";

    static void begin(Context ctx, Keeper keeper, SiteConfig config, boolean signedIn, String formToken) {
        var chosen = signedIn ? keeper.look((story, _) -> story.settings().get(Setting.LANGUAGE.key())) : null;
        var texts = chosen == null ? asked(ctx) : Texts.in(Locale.forLanguageTag(chosen));
        ctx.header("Content-Language", texts.locale().toLanguageTag());
        ctx.attribute(ATTRIBUTE, new Visit(ctx, keeper, texts, signedIn, formToken, config.product()));
    }

    static Visit of(Context ctx) {
        return known(ctx).orElseThrow(() -> new IllegalStateException("The door has not been passed: " + ctx.path()));
    }

    /// Empty for a request that the door did not let in.
    static Optional<Visit> known(Context ctx) {
        return Optional.ofNullable(ctx.attribute(ATTRIBUTE));
    }

    /// The words to answer in before anybody is known, by what the browser asks for.
    static Texts asked(Context ctx) {
        return Texts.asked(ctx.header("Accept-Language"));
    }

    /// The same, with nothing of the person.
    Visit signedOut() {
        return new Visit(ctx, keeper, t, false, "", product);
    }

    /// What surrounds the page.
    ///
    /// @param title says where one is
    /// @param place the entry of the menu that is marked, empty for none
    Frame frame(String title, String place) {
        if (!signedIn) {
            return new Frame(t, title, place, product, formToken, "", URI.create(USUAL_LEAVE), false, false, false);
        }
        return keeper.look((story, _) -> {
            var settings = story.settings();
            return new Frame(
                    t,
                    title,
                    place,
                    settings.getOrDefault(Setting.PRODUCT.key(), product),
                    formToken,
                    settings.getOrDefault(Setting.THEME.key(), ""),
                    URI.create(settings.getOrDefault(Setting.LEAVE.key(), USUAL_LEAVE)),
                    true,
                    story.rule().isPresent(),
                    story.rule().map(rule -> rule.rule().practice()).orElse(false));
        });
    }

    Now now() {
        return keeper.look((_, now) -> now);
    }

    /// The regions in which a number without its country may lie: those of the ex's numbers, then that of the language.
    List<String> regions() {
        var known =
                keeper.look((story, _) -> story.rule().map(RuleInForce::regions).orElse(List.of()));
        return Regions.with(known, ctx.header("Accept-Language"));
    }

    Handles.Parsed read(String written) {
        return Handles.parse(written, regions());
    }

    /// A field of the form, without surrounding space; empty when it was not sent. Browsers send every line end as CR
    /// LF, whatever the person pasted; here it is LF, as guards send it.
    String field(String name) {
        return Optional.ofNullable(ctx.formParam(name))
                .orElse("")
                .replace("\r\n", "\n")
                .strip();
    }

    /// A part of the query, without surrounding space; empty when it is not there.
    String query(String name) {
        return Optional.ofNullable(ctx.queryParam(name)).orElse("").strip();
    }

    /// A number in the query.
    ///
    /// @param otherwise when it is missing or no number
    long queryNumber(String name, long otherwise) {
        try {
            return Long.parseLong(query(name));
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }

    List<String> fields(String name) {
        return ctx.formParams(name);
    }

    /// A number in the path, such as that of a letter.
    long number(String name) {
        try {
            return Long.parseLong(ctx.pathParam(name));
        } catch (NumberFormatException notANumber) {
            throw new NotFound(ctx.path());
        }
    }

    /// After a form was taken in: on to a page, so that a reload does not send it again.
    void goOn(String path) {
        ctx.redirect(path, io.javalin.http.HttpStatus.SEE_OTHER);
    }
}
