package org.nocontact.benchmarks;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.nocontact.core.Account;
import org.nocontact.core.DraftReader;
import org.nocontact.core.EmailAddress;
import org.nocontact.core.Keeper;
import org.nocontact.core.Rule;
import org.nocontact.core.TimeSource;
import org.nocontact.core.Way;
import org.nocontact.mail.GateCertificate;
import org.nocontact.mail.GateConfig;
import org.nocontact.mail.GateConfig.Upstream;
import org.nocontact.mail.MailGate;
import org.nocontact.mail.TlsMode;
import org.nocontact.store.DataFolder;
import org.nocontact.store.SqliteLedger;

/// A gate with a rule and a ledger on a disk, as the program has it, until it is killed.
///
/// Arguments: a folder, the port to listen on, the port of the provider.
public final class GateUnderLoad {
    private GateUnderLoad() {}

    public static void main(String[] arguments) throws InterruptedException {
        var folder = Path.of(arguments[0]);
        var ledger = SqliteLedger.open(DataFolder.open(folder));
        TimeSource time =
                () -> new TimeSource.Reading(Instant.now(), "boot", Duration.ofNanos(System.nanoTime()), true);
        var keeper = new Keeper(Account.ME, ledger, time, ZoneOffset.UTC, DraftReader.leavingItToThePerson());
        var ex = EmailAddress.parse("daniel@climbing.example").orElseThrow();
        keeper.setRule(Rule.about("Daniel").withWays(List.of(new Way(ex, ex.shown()))), null);
        var upstream = new Upstream("127.0.0.1", Integer.parseInt(arguments[2]), TlsMode.NONE, "");
        MailGate.open(
                GateConfig.onThisMachine(Integer.parseInt(arguments[1]), GateConfig.NO_PORT, upstream),
                keeper,
                ledger.heldMail(),
                GateCertificate.in(folder),
                Clock.systemUTC());
        Thread.currentThread().join();
    }
}
