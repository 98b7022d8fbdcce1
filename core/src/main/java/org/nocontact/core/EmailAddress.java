package org.nocontact.core;

import java.util.Optional;
import java.util.regex.Pattern;

/// A mailbox, by the spelling that all of its spellings share; see [Mailbox] and [MailProviders] for what is
/// folded. Not an address to send to: letter case and tags, which a server may tell apart (RFC 5321, section 2.4),
/// are gone.
///
/// @param local the part before the `@`, unquoted, without tag, and without what its provider ignores
/// @param domain the part after it, in Unicode, or an address literal in brackets
public record EmailAddress(String local, String domain) implements Handle {
    private static final Pattern DOT_ATOM = Pattern.compile("[^\\s()<>\\[\\]:;,\"\\\\@]+");

    /// Takes the halves in any spelling, the local part unquoted.
    ///
    /// @throws IllegalArgumentException when they are not a mailbox
    public EmailAddress {
        var mailbox = new Mailbox(local, domain)
                .canonical()
                .orElseThrow(() -> new IllegalArgumentException("Not a mailbox and its domain"));
        local = mailbox.local();
        domain = mailbox.domain();
    }

    /// Reads one address as SMTP commands, mail headers and people write it: `sam@x.example`,
    /// `<@relay.example:"sam"@X.example.>`, `Sam <sam+news@x.example>`. Nothing when it is not one, or has a
    /// control character anywhere, line ends included. Never throws.
    public static Optional<EmailAddress> parse(String written) {
        return MailboxText.read(written)
                .flatMap(Mailbox::canonical)
                .map(mailbox -> new EmailAddress(mailbox.local(), mailbox.domain()));
    }

    static EmailAddress ofCanonical(String rest) {
        int at = rest.lastIndexOf('@');
        if (at < 1) {
            throw new IllegalArgumentException("Not a mailbox and its domain");
        }
        return new EmailAddress(Percent.decode(rest.substring(0, at)), rest.substring(at + 1));
    }

    @Override
    public String canonical() {
        return "mailto:" + Percent.encode(local) + "@" + domain;
    }

    @Override
    public String shown() {
        return DOT_ATOM.matcher(local).matches()
                ? local + "@" + domain
                : "\"" + local.replaceAll("[\"\\\\]", "\\\\$0") + "\"@" + domain;
    }
}
