package org.nocontact.web;

import org.jspecify.annotations.Nullable;

/// Says that words of danger were found, for whoever shows the answer to do so before everything else.
///
/// @param say one or two sentences for the person
/// @param page who can be called, on this site
record ApiDanger(String say, String page) {
    private static final String PAGE = "/help-now";

    /// Null where none were found, which says nothing of how the person is.
    static @Nullable ApiDanger of(boolean found, Texts t) {
        return found ? new ApiDanger(t.say("danger.api"), PAGE) : null;
    }
}
