package org.nocontact.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.CalmTime;
import org.nocontact.core.HeldMail;
import org.nocontact.core.Invalid;
import org.nocontact.core.Keeper;
import org.nocontact.core.LedgerFault;
import org.nocontact.mail.Attachments;
import org.nocontact.mail.Discovery;
import org.nocontact.mail.Found;
import org.nocontact.mail.GateCertificate;
import org.nocontact.mail.GateConfig;
import org.nocontact.mail.ImapWatcher;
import org.nocontact.mail.InboundReader;
import org.nocontact.mail.MailFiles;
import org.nocontact.mail.MailGate;
import org.nocontact.mail.MailServer;
import org.nocontact.mail.MailSettings;
import org.nocontact.mail.TlsMode;
import org.nocontact.web.Mailroom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The mail guard of one folder: its settings, and while the program serves, the gate and the watcher. Nothing of it is
/// loaded before it is set up or asked for.
final class MailDesk implements Mailroom, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MailDesk.class);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(10);

    private static final State NOTHING =
            new State(false, 0, 0, "", null, null, 0, 0, 0, 0, "", Watching.OFF, null, "", Watching.OFF, "");

    private final Path folder;
    private final Keeper keeper;
    private final HeldMail held;
    private @Nullable MailFiles files;
    private @Nullable GateCertificate certificate;
    private InboundReader reader = InboundReader.leavingItToThePerson();
    private boolean serving;
    private @Nullable MailGate gate;
    private @Nullable ImapWatcher watcher;
    private String trouble = "";

    MailDesk(Path folder, Keeper keeper, HeldMail held) {
        this.folder = folder;
        this.keeper = keeper;
        this.held = held;
    }

    /// Begins to guard, if it is set up. What cannot be started is said in [#state]; the rest of the program serves.
    ///
    /// @param reader says what a mail of the ex is
    synchronized void start(InboundReader reader) {
        this.reader = reader;
        serving = true;
        try {
            settings().ifPresent(this::open);
        } catch (LedgerFault unusable) {
            trouble = sentence(unusable);
        }
    }

    private Optional<MailSettings> settings() {
        return Files.exists(folder.resolve("mail.json")) ? files().settings() : Optional.empty();
    }

    private MailFiles files() {
        if (files == null) {
            files = new MailFiles(folder);
        }
        return files;
    }

    private void open(MailSettings settings) {
        trouble = "";
        try {
            gate = MailGate.open(config(settings), keeper, held, certificate(), Clock.systemUTC());
        } catch (Invalid | LedgerFault fault) {
            LOG.warn("The mail gate is shut: {}", fault.getMessage());
            trouble = sentence(fault);
        }
        if (settings.imap() != null) {
            watcher = ImapWatcher.start(settings, files(), keeper, reader);
        }
    }

    private static String sentence(RuntimeException fault) {
        return Optional.ofNullable(fault.getMessage()).orElse("");
    }

    private GateCertificate certificate() {
        if (certificate == null) {
            certificate = GateCertificate.in(folder);
        }
        return certificate;
    }

    private static GateConfig config(MailSettings settings) {
        var smtp = settings.smtp();
        var upstream = new GateConfig.Upstream(smtp.host(), smtp.port(), smtp.tls(), settings.trust());
        return GateConfig.onThisMachine(portOrNone(settings.listen()), portOrNone(settings.listenTls()), upstream)
                .withEmergencyWord(settings.emergencyWord());
    }

    private static int portOrNone(int port) {
        return port == 0 ? GateConfig.NO_PORT : port;
    }

    @Override
    public synchronized Optional<Setup> setup() {
        return settings().map(MailDesk::shown);
    }

    private static Setup shown(MailSettings settings) {
        return new Setup(
                address(settings.smtp()),
                settings.smtp().tls().word(),
                settings.listen(),
                settings.listenTls(),
                address(settings.imap()),
                tls(settings.imap(), TlsMode.TLS),
                address(settings.sieve()),
                tls(settings.sieve(), TlsMode.STARTTLS),
                settings.user(),
                settings.quietFolder(),
                settings.emergencyWord(),
                settings.calm().from().toString(),
                settings.calm().until().toString());
    }

    private static String address(@Nullable MailServer server) {
        if (server == null) {
            return "";
        }
        return (server.host().contains(":") ? "[" + server.host() + "]" : server.host()) + ":" + server.port();
    }

    private static String tls(@Nullable MailServer server, TlsMode usual) {
        return (server == null ? usual : server.tls()).word();
    }

    @Override
    public synchronized void setUp(Setup wanted, String password, String trust) {
        var before = settings().orElse(null);
        var settings = new MailSettings(
                needed(wanted.smtp(), wanted.smtpTls()),
                wanted.listen(),
                wanted.listenTls(),
                server(wanted.imap(), wanted.imapTls()),
                server(wanted.sieve(), wanted.sieveTls()),
                wanted.user(),
                password.isEmpty() && before != null ? before.password() : password,
                trust.isBlank() && before != null ? before.trust() : trust,
                wanted.quietFolder(),
                wanted.emergencyWord(),
                calm(wanted),
                before == null ? keeper.look((_, now) -> now.day()) : before.since());
        config(settings);
        files().keep(settings);
        if (serving) {
            shut();
            open(settings);
        }
    }

    private static MailServer needed(String server, String tls) {
        return MailServer.parse(server, mode(tls));
    }

    private static @Nullable MailServer server(String server, String tls) {
        return server.isBlank() ? null : MailServer.parse(server, mode(tls));
    }

    private static TlsMode mode(String word) {
        return TlsMode.of(word).orElseThrow(() -> new Invalid("The encryption is one of none, starttls and tls."));
    }

    private static CalmTime calm(Setup wanted) {
        try {
            return new CalmTime(LocalTime.parse(wanted.calmFrom()), LocalTime.parse(wanted.calmUntil()));
        } catch (DateTimeException noTime) {
            throw new Invalid("A calm time is written as 18:00.");
        }
    }

    @Override
    public synchronized void forget() {
        shut();
        trouble = "";
        if (Files.exists(folder.resolve("mail.json"))) {
            takeOutRules();
            files().forget();
        }
    }

    /// Settings that cannot be read are no reason to keep them.
    private void takeOutRules() {
        try {
            settings().ifPresent(ImapWatcher::takeOutRules);
        } catch (LedgerFault unusable) {
            LOG.warn("The rule at the provider, if there is one, stays: {}", unusable.getMessage());
        }
    }

    @Override
    public synchronized State state() {
        if (!Files.exists(folder.resolve("mail.json"))) {
            return NOTHING;
        }
        var open = gate;
        var gateState = open == null ? null : open.state();
        var seen = seen(gateState == null ? null : gateState.clientSeen());
        var watching = watcher;
        var incoming = watching == null ? null : watching.state();
        var rules = watching == null ? null : watching.rulesState();
        return new State(
                open != null,
                open == null ? 0 : Math.max(0, open.port()),
                open == null ? 0 : Math.max(0, open.tlsPort()),
                certificate().fingerprint(),
                seen,
                gateState == null ? null : gateState.providerAnswered(),
                gateState == null ? 0 : gateState.passed(),
                gateState == null ? 0 : gateState.allowed(),
                gateState == null ? 0 : gateState.held(),
                gateState == null ? 0 : gateState.refused(),
                gateState != null && gateState.isInTrouble() && gateState.trouble() != null
                        ? gateState.trouble().why()
                        : trouble,
                MailStates.watching(incoming),
                MailStates.looked(incoming),
                MailStates.trouble(incoming),
                MailStates.watching(rules),
                MailStates.trouble(rules));
    }

    /// The later of what the open gate saw and what was kept of it, which is kept now and then.
    private @Nullable Instant seen(@Nullable Instant now) {
        var kept = files().seen().orElse(null);
        if (now == null || kept != null && kept.isAfter(now)) {
            return kept;
        }
        if (kept == null || kept.plus(SEEN_EVERY).isBefore(now)) {
            files().keepSeen(now);
        }
        return now;
    }

    @Override
    public Optional<Proposal> find(String address, boolean ask) {
        try {
            var discovery = new Discovery();
            return (ask ? discovery.find(address) : discovery.known(address)).map(MailDesk::proposal);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Proposal proposal(Found found) {
        var watched = found.signIn() == Found.SignIn.OAUTH ? null : found.imap();
        var setup = new Setup(
                address(found.smtp()),
                found.smtp().tls().word(),
                MailSettings.USUAL_LISTEN,
                0,
                address(watched),
                tls(watched, TlsMode.TLS),
                address(found.sieve()),
                tls(found.sieve(), TlsMode.STARTTLS),
                found.user(),
                MailSettings.USUAL_QUIET_FOLDER,
                "",
                CalmTime.USUAL.from().toString(),
                CalmTime.USUAL.until().toString());
        return new Proposal(setup, found.signIn().word(), found.source());
    }

    @Override
    public List<Attached> attached(String message) {
        return new Attachments(held)
                .list(message).stream()
                        .map(one -> new Attached(one.number(), one.name(), one.type(), one.bytes()))
                        .toList();
    }

    @Override
    public Optional<InputStream> attachment(String message, int number) {
        return new Attachments(held).read(message, number);
    }

    @Override
    public Optional<String> attachmentAsText(String message, int number) {
        return new Attachments(held).text(message, number);
    }

    @Override
    public List<Step> test() {
        var settings = kept().orElseThrow(
                        () -> new Invalid("The mail guard is not set up yet: “nocontact mail setup” does it."));
        try {
            return MailStage.run(settings, ourCertificate(), openGate(), config(settings), keeper, held).stream()
                    .map(MailStates::step)
                    .toList();
        } catch (IOException fault) {
            throw new Invalid("There is no room for the test: see that files can be written in the system’s folder for"
                    + " temporary ones.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private synchronized Optional<MailSettings> kept() {
        return settings();
    }

    private synchronized GateCertificate ourCertificate() {
        return certificate();
    }

    private synchronized @Nullable MailGate openGate() {
        return gate;
    }

    private void shut() {
        if (gate != null) {
            seen(gate.state().clientSeen());
            gate.close();
            gate = null;
        }
        if (watcher != null) {
            watcher.close();
            watcher = null;
        }
    }

    @Override
    public synchronized void close() {
        serving = false;
        shut();
    }
}
