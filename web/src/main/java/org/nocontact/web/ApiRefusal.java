package org.nocontact.web;

/// A call that cannot be answered as it was made. It becomes a problem document with one sentence.
final class ApiRefusal extends RuntimeException {
    private final int status;
    private final transient Object[] values;

    /// @param status the HTTP status, from 400 to 499
    /// @param key the sentence: `api.` and this
    ApiRefusal(int status, String key, Object... values) {
        super(key);
        this.status = status;
        this.values = values.clone();
    }

    /// A sentence that is plain already.
    static ApiRefusal saying(int status, String sentence) {
        return new ApiRefusal(status, "plain", sentence);
    }

    int status() {
        return status;
    }

    Problem problem(Texts t) {
        return new Problem(status, t.say("api.title." + status), t.say("api." + getMessage(), values));
    }
}
