package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// What a browser needs to install the pages as an app (https://www.w3.org/TR/appmanifest/). Chromium installs without
/// a service worker since 2023: https://developer.chrome.com/blog/update-install-criteria
final class ManifestPage implements Routes {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /// The ground in the dark theme, as in the frame of every page.
    private static final String GROUND = "#14111a";

    private record Manifest(
            String id,
            String name,
            String shortName,
            String description,
            String lang,
            String startUrl,
            String scope,
            String display,
            String backgroundColor,
            String themeColor,
            List<Icon> icons) {}

    private record Icon(String src, String sizes, String type) {
        static Icon of(int size) {
            return new Icon(StaticFiles.address("icon-" + size + ".png"), size + "x" + size, "image/png");
        }
    }

    @Override
    public void on(RoutesConfig routes) {
        routes.get("/manifest.webmanifest", ManifestPage::show);
    }

    /// The app carries the name that the person gave it, so that a neutral one stays neutral on the home screen.
    private static void show(Context ctx) {
        var frame = Visit.of(ctx).frame("", "");
        var manifest = new Manifest(
                "/",
                frame.product(),
                frame.product(),
                frame.t().say("frame.description"),
                frame.t().locale().toLanguageTag(),
                "/",
                "/",
                "standalone",
                GROUND,
                GROUND,
                List.of(Icon.of(192), Icon.of(512)));
        ctx.contentType("application/manifest+json");
        ctx.result(JSON.writeValueAsBytes(manifest));
    }
}
