package org.nocontact.web;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Invalid;

/// The mail guard as pages and commands see it; whoever starts it provides it.
public interface Mailroom {

    /// How it is set up, without the password; empty before.
    Optional<Setup> setup();

    /// Sets it up anew and starts it where the program serves.
    ///
    /// @param password empty for the one that is kept
    /// @param trust certificates in PEM; empty for those that are kept
    /// @throws Invalid with one sentence when it cannot be so; what was before stays
    void setUp(Setup wanted, String password, String trust);

    /// Takes it away with everything that it kept, but for the ledger.
    void forget();

    State state();

    /// Looks for the servers of a provider; asks the provider only where `ask` says so, which may take half a minute.
    Optional<Proposal> find(String address, boolean ask);

    /// Sends a mail to the person themselves and one to an address that stands for the ex and leads nowhere. Nothing
    /// goes to the ex.
    List<Step> test();

    /// What is attached to a held mail.
    ///
    /// @param message the name of the mail, as the words of its letter have it
    List<Attached> attached(String message);

    /// The content of one of them. Whoever reads closes.
    Optional<InputStream> attachment(String message, int number);

    /// One of them as plain text; empty when it is none.
    Optional<String> attachmentAsText(String message, int number);

    /// @param number from 1
    /// @param name empty when it has none
    /// @param type as the mail says it
    record Attached(int number, String name, String type, long bytes) {}

    /// Everything but the secrets. A server is `host:port`, empty for none; its encryption `none`, `starttls` or `tls`.
    ///
    /// @param listen the port on this machine for STARTTLS; 0 for none
    /// @param listenTls the port on this machine for TLS; 0 for none
    /// @param emergencyWord empty for none
    /// @param calmFrom such as `18:00`
    record Setup(
            String smtp,
            String smtpTls,
            int listen,
            int listenTls,
            String imap,
            String imapTls,
            String sieve,
            String sieveTls,
            String user,
            String quietFolder,
            String emergencyWord,
            String calmFrom,
            String calmUntil) {}

    /// @param signIn `password`, `app`, `oauth` or `bridge`
    /// @param source where it was found
    record Proposal(Setup setup, String signIn, String source) {}

    /// What the guard is at.
    enum Watching {
        /// Nothing is watched, or the program does not serve.
        OFF,
        CONNECTING,
        ON,
        TROUBLE
    }

    /// @param open whether the gate takes mail now
    /// @param fingerprint of the certificate that it shows; empty before there is one
    /// @param clientSeen when a mail program last used the gate
    /// @param trouble one sentence; empty for none
    record State(
            boolean open,
            int port,
            int tlsPort,
            String fingerprint,
            @Nullable Instant clientSeen,
            @Nullable Instant providerAnswered,
            long passed,
            long allowed,
            long held,
            long refused,
            String trouble,
            Watching incoming,
            @Nullable Instant looked,
            String incomingTrouble,
            Watching rules,
            String rulesTrouble) {}

    /// How a step of the test went.
    enum Result {
        WORKS,
        FAILS,
        NOT_TRIED
    }

    /// @param name `answers`, `ours`, `signs-in`, `arrives`, `holds` or `quiet`
    /// @param more one sentence, or empty
    record Step(String name, Result result, String more) {}
}
