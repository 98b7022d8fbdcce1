package org.nocontact.core;

/// Another writer added to the ledger first.
public final class LedgerMovedOn extends RuntimeException {
    public LedgerMovedOn(long expected, long found) {
        super("The ledger was expected to end with entry " + expected + " and ends with " + found + ".");
    }
}
