package org.nocontact.store;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Account;
import org.nocontact.core.Event;
import org.nocontact.core.Ledger.Verification;
import org.nocontact.core.Ledger.Verification.Broken;
import org.nocontact.core.Ledger.Verification.Whole;
import org.nocontact.core.Story;

/// Compares everything that is kept of an account with what was written.
final class Verifier {
    private static final int PAGE = 500;

    private final SqliteConnection connection;
    private final Entries entries;
    private final Clock clock;
    private final Snapshots snapshots;
    private final ChainCheck chain;
    private final Predicate<String> isWhole;

    /// @param isWhole whether the mail of this name is kept, and is as it was
    Verifier(SqliteConnection connection, Account account, Predicate<String> isWhole) {
        this.isWhole = isWhole;
        this.connection = connection;
        entries = new Entries(connection, account);
        clock = new Clock(connection, account);
        snapshots = new Snapshots(connection, account);
        chain = new ChainCheck(account);
    }

    Verification verify() {
        var snapshot = snapshots.snapshot().orElse(null);
        var broken = walk(snapshot);
        return broken.isPresent()
                ? broken.get()
                : switch (chain.finish(entries.head())) {
                    case Broken atTheEnd -> atTheEnd;
                    case Whole whole -> besideTheChain(whole);
                };
    }

    private Optional<Broken> walk(Story.@Nullable Snapshot snapshot) {
        var last = 0L;
        for (var page = entries.after(last, PAGE); !page.isEmpty(); page = entries.after(last, PAGE)) {
            for (var stored : page) {
                var broken = chain.take(stored);
                if (broken.isPresent()) {
                    return broken;
                }
                var mail = mailOf(stored);
                if (mail.isPresent() && !isWhole.test(mail.get())) {
                    return Optional.of(
                            new Broken(
                                    stored.seq(),
                                    "The mail that entry " + stored.seq()
                                            + " was held with is missing, or not as it was; its words are as they were written."));
                }
                last = stored.seq();
                if (snapshot != null
                        && snapshot.last() == last
                        && !snapshot.equals(chain.story().snapshot())) {
                    return Optional.of(
                            new Broken(
                                    last,
                                    "The snapshot kept at entry " + last
                                            + " is not what the entries add up to; a new one is made once there are more entries."));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> mailOf(StoredEntry stored) {
        return Optional.ofNullable(stored.words())
                .filter(_ -> stored.kind().equals(EventCodec.kind(Event.AttemptHeld.class)))
                .flatMap(Entries::heldMail);
    }

    private Verification besideTheChain(Whole whole) {
        if (snapshots.isDamaged()) {
            return new Broken(
                    whole.entries(),
                    "Every entry is as it was written, but the snapshot kept of them is damaged; a new one is made by"
                            + " itself.");
        }
        if (whole.entries() > 0 && clock.isDamaged()) {
            return new Broken(
                    whole.entries(),
                    "Every entry is as it was written, but the mark kept of the trusted clock is damaged; time goes on"
                            + " from the last entry.");
        }
        return connection
                .fileCheck()
                .<Verification>map(found -> new Broken(
                        whole.entries(),
                        "Every entry is as it was written, but the file has a fault (" + found
                                + "); make a backup, it will be without that fault."))
                .orElse(whole);
    }
}
