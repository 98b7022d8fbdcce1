package org.nocontact.mail;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The servers of somebody's provider, as far as they were found. A proposal: the person looks at it before it is used.
///
/// @param sieve null where none is known
/// @param user the name to sign in with
/// @param source where it was found, for the person to judge
public record Found(
        MailServer smtp,
        @Nullable MailServer imap,
        @Nullable MailServer sieve,
        String user,
        SignIn signIn,
        String source) {

    /// How a program signs in to read mail.
    public enum SignIn {
        PASSWORD,
        /// With a password that the provider makes for one program.
        APP,
        /// With a token that only programs get that the provider knows: mail can be sent, and not watched.
        OAUTH,
        /// Through the provider's own program on this machine.
        BRIDGE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<SignIn> of(String word) {
            for (var way : values()) {
                if (way.word().equals(word)) {
                    return Optional.of(way);
                }
            }
            return Optional.empty();
        }
    }
}
