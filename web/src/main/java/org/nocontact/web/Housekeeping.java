package org.nocontact.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.nocontact.core.Ledger.Verification;

/// What can be done with the ledger as a whole; whoever opens the store provides it.
public interface Housekeeping {

    /// Writes everything as a zip of JSON lines.
    void export(OutputStream to) throws IOException;

    /// Writes a dated copy beside the ledger and returns where.
    Path backup() throws IOException;

    Verification verify();

    /// Erases everything there is about the person.
    void erase() throws IOException;

    /// Where everything is kept.
    Path folder();
}
