package org.nocontact.mail;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.CalmTime;
import org.nocontact.core.Invalid;

/// How the mail guard reaches the person's provider, and what they chose about it.
///
/// @param smtp where mail goes out
/// @param listen the port on this machine that the mail program sends to, encrypted by STARTTLS; 0 for none
/// @param listenTls the same, encrypted from the first byte; 0 for none
/// @param imap where mail comes in; null when only what goes out is guarded
/// @param sieve where rules for incoming mail are kept (ManageSieve); null when the provider has none
/// @param user the name at the provider; empty when nothing is watched
/// @param password for IMAP and Sieve; sending needs none, the mail program has its own
/// @param trust certificates in PEM to trust besides those of Java; empty for none
/// @param quietFolder where mail of the ex goes
/// @param emergencyWord lets a mail through when its subject has it; empty for none
/// @param calm when to be told of what can wait
/// @param since the day of the set-up: mail that came earlier is left where it is
public record MailSettings(
        MailServer smtp,
        int listen,
        int listenTls,
        @Nullable MailServer imap,
        @Nullable MailServer sieve,
        String user,
        String password,
        String trust,
        String quietFolder,
        String emergencyWord,
        CalmTime calm,
        LocalDate since) {
    public static final int USUAL_LISTEN = 8425;
    public static final String USUAL_QUIET_FOLDER = "Quiet";

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TRUST = 1_000_000;
    private static final int SHORTEST_EMERGENCY_WORD = 4;

    /// @throws Invalid with one sentence when they cannot be
    public MailSettings {
        user = user.strip();
        quietFolder = quietFolder.strip();
        emergencyWord = emergencyWord.strip();
        Refusal.unless(isPortOrNone(listen) && isPortOrNone(listenTls), "A port is a number from 1 to 65535.");
        Refusal.unless(listen + listenTls > 0, "The mail guard needs a port on this machine to listen on.");
        Refusal.unless(listen != listenTls, "The two ports on this machine have to differ.");
        Refusal.unless(isLine(user), "The user name has to be one line of at most 200 characters.");
        Refusal.unless(
                imap == null && sieve == null || !user.isEmpty() && !password.isEmpty(),
                "To watch incoming mail the guard needs your user name and password at the provider.");
        Refusal.unless(isLine(password), "The password is one line.");
        Refusal.unless(trust.length() <= LONGEST_TRUST, "The certificates to trust are too long.");
        Refusal.unless(
                !quietFolder.isEmpty() && isLine(quietFolder) && !quietFolder.equalsIgnoreCase("INBOX"),
                "The quiet folder needs a name of its own, such as Quiet.");
        Refusal.unless(
                emergencyWord.isEmpty() || emergencyWord.length() >= SHORTEST_EMERGENCY_WORD && isLine(emergencyWord),
                "The emergency word has at least four characters, so that no ordinary subject has it in it.");
    }

    /// Without the password, which no log and no page may show.
    @Override
    public String toString() {
        return "MailSettings[smtp=" + smtp + ", imap=" + imap + ", sieve=" + sieve + ", quietFolder=" + quietFolder
                + "]";
    }

    public MailSettings withCalm(CalmTime calm) {
        return new MailSettings(
                smtp, listen, listenTls, imap, sieve, user, password, trust, quietFolder, emergencyWord, calm, since);
    }

    public MailSettings withEmergencyWord(String word) {
        return new MailSettings(
                smtp, listen, listenTls, imap, sieve, user, password, trust, quietFolder, word, calm, since);
    }

    /// The person's address: the user name where that is one, else that name at the domain of the server.
    String address() {
        if (user.contains("@")) {
            return user;
        }
        var host = imap == null ? smtp.host() : imap.host();
        var domain = host.substring(host.indexOf('.') + 1);
        return (user.isEmpty() ? "me" : user) + "@" + (domain.contains(".") ? domain : "localhost");
    }

    /// The same, with no rule at the provider.
    MailSettings withoutRules() {
        return new MailSettings(
                smtp, listen, listenTls, imap, null, user, password, trust, quietFolder, emergencyWord, calm, since);
    }

    private static boolean isPortOrNone(int port) {
        return port >= 0 && port <= 65_535;
    }

    private static boolean isLine(String text) {
        return text.length() <= LONGEST_NAME && text.chars().noneMatch(Character::isISOControl);
    }
}
