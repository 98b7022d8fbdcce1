package org.nocontact.web;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import tools.jackson.databind.json.JsonMapper;

/// A problem document, RFC 9457.
final class Problem {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Problem() {}

    static void answer(Context ctx, int status, String title, String detail) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        ctx.status(status);
        ctx.contentType("application/problem+json");
        ctx.result(JSON.writeValueAsBytes(problem));
    }
}
