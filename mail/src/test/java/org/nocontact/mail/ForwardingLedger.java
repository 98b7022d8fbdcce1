package org.nocontact.mail;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.nocontact.core.Account;
import org.nocontact.core.Entry;
import org.nocontact.core.Event;
import org.nocontact.core.Ledger;
import org.nocontact.core.Story;
import org.nocontact.core.TrustedClock;

/// A ledger that lets a test step in before something is written.
class ForwardingLedger implements Ledger {
    private final Ledger ledger;

    ForwardingLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    void beforeAppend() {}

    @Override
    public List<Entry> append(Account account, long after, List<Event> events, TrustedClock.Mark mark) {
        beforeAppend();
        return ledger.append(account, after, events, mark);
    }

    @Override
    public void read(Account account, long after, Consumer<Entry> reader) {
        ledger.read(account, after, reader);
    }

    @Override
    public Optional<Entry> entry(Account account, long seq) {
        return ledger.entry(account, seq);
    }

    @Override
    public List<Entry> newest(Account account, Set<Class<? extends Event>> kinds, long before, int limit) {
        return ledger.newest(account, kinds, before, limit);
    }

    @Override
    public List<Entry> search(
            Account account, Set<Class<? extends Event>> kinds, String needle, long before, int limit) {
        return ledger.search(account, kinds, needle, before, limit);
    }

    @Override
    public long last(Account account) {
        return ledger.last(account);
    }

    @Override
    public Optional<TrustedClock.Mark> mark(Account account) {
        return ledger.mark(account);
    }

    @Override
    public void keepMark(Account account, long after, TrustedClock.Mark mark) {
        ledger.keepMark(account, after, mark);
    }

    @Override
    public Optional<Story.Snapshot> snapshot(Account account) {
        return ledger.snapshot(account);
    }

    @Override
    public void keepSnapshot(Account account, Story.Snapshot snapshot) {
        ledger.keepSnapshot(account, snapshot);
    }

    @Override
    public Verification verify(Account account) {
        return ledger.verify(account);
    }

    @Override
    public void erase(Account account) {
        ledger.erase(account);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
