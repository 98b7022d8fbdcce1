package org.nocontact.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Event;
import org.nocontact.core.Rule;
import org.nocontact.core.TurnedClock;

/// A site on a clock to turn, and the person whose rule is about Daniel, at 11:00 on Monday 2 March.
final class PersonWithARule implements AutoCloseable {
    final TurnedClock clock = new TurnedClock();
    final TrialSite trial = new TrialSite(clock, 0);
    final Visitor visitor = Visitor.to(trial);

    PersonWithARule() {
        this(Rule.about("Daniel"));
    }

    /// @param rule null for somebody who has not made one yet
    PersonWithARule(@Nullable Rule rule) {
        if (rule != null) {
            trial.keeper.setRule(rule, null);
        }
    }

    /// Time passes, and the person is there every day of it.
    void lives(Duration time) {
        for (var left = time; left.isPositive(); left = left.minusDays(1)) {
            clock.passes(left.compareTo(Duration.ofDays(1)) < 0 ? left : Duration.ofDays(1));
            trial.keeper.seeToday();
        }
    }

    /// The events of this type, oldest first.
    <E extends Event> List<E> events(Class<E> type) {
        var found = new ArrayList<E>();
        trial.ledger.read(trial.keeper.account(), 0, entry -> {
            if (type.isInstance(entry.event())) {
                found.add(type.cast(entry.event()));
            }
        });
        return found;
    }

    long last() {
        return trial.ledger.last(trial.keeper.account());
    }

    @Override
    public void close() {
        trial.close();
    }
}
