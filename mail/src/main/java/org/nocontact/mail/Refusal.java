package org.nocontact.mail;

import org.nocontact.core.Invalid;

/// Refuses settings that cannot be, in a sentence for the person.
final class Refusal {
    private Refusal() {}

    static void unless(boolean holds, String otherwise) {
        if (!holds) {
            throw new Invalid(otherwise);
        }
    }
}
