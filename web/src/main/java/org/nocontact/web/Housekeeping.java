package org.nocontact.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.nocontact.core.Ledger.Verification;

/// What can be done with the ledger as a whole; whoever opens the store provides it.
public interface Housekeeping {

    /// Writes everything as a zip of JSON lines.
    void export(OutputStream to) throws IOException;

    /// Writes everything as a zip of JSON lines into a file that only this person can open, in place of what was there.
    void exportTo(Path file);

    /// Takes an export in, where nothing is kept yet: all of it, or nothing.
    Import importFrom(Path file);

    /// What came of taking an export in.
    sealed interface Import {
        record Done(long entries) implements Import {}

        /// @param why one plain sentence that may be shown to the person
        record Refused(String why) implements Import {}
    }

    /// Writes a dated copy beside the ledger and returns where.
    Path backup() throws IOException;

    Verification verify();

    /// Erases everything there is about the person.
    void erase() throws IOException;

    /// Where everything is kept.
    Path folder();

    /// The mail guard, whether it is set up or not.
    Mailroom mail();
}
