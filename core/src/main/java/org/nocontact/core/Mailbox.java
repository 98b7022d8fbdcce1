package org.nocontact.core;

import java.util.Optional;
import java.util.regex.Pattern;

/// The two halves of an e-mail address, on the way to their canonical spelling.
record Mailbox(String local, String domain) {
    /// RFC 5321, section 4.5.3.1.1 asks receivers to take at least 64 octets and to set no limit where they can;
    /// replies
    /// to some trackers and lists have over 64, and the whole path is bounded by 256 (4.5.3.1.3).
    private static final int LONGEST_LOCAL = 256;

    /// Bounce Address Tag Validation, `prvs=TAG=local` (draft-levine-smtp-batv).
    private static final Pattern BOUNCE_TAG = Pattern.compile("^prvs=[0-9a-z]{1,20}=(?=.)");

    /// The mailbox that all spellings of this one share, or nothing when it cannot be one. Canonical twice is the
    /// same.
    Optional<Mailbox> canonical() {
        if (local.length() > LONGEST_LOCAL || Spelling.hasControl(local) || Spelling.hasControl(domain)) {
            return Optional.empty();
        }
        var foldedLocal = Spelling.fold(local).strip();
        if (foldedLocal.isEmpty() || foldedLocal.length() > LONGEST_LOCAL) {
            return Optional.empty();
        }
        return DomainName.fold(domain)
                .map(foldedDomain ->
                        new Mailbox(foldedLocal, foldedDomain).withoutRelay().withoutTag());
    }

    /// Old ways to ask one host to pass mail on to another: `"user@host"@relay`, `user%host@relay` (RFC 1123,
    /// section 5.2.16) and `host!user@relay` (RFC 976). Only taken so where the inner host is a full domain.
    private Mailbox withoutRelay() {
        var mailbox = this;
        for (var inner = mailbox.relayed(); inner.isPresent(); inner = mailbox.relayed()) {
            mailbox = inner.get();
        }
        return mailbox;
    }

    private Optional<Mailbox> relayed() {
        int at = local.lastIndexOf('@');
        int percent = at >= 0 ? at : local.lastIndexOf('%');
        if (percent >= 0) {
            return inner(local.substring(0, percent), local.substring(percent + 1));
        }
        int bang = local.lastIndexOf('!');
        return bang < 0
                ? Optional.empty()
                : inner(local.substring(bang + 1), local.substring(local.lastIndexOf('!', bang - 1) + 1, bang));
    }

    private static Optional<Mailbox> inner(String user, String host) {
        var name = user.strip();
        return name.isEmpty()
                ? Optional.empty()
                : DomainName.fold(host).filter(DomainName::isFullyQualified).map(domain -> new Mailbox(name, domain));
    }

    private Mailbox withoutTag() {
        var user = local;
        for (var tag = BOUNCE_TAG.matcher(user); tag.find(); tag = BOUNCE_TAG.matcher(user)) {
            user = user.substring(tag.end());
        }
        int plus = user.indexOf('+', 1);
        return MailProviders.fold(plus < 0 ? user : user.substring(0, plus).strip(), domain);
    }
}
