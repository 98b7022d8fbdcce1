package org.nocontact.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.nocontact.core.Event;
import org.nocontact.core.HeldMail;
import org.nocontact.core.Invalid;
import org.nocontact.core.Keeper;
import org.nocontact.core.LedgerFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tries the mail guard with real mail: one to the person themselves, and one to an address that stands for the ex and
/// leads nowhere. A stage of its own, with a rule and a ledger that are thrown away, takes the second, so that neither
/// the ex nor the person's ledger hears of it.
public final class MailTrial {
    /// Stands for the ex: nobody can have an address there (RFC 2606).
    public static final String STAND_IN = "stands-for-the-ex@nocontact.invalid";

    private static final Logger LOG = LoggerFactory.getLogger(MailTrial.class);
    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final MailSettings settings;
    private final GateCertificate certificate;
    private final List<Step> steps = new ArrayList<>();

    public MailTrial(MailSettings settings, GateCertificate certificate) {
        this.settings = settings;
        this.certificate = certificate;
    }

    /// What is tried, in order.
    public enum What {
        /// The gate takes a connection.
        ANSWERS,
        /// It shows the certificate that was made on this machine.
        OURS,
        /// The provider takes name and password through the gate.
        SIGNS_IN,
        /// A mail to the person themselves arrives as it was written.
        ARRIVES,
        /// A mail that should be held is held.
        HOLDS,
        /// A mail from the ex goes to the quiet folder.
        QUIET
    }

    /// How it went.
    public enum Result {
        WORKS,
        FAILS,
        NOT_TRIED
    }

    /// @param more one sentence, or empty
    public record Step(What what, Result result, String more) {}

    /// Where the second mail is taken in.
    ///
    /// @param keeper of a rule about [#STAND_IN], with a ledger that is thrown away
    /// @param folder for files that are thrown away
    public record Stage(Keeper keeper, HeldMail held, Path folder) {}

    /// Runs all steps; one that fails leaves out those that need it.
    ///
    /// @param port where the gate listens; the one that serves, or one of the trial's own
    /// @param mode how that port is encrypted
    public List<Step> run(int port, TlsMode mode, Stage stage) throws InterruptedException {
        var signedIn = signIn(port, mode);
        if (!signedIn || settings.imap() == null) {
            leaveOut("A step before has to work first, and incoming mail has to be watched.", What.ARRIVES);
        } else {
            tell(What.ARRIVES, () -> arrives(port, mode));
        }
        if (signedIn) {
            tell(What.HOLDS, () -> holds(stage));
        } else {
            leaveOut("A step before has to work first.", What.HOLDS);
        }
        if (settings.imap() == null) {
            leaveOut("Incoming mail is not watched.", What.QUIET);
        } else {
            tell(What.QUIET, () -> isQuiet(stage));
        }
        return List.copyOf(steps);
    }

    private boolean signIn(int port, TlsMode mode) throws InterruptedException {
        if (settings.password().isEmpty()) {
            leaveOut(
                    "No password is kept here: send yourself a mail from your mail program.",
                    What.ANSWERS,
                    What.OURS,
                    What.SIGNS_IN);
            return false;
        }
        try (var transport = connected(port, mode)) {
            works(What.ANSWERS, What.OURS, What.SIGNS_IN);
            return transport.isConnected();
        } catch (AuthenticationFailedException refused) {
            works(What.ANSWERS, What.OURS);
            fail(What.SIGNS_IN, "Your provider refuses the user name or the password.", refused);
        } catch (MessagingException fault) {
            if (isAbout(fault, javax.net.ssl.SSLException.class)) {
                works(What.ANSWERS);
                fail(What.OURS, "Another program answers on this port: look which one has it.", fault);
            } else {
                fail(What.ANSWERS, "Nothing answers on port " + port + ", or the provider does not.", fault);
            }
        }
        return false;
    }

    private String arrives(int port, TlsMode mode) throws MessagingException, IOException, InterruptedException {
        var mark = UUID.randomUUID().toString();
        var message = message(settings.address(), settings.address(), "A mail to yourself", mark);
        try (var transport = connected(port, mode)) {
            transport.sendMessage(message, message.getAllRecipients());
        }
        try (var account = ImapAccount.open(settings);
                var inbox = account.inbox()) {
            var came = await(() -> holds(inbox, mark));
            return came ? "" : "It was sent, and did not come within a minute: look into your spam folder.";
        }
    }

    private static boolean holds(OpenFolder folder, String mark) {
        try {
            for (var uid :
                    folder.since(LocalDate.now(ZoneOffset.UTC).minusDays(1)).reversed()) {
                var there = folder.message(uid);
                if (there.isPresent() && there.get().words().text().contains(mark)) {
                    return true;
                }
            }
            return false;
        } catch (MessagingException fault) {
            throw new LedgerFault("The inbox cannot be read.", fault);
        }
    }

    private String holds(Stage stage) throws MessagingException, IOException {
        var upstream = new GateConfig.Upstream(
                settings.smtp().host(), settings.smtp().port(), settings.smtp().tls(), settings.trust());
        var config = GateConfig.onThisMachine(GateConfig.NO_PORT, 0, upstream);
        try (var gate = MailGate.open(config, stage.keeper(), stage.held(), certificate, Clock.systemUTC());
                var transport = connected(gate.tlsPort(), TlsMode.TLS)) {
            var message = message(
                    settings.user(), STAND_IN, "To be held", UUID.randomUUID().toString());
            transport.sendMessage(message, message.getAllRecipients());
        }
        var held = stage.keeper()
                .ledger()
                .newest(stage.keeper().account(), Set.of(Event.AttemptHeld.class), Long.MAX_VALUE, 1);
        return held.isEmpty() ? "The mail was not held." : "";
    }

    /// A watcher with the rule of the stage looks at the real inbox, where a mail from the stand-in is put.
    private String isQuiet(Stage stage) throws MessagingException, IOException, InterruptedException {
        var mark = UUID.randomUUID().toString();
        try (var account = ImapAccount.open(settings)) {
            try (var inbox = account.inbox()) {
                inbox.append(message(STAND_IN, settings.address(), "To be quiet", mark));
            }
            var files = new MailFiles(stage.folder());
            var alone = settings.withoutRules();
            try (var _ = ImapWatcher.start(
                            alone,
                            files,
                            stage.keeper(),
                            InboundReader.leavingItToThePerson(),
                            Pace.USUAL,
                            InstantSource.system());
                    var quiet = account.quiet(settings.quietFolder())) {
                return await(() -> holds(quiet, mark)) ? "" : "It stayed in the inbox.";
            }
        }
    }

    private MimeMessage message(String from, String to, String subject, String mark)
            throws MessagingException, IOException {
        var message = new MimeMessage(jakarta.mail.Session.getInstance(new Properties()));
        message.setFrom(new InternetAddress(from, false));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, false));
        message.setSubject(subject + " (test)", StandardCharsets.UTF_8.name());
        message.setText("This is a test of your mail guard. You can delete it.\n" + mark + "\n", "UTF-8");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    private Transport connected(int port, TlsMode mode) throws MessagingException {
        var protocol = mode == TlsMode.TLS ? "smtps" : "smtp";
        var prefix = "mail." + protocol + ".";
        var properties = new Properties();
        properties.put(prefix + "auth", "true");
        properties.put(prefix + "connectiontimeout", "10000");
        properties.put(prefix + "timeout", "60000");
        properties.put(prefix + "starttls.enable", "true");
        properties.put(prefix + "starttls.required", String.valueOf(mode == TlsMode.STARTTLS));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(
                prefix + "ssl.socketFactory",
                Trust.only(certificate.certificate()).sockets());
        var transport = jakarta.mail.Session.getInstance(properties).getTransport(protocol);
        var here = InetAddress.getLoopbackAddress().getHostAddress();
        transport.connect(here, port, settings.user(), settings.password());
        return transport;
    }

    /// Does something and says what is wrong, or nothing.
    @FunctionalInterface
    private interface Deed {
        String done() throws MessagingException, IOException, InterruptedException;
    }

    private void tell(What what, Deed deed) throws InterruptedException {
        try {
            var wrong = deed.done();
            steps.add(new Step(what, wrong.isEmpty() ? Result.WORKS : Result.FAILS, wrong));
        } catch (MessagingException | IOException | LedgerFault | Invalid fault) {
            fail(
                    what,
                    "It did not work: "
                            + String.valueOf(fault.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""),
                    fault);
        }
    }

    private void works(What... several) {
        for (var what : several) {
            steps.add(new Step(what, Result.WORKS, ""));
        }
    }

    private void fail(What what, String why, Exception fault) {
        LOG.warn("The test of the mail guard failed at {}: {}", what, fault.getMessage());
        steps.add(new Step(what, Result.FAILS, why));
    }

    private void leaveOut(String why, What... several) {
        for (var what : several) {
            steps.add(new Step(what, Result.NOT_TRIED, why));
        }
    }

    private static boolean isAbout(Throwable fault, Class<?> kind) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean await(BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + ARRIVES_WITHIN.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return true;
    }
}
