package org.nocontact.mail;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Keeper;
import org.nocontact.core.Way;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the rule at the provider up with the person's rule here, and looks after it now and then. Where that fails the
/// watcher still does its work.
///
/// For one thread, but for [#state].
public final class ProviderRules {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderRules.class);
    private static final Duration LOOKED_AFTER = Duration.ofHours(1);
    private static final Duration TRIED_AGAIN_AFTER = Duration.ofMinutes(5);

    private final SieveGuard guard;
    private final Keeper keeper;
    private final InstantSource clock;
    private @Nullable List<Way> kept;
    private Instant due = Instant.MIN;
    private volatile State state = new State.None();

    ProviderRules(SieveGuard guard, Keeper keeper, InstantSource clock) {
        this.guard = guard;
        this.keeper = keeper;
        this.clock = clock;
    }

    /// How the rule at the provider stands.
    public sealed interface State {
        /// There is none, and none is wanted.
        record None() implements State {}

        record Active(Instant looked) implements State {}

        /// @param why one sentence
        record Failing(String why) implements State {}
    }

    State state() {
        return state;
    }

    void keepUp() {
        var ways = keeper.look(
                (story, _) -> story.rule().map(rule -> rule.rule().ways()).orElse(List.of()));
        var now = clock.instant();
        if (ways.equals(kept) && now.isBefore(due)) {
            return;
        }
        due = now.plus(LOOKED_AFTER);
        kept = ways;
        try {
            state = of(guard.keepUp(ways), now);
        } catch (IOException fault) {
            due = now.plus(TRIED_AGAIN_AFTER);
            LOG.warn("The rule at the provider could not be looked after: {}", fault.getMessage());
            state = new State.Failing("Your provider’s server for mail rules cannot be used (" + fault.getMessage()
                    + "); the watcher here moves what comes.");
        }
    }

    private static State of(SieveGuard.Outcome outcome, Instant now) {
        return switch (outcome) {
            case ACTIVE -> new State.Active(now);
            case NOTHING_TO_FILE -> new State.None();
            case ONE_SCRIPT_ONLY ->
                new State.Failing("Your provider runs one script of mail rules only, and you have one of your own; the"
                        + " watcher here moves what comes.");
            case NAME_TAKEN ->
                new State.Failing("You have mail rules named " + SieveGuard.NAME + " that this program did not write;"
                        + " the watcher here moves what comes.");
        };
    }
}
