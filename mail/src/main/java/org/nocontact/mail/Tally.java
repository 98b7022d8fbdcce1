package org.nocontact.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Keeps a [GateState] for all sessions of a gate.
final class Tally {
    private final Clock clock;
    private final AtomicLong passed = new AtomicLong();
    private final AtomicLong allowed = new AtomicLong();
    private final AtomicLong held = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile @Nullable Instant clientSeen;
    private volatile String clientName = "";
    private volatile @Nullable Instant providerAnswered;
    private volatile GateState.@Nullable Trouble trouble;

    Tally(Clock clock) {
        this.clock = clock;
    }

    void sawClient(String name) {
        clientName = name;
        clientSeen = clock.instant();
    }

    void providerAnswered() {
        providerAnswered = clock.instant();
    }

    void troubled(ProviderTrouble why) {
        trouble = new GateState.Trouble(clock.instant(), String.valueOf(why.getMessage()));
    }

    void passed() {
        passed.incrementAndGet();
    }

    void allowed() {
        allowed.incrementAndGet();
    }

    void held() {
        held.incrementAndGet();
    }

    void refused() {
        refused.incrementAndGet();
    }

    GateState state() {
        return new GateState(
                clientSeen,
                clientName,
                providerAnswered,
                trouble,
                passed.get(),
                allowed.get(),
                held.get(),
                refused.get());
    }
}
