package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Puts the interface for machines on HTTP: who calls, what the body is, and the answer as JSON.
final class ApiServer implements Routes {
    /// In bytes. Memory is small, and a body takes several times its size while it is read: of larger ones only two
    /// are taken at a time.
    private static final int LARGE = 64 << 10;

    private static final int LARGE_AT_A_TIME = 2;
    private static final int PATIENCE_SECONDS = 10;

    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final Api api;
    private final ApiAccess access;
    private final Semaphore large = new Semaphore(LARGE_AT_A_TIME);

    ApiServer(Api api, ApiAccess access) {
        this.api = api;
        this.access = access;
    }

    @Override
    public void on(RoutesConfig routes) {
        for (var route : Api.ROUTES) {
            routes.addHttpHandler(route.method(), route.path(), ctx -> answer(route, ctx));
        }
        routes.get("/openapi.json", ApiServer::describe);
    }

    private void answer(ApiRoute route, Context ctx) throws InterruptedException {
        var guard = access.admit(route.caller(), ctx.header("Authorization"));
        if (!isLarge(route, ctx)) {
            answer(route, guard, ctx);
            return;
        }
        if (!large.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            ctx.header("Retry-After", String.valueOf(PATIENCE_SECONDS));
            throw new ApiRefusal(429, "too-many");
        }
        try {
            answer(route, guard, ctx);
        } finally {
            large.release();
        }
    }

    private static boolean isLarge(ApiRoute route, Context ctx) {
        var length = ctx.req().getContentLengthLong();
        return route.hasBody() && (length < 0 || length > LARGE);
    }

    private void answer(ApiRoute route, String guard, Context ctx) {
        var json = route.hasBody() ? ApiJson.read(ctx.bodyAsBytes(), ctx.header("Content-Type")) : NOTHING;
        var languages = ctx.header("Accept-Language");
        var reply = api.answer(route, guard, languages, ctx.pathParamMap(), query(ctx), json);
        ctx.status(reply.status());
        if (reply.body() != null) {
            ctx.contentType(ApiJson.TYPE);
            ctx.header("Content-Language", Texts.asked(languages).locale().toLanguageTag());
            ctx.result(reply.json());
        }
    }

    private static Map<String, String> query(Context ctx) {
        var query = new HashMap<String, String>();
        ctx.queryParamMap().forEach((name, values) -> query.put(name, values.isEmpty() ? "" : values.getFirst()));
        return query;
    }

    private static void describe(Context ctx) {
        try (var document = ApiServer.class.getResourceAsStream("openapi.json")) {
            if (document == null) {
                throw new IllegalStateException("The program lacks its file openapi.json");
            }
            ctx.contentType(ApiJson.TYPE);
            ctx.result(document.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
