package org.nocontact.core;

import java.util.Optional;

/// A mailbox, by the spelling that all of its spellings share.
///
/// @param local the part before the `@`, unquoted, without tag, and without what its provider ignores
/// @param domain the part after it, in Unicode, or an address literal in brackets
public record EmailAddress(String local, String domain) implements Handle {

    /// Reads an address as SMTP, mail headers and people write it, or nothing when it is not one.
    public static Optional<EmailAddress> parse(String written) {
        int at = written.lastIndexOf('@');
        return at < 1
                ? Optional.empty()
                : Optional.of(new EmailAddress(
                        Spelling.fold(written.substring(0, at)), Spelling.fold(written.substring(at + 1))));
    }

    static EmailAddress ofCanonical(String rest) {
        return parse(rest).orElseThrow(() -> new IllegalArgumentException("Not an e-mail address: " + rest));
    }

    @Override
    public String canonical() {
        return "mailto:" + shown();
    }

    @Override
    public String shown() {
        return local + "@" + domain;
    }
}
