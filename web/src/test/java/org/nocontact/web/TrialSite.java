package org.nocontact.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.nocontact.core.Account;
import org.nocontact.core.Act;
import org.nocontact.core.Attempt;
import org.nocontact.core.InMemoryLedger;
import org.nocontact.core.Keeper;
import org.nocontact.core.Kind;
import org.nocontact.core.Ledger.Verification;
import org.nocontact.core.Loosening;
import org.nocontact.core.NoteKind;
import org.nocontact.core.PersonName;
import org.nocontact.core.Rule;
import org.nocontact.core.TimeSource;
import org.nocontact.core.Topic;
import org.nocontact.core.Words;
import org.nocontact.reading.TopicDrafts;

/// A site on a ledger in memory, for tests and for looking at pages by hand.
final class TrialSite implements AutoCloseable {
    final InMemoryLedger ledger = new InMemoryLedger();
    final Keeper keeper;
    final MadeUpReader reader = new MadeUpReader();
    final Site site;

    TrialSite(TimeSource time, int port) {
        keeper = new Keeper(Account.ME, ledger, time, ZoneId.of("Europe/Berlin"), new TopicDrafts(reader));
        var config = new SiteConfig("127.0.0.1", port, "NoContact", new byte[32], Clock.systemUTC());
        site = Site.open(keeper, new NoHousekeeping(), reader, config);
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
        var start = Instant.now();
        try (var trial = new TrialSite(
                () -> new TimeSource.Reading(Instant.now(), "trial", Duration.between(start, Instant.now()), true),
                args.length > 0 ? Integer.parseInt(args[0]) : 8420)) {
            if (args.length > 1) {
                trial.live();
            }
            System.out.println(trial.site.signInLink());
            Thread.currentThread().join();
        }
    }

    /// Gives the ledger something of everything, as after some weeks.
    void live() {
        var rule = Rule.about("Daniel").withKind(new Kind.Limited(Set.of(Topic.HOME)));
        var today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        keeper.setRule(rule, today.minusDays(31));
        keeper.addNote(NoteKind.REASON, Words.text("I asked three times. The third answer was the same as the first."));
        keeper.addNote(NoteKind.REASON, Words.text("I want to be somebody who can be alone in a kitchen."));
        keeper.addNote(NoteKind.FRIEND, new Words(Map.of("text", "Amira", "phone", "+1 555 0142")));
        keeper.addNote(NoteKind.ACTIVITY, Words.text("Walk to the bridge and back"));
        keeper.slip(
                Instant.now().minus(Duration.ofDays(9)),
                Act.TEXT,
                false,
                new Words(Map.of(
                        "setOff",
                        "A song in the shop",
                        "brought",
                        "Two hours of waiting, then one word.",
                        "next",
                        "If I hear it, then I ring Amira.")));
        var daniel = new PersonName("Daniel");
        keeper.attempt(new Attempt(
                Act.EMAIL,
                daniel,
                Words.text(
                        "I walked past the bakery and they were putting out the poppy seed ones and I nearly bought two.\n\nI only wanted to tell you that. That is not true. I wanted you to ask me how I am."),
                false,
                "mail"));
        keeper.attempt(new Attempt(Act.CALL, daniel, Words.NONE, false, "phone"));
        keeper.receive(
                "text",
                Instant.now().minus(Duration.ofHours(30)),
                Words.text("Hey, hope you’re ok. The landlord wants to come by Thursday at 5."));
        keeper.writeLetter(Words.text("Daniel,\n\ntoday somebody on the tram wore your green jacket."));
        keeper.askToLoosen(new Loosening.EndRule());
    }

    final TrialMailroom mail = new TrialMailroom();

    /// Has nothing to keep.
    private final class NoHousekeeping implements Housekeeping {
        @Override
        public void export(OutputStream to) throws IOException {
            to.write("{}".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void exportTo(Path file) {}

        @Override
        public Import importFrom(Path file) {
            return new Import.Refused("There is no file to import from.");
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

        @Override
        public Mailroom mail() {
            return mail;
        }
    }
}
