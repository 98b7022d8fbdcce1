package org.nocontact.core;

/// One way to reach a person, in canonical form: two spellings of the same address are equal values.
///
/// Where a spelling could mean two things, the reading that matches more is taken: the rule holds when in doubt.
public sealed interface Handle permits EmailAddress, PhoneNumber, Profile, PersonName {

    /// The stable form for storing and sending, on one line: `mailto:sam@x.example`, `tel:+15550133`,
    /// `profile:instagram/daniel_climbs`, `name:daniel`. [#ofCanonical] reads it back to an equal handle.
    String canonical();

    /// The form to show to people. It is the same in every language, and can be parsed again.
    String shown();

    /// Whether this and the other handle reach the same person as far as their text can tell: equal handles do,
    /// and so do a number without its country and the full number, or a bare `@name` and that name on some site.
    /// Symmetric, not transitive.
    default boolean sameAs(Handle other) {
        return equals(other);
    }

    /// Reads what [#canonical] wrote.
    ///
    /// @throws IllegalArgumentException when the text is not a canonical form
    static Handle ofCanonical(String canonical) {
        int colon = canonical.indexOf(':');
        var rest = canonical.substring(colon + 1);
        return switch (canonical.substring(0, Math.max(colon, 0))) {
            case "mailto" -> EmailAddress.ofCanonical(rest);
            case "tel" -> PhoneNumber.ofCanonical(rest);
            case "profile" -> Profile.ofCanonical(rest);
            case "name" -> new PersonName(rest);
            default -> throw new IllegalArgumentException("Not the canonical form of a handle: " + canonical);
        };
    }
}
