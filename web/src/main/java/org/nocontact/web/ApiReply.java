package org.nocontact.web;

import org.jspecify.annotations.Nullable;

/// What a call answers: a wire record, or nothing.
record ApiReply(int status, @Nullable Object body) {

    static ApiReply ok(Object body) {
        return new ApiReply(200, body);
    }

    /// Something was written down.
    static ApiReply created(Object body) {
        return new ApiReply(201, body);
    }

    static ApiReply done() {
        return new ApiReply(204, null);
    }

    byte[] json() {
        return body == null ? new byte[0] : ApiJson.write(body);
    }
}
