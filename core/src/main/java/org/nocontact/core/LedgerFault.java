package org.nocontact.core;

/// The ledger cannot be read or written. The message is one sentence that may be shown to the person: what happened and
/// what to do.
public class LedgerFault extends RuntimeException {
    public LedgerFault(String message) {
        super(message);
    }

    public LedgerFault(String message, Throwable cause) {
        super(message, cause);
    }
}
