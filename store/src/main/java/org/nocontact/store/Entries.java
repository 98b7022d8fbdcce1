package org.nocontact.store;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nocontact.core.Account;
import org.nocontact.core.Event;
import org.nocontact.core.TrustedClock;
import org.nocontact.core.Words;

/// The entries of one account and the head of its chain, as rows.
final class Entries {
    private static final int PAGE = 500;
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String COLUMNS =
            "select seq, at, trusted, kind, facts, commitment, hash, salt, words from entry left join words using"
                    + " (account, seq) ";

    private final SqliteConnection connection;
    private final Account account;

    Entries(SqliteConnection connection, Account account) {
        this.connection = connection;
        this.account = account;
    }

    /// The end of a chain.
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    record Head(long seq, byte[] hash) {
        static final Head NONE = new Head(0, Hashes.NONE);
    }

    static List<Account> accounts(SqliteConnection connection) {
        return connection.list("select account from head order by account", row -> new Account(row.getString(1)));
    }

    Head head() {
        return connection
                .one(
                        "select seq, hash from head where account = ?",
                        row -> new Head(row.getLong(1), row.getBytes(2)),
                        account.name())
                .orElse(Head.NONE);
    }

    Optional<StoredEntry> at(long seq) {
        return connection.one(COLUMNS + "where account = ? and seq = ?", Entries::stored, account.name(), seq);
    }

    /// The entries after `after`, oldest first, at most `limit`.
    List<StoredEntry> after(long after, int limit) {
        return connection.list(
                COLUMNS + "where account = ? and seq > ? order by seq limit ?",
                Entries::stored,
                account.name(),
                after,
                limit);
    }

    /// The entries before `before` of these kinds (of all when empty), newest first, at most `limit`.
    List<StoredEntry> before(long before, Collection<String> kinds, int limit) {
        if (kinds.isEmpty()) {
            return connection.list(
                    COLUMNS + "where account = ? and seq < ? order by seq desc limit ?",
                    Entries::stored,
                    account.name(),
                    before,
                    limit);
        }
        // The newest of each kind by the index, then the newest of these: one scan over all kinds would read the
        // ledger.
        var ofEach = Collections.nCopies(
                kinds.size(),
                "select seq from (select seq from entry where account = ? and kind = ? and seq < ? order by seq desc"
                        + " limit ?)");
        var values = Stream.concat(
                Stream.<Object>of(account.name()),
                Stream.concat(
                        kinds.stream().flatMap(kind -> Stream.<Object>of(account.name(), kind, before, limit)),
                        Stream.of(limit)));
        return connection.list(
                COLUMNS + "where account = ? and seq in (" + String.join(" union all ", ofEach)
                        + ") order by seq desc limit ?",
                Entries::stored,
                values.toArray());
    }

    /// What a person wrote or received.
    ///
    /// @param words JSON
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    record Written(long seq, byte[] words) {}

    /// The words of the entries before `before` of these kinds (of all when empty), newest first, at most `limit`.
    List<Written> wordsBefore(long before, Collection<String> kinds, int limit) {
        var ofTheKinds = kinds.isEmpty()
                ? ""
                : " and (select kind from entry where entry.account = words.account and entry.seq = words.seq) in ("
                        + String.join(", ", Collections.nCopies(kinds.size(), "?")) + ")";
        var values = new ArrayList<Object>();
        values.add(account.name());
        values.add(before);
        values.addAll(kinds);
        values.add(limit);
        return connection.list(
                "select seq, words from words where account = ? and seq < ? and words is not null" + ofTheKinds
                        + " order by seq desc limit ?",
                row -> new Written(row.getLong(1), row.getBytes(2)),
                values.toArray());
    }

    private static StoredEntry stored(ResultSet row) throws SQLException {
        return new StoredEntry(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBytes(5),
                row.getBytes(6),
                row.getBytes(7),
                row.getBytes(8),
                row.getBytes(9));
    }

    /// Adds an event after `head` and returns the new head, which [#keep] still has to keep.
    Head add(Head head, Event event, TrustedClock.Mark mark) {
        var salt = event.words().isEmpty() ? null : newSalt();
        var words = salt == null ? null : EventCodec.words(event.words());
        var unchained = new StoredEntry(
                head.seq + 1,
                mark.reading().wall().toString(),
                mark.trusted().toString(),
                EventCodec.kind(event.getClass()),
                EventCodec.facts(event),
                salt == null || words == null ? Hashes.NONE : StoredEntry.commitment(salt, words),
                Hashes.NONE,
                salt,
                words);
        var entry = unchained.withHash(unchained.hash(head.hash, account));
        insert(entry);
        return new Head(entry.seq(), entry.hash());
    }

    void insert(StoredEntry entry) {
        connection.change(
                "insert into entry (account, seq, kind, at, trusted, facts, commitment, hash)"
                        + " values (?, ?, ?, ?, ?, cast(? as text), ?, ?)",
                account.name(),
                entry.seq(),
                entry.kind(),
                entry.at(),
                entry.trusted(),
                entry.facts(),
                entry.commitment(),
                entry.hash());
        if (entry.hadWords()) {
            connection.change(
                    "insert into words (account, seq, salt, words) values (?, ?, ?, cast(? as text))",
                    account.name(),
                    entry.seq(),
                    entry.salt(),
                    entry.words());
        }
    }

    /// The names of the mails in all letters of all accounts that still have their words.
    static Set<String> heldMails(SqliteConnection connection) {
        return accounts(connection).stream()
                .flatMap(account -> new Entries(connection, account).heldMails().stream())
                .collect(Collectors.toSet());
    }

    /// The names of the mails in the letters that still have their words, newest first.
    List<String> heldMails() {
        var kind = List.of(EventCodec.kind(Event.AttemptHeld.class));
        var names = new ArrayList<String>();
        var from = Long.MAX_VALUE;
        for (var page = wordsBefore(from, kind, PAGE); !page.isEmpty(); page = wordsBefore(from, kind, PAGE)) {
            page.forEach(written -> heldMail(written.words()).ifPresent(names::add));
            from = page.getLast().seq();
        }
        return names;
    }

    /// The name of the mail that this letter was held with.
    Optional<String> heldMail(long letter) {
        return at(letter).flatMap(entry -> entry.words() == null ? Optional.empty() : heldMail(entry.words()));
    }

    /// @param words JSON
    static Optional<String> heldMail(byte[] words) {
        return Optional.of(EventCodec.words(words).part(Words.MESSAGE)).filter(HeldFolder::isAName);
    }

    void burn(long seq) {
        connection.change(
                "update words set salt = null, words = null where account = ? and seq = ?", account.name(), seq);
    }

    private static byte[] newSalt() {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }

    void keep(Head head) {
        connection.change(
                "insert into head (account, seq, hash) values (?, ?, ?)"
                        + " on conflict (account) do update set seq = excluded.seq, hash = excluded.hash",
                account.name(),
                head.seq,
                head.hash);
    }
}
