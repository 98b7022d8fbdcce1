package org.nocontact.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a connection is kept from being read on its way.
public enum TlsMode {
    /// Not at all, which is for this machine only.
    NONE,
    /// It begins in the clear and is made private before anything is said.
    STARTTLS,
    /// From its first byte.
    TLS;

    /// The word in commands and settings, such as `starttls`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TlsMode> of(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }
}
