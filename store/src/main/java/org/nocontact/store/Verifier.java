package org.nocontact.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Account;
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

    Verifier(SqliteConnection connection, Account account) {
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
