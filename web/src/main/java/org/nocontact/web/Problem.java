package org.nocontact.web;

import io.javalin.http.Context;

/// A problem document, RFC 9457.
///
/// @param detail one plain sentence: what was wrong, and what to do
record Problem(int status, String title, String detail) {
    static final String TYPE = "application/problem+json";

    static void answer(Context ctx, int status, String title, String detail) {
        new Problem(status, title, detail).answer(ctx);
    }

    void answer(Context ctx) {
        ctx.status(status);
        ctx.contentType(TYPE);
        ctx.result(json());
    }

    byte[] json() {
        return ApiJson.write(this);
    }
}
