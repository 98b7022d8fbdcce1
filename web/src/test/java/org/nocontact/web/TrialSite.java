package org.nocontact.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.nocontact.core.Account;
import org.nocontact.core.DraftReader;
import org.nocontact.core.InMemoryLedger;
import org.nocontact.core.Keeper;
import org.nocontact.core.Ledger.Verification;
import org.nocontact.core.TimeSource;

/// A site on a ledger in memory, for tests and for looking at pages by hand.
final class TrialSite implements AutoCloseable {
    final InMemoryLedger ledger = new InMemoryLedger();
    final Keeper keeper;
    final Site site;

    TrialSite(TimeSource time, int port) {
        keeper = new Keeper(Account.ME, ledger, time, ZoneId.of("Europe/Berlin"), DraftReader.leavingItToThePerson());
        var config = new SiteConfig("127.0.0.1", port, "NoContact", new byte[32], Clock.systemUTC());
        site = Site.open(keeper, new NoHousekeeping(), config);
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + site.port() + path);
    }

    @Override
    public void close() {
        site.close();
    }

    /// Opens one on port 8420 and shows the link to sign in.
    public static void main(String[] args) throws InterruptedException {
        var start = java.time.Instant.now();
        try (var trial = new TrialSite(
                () -> new TimeSource.Reading(
                        java.time.Instant.now(),
                        "trial",
                        java.time.Duration.between(start, java.time.Instant.now()),
                        true),
                args.length > 0 ? Integer.parseInt(args[0]) : 8420)) {
            System.out.println(trial.site.signInLink());
            Thread.currentThread().join();
        }
    }

    /// Has nothing to keep.
    private final class NoHousekeeping implements Housekeeping {
        @Override
        public void export(OutputStream to) throws IOException {
            to.write("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        @Override
        public Path backup() {
            return Path.of("backup.db");
        }

        @Override
        public Verification verify() {
            return ledger.verify(Account.ME);
        }

        @Override
        public void erase() {
            ledger.erase(Account.ME);
        }

        @Override
        public Path folder() {
            return Path.of("nocontact");
        }
    }
}
