package org.nocontact.core;

/// The disk is full. Nothing was written, and nothing that was kept is lost.
public final class NoRoom extends LedgerFault {
    public NoRoom(String message, Throwable cause) {
        super(message, cause);
    }
}
