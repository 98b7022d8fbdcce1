package org.nocontact.core;

import java.util.List;

/// Reads what people, links and programs write to name someone.
public final class Handles {
    private Handles() {}

    /// What was made of a text.
    public sealed interface Parsed {}

    /// The most specific handle that the text names.
    public record Read(Handle handle) implements Parsed {}

    /// The text names nobody.
    ///
    /// @param why what is wrong, to follow "The address": "is empty"
    public record Unreadable(String why) implements Parsed {}

    /// Never throws, and takes time in proportion to the text.
    ///
    /// @param regions where numbers in national form could belong, as ISO 3166 codes (`DE`), likeliest first
    public static Parsed parse(String written, List<String> regions) {
        if (written.isBlank()) {
            return new Unreadable("is empty");
        }
        if (written.contains("@")) {
            return EmailAddress.parse(written)
                    .<Parsed>map(Read::new)
                    .orElseGet(() -> new Unreadable("is not an e-mail address"));
        }
        return new Read(new PersonName(written));
    }
}
