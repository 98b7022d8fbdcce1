package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.util.function.Supplier;

/// Gives a command a new link that lets one browser in. Only a running program has links.
final class ApiLink implements Routes {
    private final ApiAccess access;
    private final Supplier<URI> links;

    ApiLink(ApiAccess access, Supplier<URI> links) {
        this.access = access;
        this.links = links;
    }

    record Link(String link) {}

    @Override
    public void on(RoutesConfig routes) {
        routes.post("/local/links", this::give);
    }

    private void give(Context ctx) {
        access.admit(ApiRoute.Caller.COMMAND, ctx.header("Authorization"));
        ctx.status(201);
        ctx.contentType(ApiJson.TYPE);
        ctx.result(ApiJson.write(new Link(links.get().toString())));
    }
}
