package org.nocontact.core;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Where the events are kept: append-only, per account, each entry carrying the hash of the one before.
///
/// Safe for several threads, and for several programs: an append says after which entry it was decided, and is refused
/// with
/// [LedgerMovedOn] when another writer was faster.
public interface Ledger extends AutoCloseable {

    /// Adds the events, all or none, numbered from `after + 1`. They are durable when this returns. The words of an
    /// entry that a
    /// [Event.LetterBurned] names are erased in the same step.
    ///
    /// @param after the number of the last entry that the caller knows, 0 for an empty ledger
    /// @throws LedgerMovedOn if that is not the last entry; nothing was added
    /// @throws LedgerFault if they could not be made durable; nothing was added
    List<Entry> append(Account account, long after, List<Event> events, TrustedClock.Mark mark);

    /// Hands over the entries after `after`, oldest first.
    void read(Account account, long after, Consumer<Entry> reader);

    Optional<Entry> entry(Account account, long seq);

    /// The newest entries before `before` that are one of `kinds` (all when empty), newest first, at most `limit`.
    List<Entry> newest(Account account, Set<Class<? extends Event>> kinds, long before, int limit);

    /// As [#newest], of those whose words contain `needle`, letter case aside.
    List<Entry> search(Account account, Set<Class<? extends Event>> kinds, String needle, long before, int limit);

    /// The number of the last entry, 0 for an empty ledger.
    long last(Account account);

    /// The latest mark of the trusted clock, empty before the first append.
    Optional<TrustedClock.Mark> mark(Account account);

    /// Keeps a later mark without an event.
    ///
    /// @param after the number of the last entry that the caller knows; if another is the last, nothing happens
    void keepMark(Account account, long after, TrustedClock.Mark mark);

    /// A snapshot kept earlier, if it still fits what the ledger holds; see [Story].
    Optional<Story.Snapshot> snapshot(Account account);

    void keepSnapshot(Account account, Story.Snapshot snapshot);

    /// Checks every hash of the chain, the words included.
    Verification verify(Account account);

    /// Erases the account with all that is kept of it.
    void erase(Account account);

    @Override
    void close();

    /// What [#verify] found.
    sealed interface Verification {
        /// @param lastHash the hash of the last entry, in hexadecimal; written down elsewhere, it proves later what the
        /// ledger held today
        record Whole(long entries, String lastHash) implements Verification {}

        /// @param why one plain sentence
        record Broken(long seq, String why) implements Verification {}
    }
}
