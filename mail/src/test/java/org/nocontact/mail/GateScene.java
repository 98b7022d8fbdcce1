package org.nocontact.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.nocontact.core.Account;
import org.nocontact.core.DraftReader;
import org.nocontact.core.Entry;
import org.nocontact.core.Event;
import org.nocontact.core.GoBetween;
import org.nocontact.core.HeldMail;
import org.nocontact.core.Keeper;
import org.nocontact.core.Loosening;
import org.nocontact.core.Rule;
import org.nocontact.core.Rules;
import org.nocontact.core.TurnedClock;
import org.nocontact.mail.GateConfig.Upstream;
import org.nocontact.store.DataFolder;
import org.nocontact.store.SqliteLedger;

/// A person with a rule about Daniel, a gate in front of a provider, and a ledger on a disk.
final class GateScene implements AutoCloseable {
    private static final Path MEMORY = Path.of("/dev/shm");

    final Path folder;
    final SomeProvider provider;
    final TurnedClock clock = new TurnedClock();
    final SqliteLedger ledger;
    final HeldMail held;
    final Keeper keeper;
    final GateCertificate certificate;
    MailGate gate;
    private boolean isLost;

    GateScene(String providerOptions) throws IOException {
        this(Rules.noContactWithGoBetween(), providerOptions);
    }

    GateScene(Rule rule, String providerOptions) throws IOException {
        folder = Files.isWritable(MEMORY)
                ? Files.createTempDirectory(MEMORY, "gate")
                : Files.createTempDirectory("gate");
        provider = new SomeProvider(providerOptions);
        ledger = SqliteLedger.open(DataFolder.open(folder));
        held = ledger.heldMail();
        keeper = new Keeper(Account.ME, ledger, clock, ZoneOffset.UTC, DraftReader.leavingItToThePerson());
        keeper.setRule(rule, null);
        certificate = OneCertificate.get();
        gate = open(config());
    }

    GateConfig config() {
        return GateConfig.onThisMachine(0, 0, new Upstream("127.0.0.1", provider.port(), TlsMode.NONE, ""))
                .withEmergencyWord("SOS");
    }

    MailGate open(GateConfig config) {
        return MailGate.open(config, keeper, held, certificate, Clock.systemUTC());
    }

    void reopen(GateConfig config) {
        gate.close();
        gate = open(config);
    }

    MailProgram mailProgram() throws IOException {
        return new MailProgram(gate.port());
    }

    List<Entry> letters() {
        return ledger.newest(Account.ME, Set.of(Event.AttemptHeld.class), Long.MAX_VALUE, 1_000).reversed().stream()
                .filter(entry -> !entry.burned())
                .toList();
    }

    <T extends Event> List<T> events(Class<T> kind) {
        return ledger.newest(Account.ME, Set.of(kind), Long.MAX_VALUE, 1_000).stream()
                .map(Entry::event)
                .map(kind::cast)
                .toList();
    }

    /// Asks to send a letter, waits, and confirms it.
    void release(long letter) {
        var asked = keeper.askToLoosen(new Loosening.Release(letter)).orElseThrow();
        clock.passes(asked.coolingOff());
        keeper.confirm(asked.seq());
    }

    List<Path> heldFiles() throws IOException {
        var files = folder.resolve("held");
        if (!Files.exists(files)) {
            return List.of();
        }
        try (var listed = Files.list(files)) {
            return listed.toList();
        }
    }

    static Rule withGoBetween(String name, String address) {
        return Rules.noContact().withGoBetweens(List.of(new GoBetween(name, List.of(Rules.way(Rules.mail(address))))));
    }

    /// From now on nothing can be asked of the ledger.
    void loseTheLedger() {
        keeper.close();
        ledger.close();
        isLost = true;
    }

    @Override
    public void close() throws IOException {
        gate.close();
        provider.close();
        if (!isLost) {
            loseTheLedger();
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
