package org.nocontact.core;

import java.io.InputStream;

/// Where the mails lie that were held, each in the very bytes that it had, apart from the ledger. A letter names its
/// mail by [Words#MESSAGE]; when the letter is burned or the ledger erased, whoever keeps the ledger removes the mail
/// too.
///
/// Safe for several threads. A [LedgerFault] says what could not be done; nothing is left then of what it was
/// about.
public interface HeldMail {

    /// Begins to take a mail in. Nothing is kept of it until [Incoming#keep].
    Incoming receive();

    /// The bytes of a mail. Whoever reads closes.
    ///
    /// @param name as [Incoming#keep] gave it
    /// @throws LedgerFault when there is no such mail
    InputStream read(String name);

    /// Removes a mail that no letter names; nothing happens when it is gone already.
    void remove(String name);

    /// Removes what no letter names, as a program that was killed can leave it. Only before anything is taken in.
    void tidy();

    /// The SHA-256 of a mail, in hexadecimal, which its name begins with.
    static String hash(String name) {
        return name.substring(0, Math.min(name.length(), 64));
    }

    /// A mail that is being taken in. It is for one thread. Closing it leaves nothing behind that was not kept.
    interface Incoming extends AutoCloseable {
        void write(byte[] bytes, int from, int length);

        /// How many bytes came.
        long size();

        /// What came, from its first byte. Not to be mixed with writing.
        InputStream read();

        /// Keeps what came: returns its name once the bytes and the name are on the disk.
        String keep();

        @Override
        void close();
    }
}
