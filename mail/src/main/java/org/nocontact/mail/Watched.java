package org.nocontact.mail;

/// What a recipient is to the rule.
enum Watched {
    /// Nobody the rule speaks of.
    NO,
    /// Who could be asked to pass something on.
    GO_BETWEEN,
    EX
}
