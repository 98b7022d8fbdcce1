package org.nocontact.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.nocontact.core.Account;
import org.nocontact.core.Entry;
import org.nocontact.core.Event;
import org.nocontact.core.Ledger.Verification;
import org.nocontact.core.Ledger.Verification.Broken;
import org.nocontact.core.Ledger.Verification.Whole;
import org.nocontact.core.LedgerFault;
import org.nocontact.core.Story;

@Domain(AnyEvents.class)
@Domain(DomainContext.Global.class)
class SqliteLedgerProperties {
    private static final Account ME = Account.ME;

    private Path folder;

    @BeforeTry
    void makeFolder() throws IOException {
        folder = QuickFolder.make();
    }

    @AfterTry
    void removeFolder() throws IOException {
        QuickFolder.remove(folder);
    }

    @Property(tries = 40)
    void givesBackAfterAnotherStartWhatWasAppended(@ForAll @Size(max = 40) List<Event> events) {
        List<Entry> before;
        Verification verified;
        try (var ledger = open()) {
            appendInSteps(ledger, events);
            before = all(ledger);
            verified = ledger.verify(ME);
        }
        try (var ledger = open()) {
            assertThat(all(ledger)).isEqualTo(before);
            assertThat(ledger.verify(ME)).isEqualTo(verified).isInstanceOf(Whole.class);
        }
        assertThat(before).hasSameSizeAs(events);
        for (var entry : before) {
            if (!entry.burned()) {
                assertThat(entry.event()).isEqualTo(events.get((int) entry.seq() - 1));
            }
        }
    }

    @Property(tries = 40)
    void tellsTheSameStoryFromASnapshotOnAsFromTheBeginning(
            @ForAll @Size(max = 40) List<Event> events, @ForAll @IntRange(max = 40) int kept) {
        try (var ledger = open()) {
            var all = append(ledger, events);
            var early = new Story();
            all.stream().limit(kept).forEach(early::add);
            ledger.keepSnapshot(ME, early.snapshot());
            var whole = new Story();
            ledger.read(ME, 0, whole::add);

            var resumed = ledger.snapshot(ME).map(Story::of).orElseGet(Story::new);
            assertThat(resumed.last()).isEqualTo(early.last());
            ledger.read(ME, resumed.last(), resumed::add);

            assertThat(resumed.snapshot()).isEqualTo(whole.snapshot());
        }
    }

    @Property(tries = 100)
    void findsAnyFlippedBitOfAnyColumn(
            @ForAll @Size(min = 1, max = 12) List<Event> events, @ForAll int where, @ForAll @IntRange(max = 7) int bit)
            throws SQLException {
        try (var ledger = open()) {
            var story = new Story();
            append(ledger, events).forEach(story::add);
            ledger.keepSnapshot(ME, story.snapshot());
            assertThat(ledger.verify(ME)).isInstanceOf(Whole.class);

            var flipped = Flip.one(folder, where, bit);

            assertThat(verify(ledger)).as(flipped).isNotInstanceOf(Whole.class);
        }
    }

    /// What the person sees: what is broken, or the sentence of a fault.
    private static Object verify(SqliteLedger ledger) {
        try {
            return ledger.verify(ME);
        } catch (LedgerFault fault) {
            return fault.getMessage();
        }
    }

    @Property(tries = 100)
    void neverGivesAnythingElseAfterBytesOfTheFileWereChanged(
            @ForAll @Size(min = 1, max = 12) List<Event> events, @ForAll int where, @ForAll byte value)
            throws IOException {
        List<Entry> before;
        try (var ledger = open()) {
            before = append(ledger, events).isEmpty() ? List.of() : all(ledger);
        }
        var file = folder.resolve("ledger.db");
        var bytes = Files.readAllBytes(file);
        bytes[Math.floorMod(where, bytes.length)] = value;
        Files.write(file, bytes);

        try (var ledger = open()) {
            switch (ledger.verify(ME)) {
                case Broken(var _, var why) -> assertThat(why).endsWith(".");
                case Whole _ -> assertThat(all(ledger)).isEqualTo(before);
            }
        } catch (LedgerFault fault) {
            assertThat(fault.getMessage()).contains(file.toString()).endsWith(".");
        }
    }

    @Property(tries = 40)
    void comesBackFromAnArchiveAsItWas(@ForAll @Size(max = 40) List<Event> events) {
        try (var ledger = open()) {
            appendInSteps(ledger, events);
            var archive = export(ledger);
            var before = all(ledger);
            var verified = ledger.verify(ME);
            ledger.erase(ME);

            assertThat(Archive.read(ledger, ME, new ByteArrayInputStream(archive)))
                    .isInstanceOf(Archive.Import.Done.class);

            assertThat(all(ledger)).isEqualTo(before);
            assertThat(ledger.verify(ME)).isEqualTo(verified);
            assertThat(export(ledger)).isEqualTo(archive);
        }
    }

    private static byte[] export(SqliteLedger ledger) {
        var out = new ByteArrayOutputStream();
        Archive.write(ledger, ME, Instant.EPOCH, "1.2.3", out);
        return out.toByteArray();
    }

    private SqliteLedger open() {
        return SqliteLedger.open(folder.resolve("ledger.db"));
    }

    private static void appendInSteps(SqliteLedger ledger, List<Event> events) {
        for (var from = 0; from < events.size(); from += 7) {
            append(ledger, events.subList(from, Math.min(from + 7, events.size())));
        }
    }

    private static List<Entry> append(SqliteLedger ledger, List<Event> events) {
        var last = ledger.last(ME);
        return ledger.append(ME, last, events, Times.minute(last));
    }

    private static List<Entry> all(SqliteLedger ledger) {
        var read = new ArrayList<Entry>();
        ledger.read(ME, 0, read::add);
        return read;
    }
}
