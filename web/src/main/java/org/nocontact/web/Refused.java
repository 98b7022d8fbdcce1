package org.nocontact.web;

/// A request that the door does not let in.
final class Refused extends RuntimeException {
    enum Reason {
        FOREIGN_HOST,
        FOREIGN_ORIGIN,
        NOT_SIGNED_IN,
        NO_FORM,
        STALE_FORM
    }

    private final Reason reason;

    Refused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
