package org.nocontact.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Account;
import org.nocontact.core.DraftReader;
import org.nocontact.core.EmailAddress;
import org.nocontact.core.HeldMail;
import org.nocontact.core.Keeper;
import org.nocontact.core.Rule;
import org.nocontact.core.Way;
import org.nocontact.mail.GateCertificate;
import org.nocontact.mail.GateConfig;
import org.nocontact.mail.MailGate;
import org.nocontact.mail.MailSettings;
import org.nocontact.mail.MailTrial;
import org.nocontact.mail.TlsMode;
import org.nocontact.store.DataFolder;
import org.nocontact.store.SqliteLedger;

/// A data folder for the test of the mail guard, with a rule about an address that leads nowhere; it is thrown away.
final class MailStage {
    private MailStage() {}

    /// @param open the gate that serves; null when none does, and one is opened for the test
    static List<MailTrial.Step> run(
            MailSettings settings,
            GateCertificate certificate,
            @Nullable MailGate open,
            GateConfig config,
            Keeper keeper,
            HeldMail held)
            throws IOException, InterruptedException {
        if (open != null) {
            return onStage(settings, certificate, open);
        }
        try (var gate = MailGate.open(config, keeper, held, certificate, Clock.systemUTC())) {
            return onStage(settings, certificate, gate);
        }
    }

    private static List<MailTrial.Step> onStage(MailSettings settings, GateCertificate certificate, MailGate gate)
            throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("nocontact-mail-test");
        try (var ledger = SqliteLedger.open(DataFolder.open(folder));
                var keeper = new Keeper(
                        Account.ME,
                        ledger,
                        new MachineTime(),
                        ZoneId.systemDefault(),
                        DraftReader.leavingItToThePerson())) {
            var standIn = EmailAddress.parse(MailTrial.STAND_IN).orElseThrow();
            keeper.setRule(Rule.about("Stand-in").withWays(List.of(new Way(standIn, standIn.shown()))), null);
            var tls = gate.tlsPort() != GateConfig.NO_PORT;
            return new MailTrial(settings, certificate)
                    .run(
                            tls ? gate.tlsPort() : gate.port(),
                            tls ? TlsMode.TLS : TlsMode.STARTTLS,
                            new MailTrial.Stage(keeper, ledger.heldMail(), folder));
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
