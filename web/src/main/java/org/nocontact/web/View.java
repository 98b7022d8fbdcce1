package org.nocontact.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import java.util.Map;

/// Renders the templates, which were turned into classes when the program was built.
final class View {
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.nocontact.web");

    /// @param template its name without the ending, such as `today`
    /// @param page what it shows, named `page` in the template
    void show(Context ctx, String template, Frame frame, Object page) {
        var output = new Utf8ByteOutput();
        engine.render(template + ".jte", Map.of("frame", frame, "page", page), output);
        ctx.contentType("text/html; charset=utf-8");
        ctx.result(output.toByteArray());
    }
}
