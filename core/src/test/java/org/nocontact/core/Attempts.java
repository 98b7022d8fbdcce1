package org.nocontact.core;

/// Attempts as guards see them.
public final class Attempts {
    private Attempts() {}

    public static Attempt attempt(Act act, Handle to, String text) {
        return new Attempt(act, to, Words.text(text), false, "hand");
    }

    public static Attempt attempt(Act act, Handle to) {
        return new Attempt(act, to, Words.NONE, false, "hand");
    }

    public static Attempt text(Handle to, String text) {
        return attempt(Act.TEXT, to, text);
    }

    public static Attempt emergency(Act act, Handle to) {
        return new Attempt(act, to, Words.NONE, true, "hand");
    }
}
