package org.nocontact.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.nocontact.core.Account;
import org.nocontact.core.DraftReader;
import org.nocontact.core.Keeper;
import org.nocontact.core.TurnedClock;
import org.nocontact.mail.GateConfig.Limits;
import org.nocontact.mail.GateConfig.Upstream;
import org.nocontact.store.DataFolder;
import org.nocontact.store.SqliteLedger;

/// A gate as a program of its own, to be killed: says its port, then sends the letter whose number it is given, if any,
/// and says what came of that.
///
/// Arguments: the folder, the provider’s port, the letter or 0, how much later than its start the clock is.
final class GateProcess {
    private GateProcess() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var upstream = new Upstream("127.0.0.1", Integer.parseInt(arguments[1]), TlsMode.NONE, "");
        var ledger = SqliteLedger.open(DataFolder.open(folder));
        var clock = new TurnedClock().passes(Duration.parse(arguments[3]));
        var keeper = new Keeper(Account.ME, ledger, clock, ZoneOffset.UTC, DraftReader.leavingItToThePerson());
        var gate = MailGate.open(
                GateConfig.onThisMachine(0, GateConfig.NO_PORT, upstream),
                keeper,
                ledger.heldMail(),
                GateCertificate.in(folder),
                Clock.systemUTC());
        System.out.println(gate.port());
        var letter = Long.parseLong(arguments[2]);
        if (letter > 0) {
            var outcome = new ReleasedMail(keeper, ledger.heldMail(), upstream, Limits.USUAL)
                    .send(letter, new Credentials("me", "good"));
            System.out.println(outcome.getClass().getSimpleName());
        }
        var untilTheParentIsGone = System.in.read();
        System.exit(untilTheParentIsGone < 0 ? 0 : 1);
    }
}
