package org.nocontact.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A ledger that lasts as long as the test. It keeps every promise of [Ledger] but the one to be durable.
public final class InMemoryLedger implements Ledger {
    private static final String BEFORE_THE_FIRST = "0".repeat(64);

    /// One account's: the entries, and the hash of each.
    private static final class Book {
        private final List<Entry> entries = new ArrayList<>();
        private final List<String> hashes = new ArrayList<>();
        private TrustedClock.@Nullable Mark mark;
        private Story.@Nullable Snapshot snapshot;
    }

    private final Map<Account, Book> books = new HashMap<>();

    @Override
    public synchronized List<Entry> append(Account account, long after, List<Event> events, TrustedClock.Mark mark) {
        var last = last(account);
        if (last != after) {
            throw new LedgerMovedOn(after, last);
        }
        var book = books.computeIfAbsent(account, _ -> new Book());
        var added = new ArrayList<Entry>();
        for (var event : events) {
            var entry = new Entry(last + added.size() + 1, mark.reading().wall(), mark.trusted(), event, false);
            added.add(entry);
            book.entries.add(entry);
            book.hashes.add(hash(book.hashes.isEmpty() ? BEFORE_THE_FIRST : book.hashes.getLast(), entry));
            if (event instanceof Event.LetterBurned(var letter)) {
                burn(book, letter);
            }
        }
        book.mark = mark;
        return List.copyOf(added);
    }

    @Override
    public void read(Account account, long after, Consumer<Entry> reader) {
        entries(account).stream().filter(entry -> entry.seq() > after).forEach(reader);
    }

    @Override
    public synchronized Optional<Entry> entry(Account account, long seq) {
        return seq < 1 || seq > last(account)
                ? Optional.empty()
                : Optional.of(book(account).entries.get((int) seq - 1));
    }

    @Override
    public List<Entry> newest(Account account, Set<Class<? extends Event>> kinds, long before, int limit) {
        return newest(account, kinds, _ -> true, before, limit);
    }

    @Override
    public List<Entry> search(
            Account account, Set<Class<? extends Event>> kinds, String needle, long before, int limit) {
        var lower = needle.toLowerCase(Locale.ROOT);
        return newest(
                account,
                kinds,
                entry -> entry.event().words().parts().values().stream()
                        .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(lower)),
                before,
                limit);
    }

    private List<Entry> newest(
            Account account, Set<Class<? extends Event>> kinds, Predicate<Entry> fits, long before, int limit) {
        return entries(account).reversed().stream()
                .filter(entry -> entry.seq() < before)
                .filter(entry -> kinds.isEmpty() || kinds.contains(entry.event().getClass()))
                .filter(fits)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized long last(Account account) {
        return book(account).entries.size();
    }

    @Override
    public synchronized Optional<TrustedClock.Mark> mark(Account account) {
        return Optional.ofNullable(books.get(account)).map(book -> book.mark);
    }

    @Override
    public synchronized void keepMark(Account account, long after, TrustedClock.Mark mark) {
        var book = books.get(account);
        if (book != null && book.entries.size() == after) {
            book.mark = mark;
        }
    }

    @Override
    public synchronized Optional<Story.Snapshot> snapshot(Account account) {
        return Optional.ofNullable(books.get(account)).map(book -> book.snapshot);
    }

    @Override
    public synchronized void keepSnapshot(Account account, Story.Snapshot snapshot) {
        var book = books.get(account);
        if (book != null && snapshot.last() <= book.entries.size()) {
            book.snapshot = snapshot;
        }
    }

    @Override
    public synchronized Verification verify(Account account) {
        var book = book(account);
        return new Verification.Whole(
                book.entries.size(), book.hashes.isEmpty() ? BEFORE_THE_FIRST : book.hashes.getLast());
    }

    @Override
    public synchronized void erase(Account account) {
        books.remove(account);
    }

    @Override
    public void close() {}

    private synchronized List<Entry> entries(Account account) {
        return List.copyOf(book(account).entries);
    }

    private synchronized Book book(Account account) {
        return books.getOrDefault(account, new Book());
    }

    private static void burn(Book book, long letter) {
        var index = (int) letter - 1;
        if (index < 0 || index >= book.entries.size()) {
            return;
        }
        var kept = book.entries.get(index);
        var bare = withoutWords(kept.event());
        book.entries.set(index, new Entry(kept.seq(), kept.at(), kept.trusted(), bare, true));
    }

    private static Event withoutWords(Event event) {
        return switch (event) {
            case Event.AttemptHeld held ->
                new Event.AttemptHeld(held.act(), held.to(), held.clause(), held.guard(), Words.NONE);
            case Event.LetterWritten _ -> new Event.LetterWritten(Words.NONE);
            default -> throw new IllegalArgumentException("Not a letter: " + event);
        };
    }

    private static String hash(String before, Entry entry) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest((before + entry).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
