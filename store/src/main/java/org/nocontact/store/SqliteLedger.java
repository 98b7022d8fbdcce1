package org.nocontact.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.nocontact.core.Account;
import org.nocontact.core.Entry;
import org.nocontact.core.Event;
import org.nocontact.core.HeldMail;
import org.nocontact.core.Ledger;
import org.nocontact.core.LedgerFault;
import org.nocontact.core.LedgerMovedOn;
import org.nocontact.core.Story;
import org.nocontact.core.TrustedClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The ledger in one SQLite file. Several threads and several programs can use it at the same time.
public final class SqliteLedger implements Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteLedger.class);
    private static final int PAGE = 500;

    private final Path file;
    private final SqliteConnection writer;
    private final Readers readers;
    private final HeldFolder held;
    private final ReentrantLock writing = new ReentrantLock();
    private boolean logHoldsBurnedWords;
    private boolean closed;

    private SqliteLedger(Path file, SqliteConnection writer) {
        this.file = file;
        this.writer = writer;
        this.readers = new Readers(file);
        this.held = new HeldFolder(file.resolveSibling("held"), () -> readers.read(Entries::heldMails));
    }

    /// Opens the ledger in this folder, or begins one.
    ///
    /// @throws LedgerFault if there is one that cannot be used; it is left as it is
    public static SqliteLedger open(DataFolder folder) {
        return open(folder.ledger());
    }

    static SqliteLedger open(Path file) {
        LedgerFile.beginWhereThereIsNone(file);
        var writer = SqliteConnection.toWrite(file);
        try {
            Migrations.apply(writer);
            var ledger = new SqliteLedger(file, writer);
            ledger.emptyTheLog();
            return ledger;
        } catch (RuntimeException fault) {
            writer.close();
            throw fault;
        }
    }

    @Override
    public List<Entry> append(Account account, long after, List<Event> events, TrustedClock.Mark mark) {
        return write(() -> {
            var burned = mailsOfBurned(account, events);
            var added = writer.transaction(() -> add(account, after, events, mark));
            if (logHoldsBurnedWords || events.stream().anyMatch(Event.LetterBurned.class::isInstance)) {
                emptyTheLog();
            }
            held.removeAll(burned);
            return added;
        });
    }

    private List<String> mailsOfBurned(Account account, List<Event> events) {
        var entries = new Entries(writer, account);
        return events.stream()
                .filter(Event.LetterBurned.class::isInstance)
                .flatMap(event -> entries.heldMail(((Event.LetterBurned) event).letter()).stream())
                .toList();
    }

    /// Where the mails of this ledger’s letters lie: they are burned, erased, exported and backed up with it.
    public HeldMail heldMail() {
        return held;
    }

    HeldFolder held() {
        return held;
    }

    private List<Entry> add(Account account, long after, List<Event> events, TrustedClock.Mark mark) {
        var entries = new Entries(writer, account);
        var head = entries.head();
        if (head.seq() != after) {
            throw new LedgerMovedOn(after, head.seq());
        }
        var added = new ArrayList<Entry>();
        for (var event : events) {
            head = entries.add(head, event, mark);
            added.add(new Entry(head.seq(), mark.reading().wall(), mark.trusted(), event, false));
            if (event instanceof Event.LetterBurned(var letter)) {
                entries.burn(letter);
                added.replaceAll(entry -> entry.seq() == letter ? withoutWords(entries, letter) : entry);
            }
        }
        if (!added.isEmpty()) {
            entries.keep(head);
        }
        new Clock(writer, account).keep(mark);
        return added;
    }

    private Entry withoutWords(Entries entries, long seq) {
        return decoded(entries.at(seq).orElseThrow());
    }

    @Override
    public void read(Account account, long after, Consumer<Entry> reader) {
        var from = after;
        for (var page = pageAfter(account, from); !page.isEmpty(); page = pageAfter(account, from)) {
            page.forEach(stored -> reader.accept(decoded(stored)));
            from = page.getLast().seq();
        }
    }

    private List<StoredEntry> pageAfter(Account account, long after) {
        return readers.read(connection -> new Entries(connection, account).after(after, PAGE));
    }

    @Override
    public Optional<Entry> entry(Account account, long seq) {
        return readers.read(connection -> new Entries(connection, account).at(seq))
                .map(this::decoded);
    }

    @Override
    public List<Entry> newest(Account account, Set<Class<? extends Event>> kinds, long before, int limit) {
        return pageBefore(account, kinds, before, limit).stream()
                .map(this::decoded)
                .toList();
    }

    @Override
    public List<Entry> search(
            Account account, Set<Class<? extends Event>> kinds, String needle, long before, int limit) {
        var sought = Needle.of(needle);
        var found = new ArrayList<Entry>();
        var names = names(kinds);
        var from = before;
        // Common words are found among the latest; rare ones are worth reading many at once.
        for (var size = Math.min(limit, PAGE); found.size() < limit; size = Math.min(2 * size, PAGE)) {
            var page = wordsBefore(account, names, from, size);
            page.stream()
                    .filter(written -> sought.isIn(written.words()))
                    .limit(limit - found.size())
                    .forEach(written -> entry(account, written.seq()).ifPresent(found::add));
            if (page.size() < size) {
                break;
            }
            from = page.getLast().seq();
        }
        return found;
    }

    private List<Entries.Written> wordsBefore(Account account, List<String> kinds, long before, int limit) {
        return readers.read(connection -> new Entries(connection, account).wordsBefore(before, kinds, limit));
    }

    private static List<String> names(Set<Class<? extends Event>> kinds) {
        return kinds.stream().map(EventCodec::kind).sorted().toList();
    }

    private List<StoredEntry> pageBefore(Account account, Set<Class<? extends Event>> kinds, long before, int limit) {
        return readers.read(connection -> new Entries(connection, account).before(before, names(kinds), limit));
    }

    private Entry decoded(StoredEntry stored) {
        try {
            return stored.entry();
        } catch (EventCodec.Unreadable unreadable) {
            throw SqliteFaults.unreadable(file, stored.seq(), unreadable);
        }
    }

    @Override
    public long last(Account account) {
        return readers.read(connection -> new Entries(connection, account).head())
                .seq();
    }

    @Override
    public Optional<TrustedClock.Mark> mark(Account account) {
        return readers.read(connection -> new Clock(connection, account).mark());
    }

    @Override
    public void keepMark(Account account, long after, TrustedClock.Mark mark) {
        write(() -> writer.transaction(() -> {
            if (new Entries(writer, account).head().seq() == after) {
                new Clock(writer, account).keep(mark);
            }
            return account;
        }));
    }

    @Override
    public Optional<Story.Snapshot> snapshot(Account account) {
        return readers.read(connection -> new Snapshots(connection, account).snapshot());
    }

    /// A snapshot that cannot be kept is only a slower start.
    @Override
    public void keepSnapshot(Account account, Story.Snapshot snapshot) {
        try {
            change(account, Snapshots::new, snapshots -> snapshots.keep(snapshot));
        } catch (LedgerFault fault) {
            LOG.warn("The next start will take longer. {}", fault.getMessage());
        }
    }

    private <T> void change(Account account, BiFunction<SqliteConnection, Account, T> table, Consumer<T> change) {
        write(() -> writer.transaction(() -> {
            change.accept(table.apply(writer, account));
            return account;
        }));
    }

    @Override
    public Verification verify(Account account) {
        return readers.read(
                connection -> connection.atOneInstant(() -> new Verifier(connection, account, held::isWhole).verify()));
    }

    /// The accounts that have entries.
    public List<Account> accounts() {
        return readers.read(Entries::accounts);
    }

    @Override
    public void erase(Account account) {
        write(() -> {
            writer.transaction(() -> {
                for (var table : List.of("snapshot", "clock", "head", "words", "entry")) {
                    writer.change("delete from " + table + " where account = ?", account.name());
                }
                return account;
            });
            held.removeUnnamed();
            leaveNoTrace();
            return account;
        });
    }

    private void leaveNoTrace() {
        try {
            writer.run("vacuum");
        } catch (LedgerFault fault) {
            throw new LedgerFault(
                    "Everything is erased, but parts of it may still be found in the bytes of " + file
                            + ": make room on its disk and erase once more.",
                    fault);
        } finally {
            emptyTheLog();
        }
    }

    /// Hands over one state of the ledger, whatever is written meanwhile.
    <T> T readAtOneInstant(Function<SqliteConnection, T> reading) {
        return readers.read(connection -> connection.atOneInstant(() -> reading.apply(connection)));
    }

    /// Does the work in one transaction, all or nothing.
    <T> T writeAtOnce(Function<SqliteConnection, T> work) {
        return write(() -> writer.transaction(() -> work.apply(writer)));
    }

    /// Writes a whole copy, as of now, into an empty file.
    void copyTo(Path copy) {
        try (var connection = SqliteConnection.toCopy(file)) {
            connection.change("vacuum into ?", copy.toString());
        }
    }

    private <T> T write(Supplier<T> work) {
        writing.lock();
        try {
            if (closed) {
                throw SqliteFaults.closed(file);
            }
            return work.get();
        } finally {
            writing.unlock();
        }
    }

    /// Moves what is in the log into the file and empties it, so that burned words do not stay there. Somebody who
    /// reads an older state can delay this; then it is done after the next append, or at the next start.
    private void emptyTheLog() {
        try {
            logHoldsBurnedWords = !writer.emptyLog();
        } catch (LedgerFault fault) {
            logHoldsBurnedWords = true;
            LOG.warn("Words that were burned may still be found in the log of the ledger. {}", fault.getMessage());
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            if (!closed) {
                closed = true;
                readers.close();
                writer.close();
            }
        } finally {
            writing.unlock();
        }
    }
}
