package org.nocontact.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the mail gate is doing, since it was opened.
///
/// @param clientSeen when a mail program last signed in or handed over a mail
/// @param clientName what that program called itself, such as `[127.0.0.1]`; empty when there was none
/// @param providerAnswered when the provider last took part as it should
/// @param trouble what last went wrong with the provider; null while nothing did
/// @param passed mails that went on without being read
/// @param allowed mails to the ex or through a go-between that went on
/// @param held mails that became letters
/// @param refused mails that the provider did not take
public record GateState(
        @Nullable Instant clientSeen,
        String clientName,
        @Nullable Instant providerAnswered,
        @Nullable Trouble trouble,
        long passed,
        long allowed,
        long held,
        long refused) {

    /// @param why one plain sentence that may be shown
    public record Trouble(Instant at, String why) {}

    /// Whether the last thing that happened with the provider was trouble.
    public boolean isInTrouble() {
        return trouble != null && (providerAnswered == null || trouble.at().isAfter(providerAnswered));
    }
}
