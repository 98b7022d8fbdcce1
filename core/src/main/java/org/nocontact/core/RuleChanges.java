package org.nocontact.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Keeper.Confirmation;
import org.nocontact.core.Keeper.Outcome;

/// How the rule comes into force and changes: what tightens at once, what loosens after its cooling-off.
///
/// Each method is one decision.
final class RuleChanges {
    private final Scribe scribe;
    private final Letters letters;

    RuleChanges(Scribe scribe, Letters letters) {
        this.scribe = scribe;
        this.letters = letters;
    }

    Outcome set(Rule wanted, @Nullable LocalDate lastContact, Now now) {
        var current = scribe.story().rule().map(RuleInForce::rule).orElse(null);
        return current == null ? begin(wanted, lastContact, now) : revise(current, wanted, now);
    }

    private Outcome begin(Rule rule, @Nullable LocalDate lastContact, Now now) {
        if (lastContact != null) {
            Bounds.checkLastContact(lastContact, now);
        }
        scribe.record(now, new Event.RuleBegun(rule, now.day(), lastContact));
        return new Outcome(true, List.of(), List.of());
    }

    private Outcome revise(Rule current, Rule wanted, Now now) {
        var revision = Revision.between(current, wanted);
        checkThatItFits(revision.tightening(), current);
        var events = new ArrayList<Event>();
        if (!revision.tightening().isEmpty()) {
            events.add(new Event.RuleTightened(revision.tightening()));
        }
        var waitAlready = changesThatWait(now);
        revision.loosening().stream()
                .filter(change -> !waitAlready.contains(change))
                .map(change -> new Event.LooseningAsked(new Loosening.ChangeRule(List.of(change))))
                .forEach(events::add);
        if (!events.isEmpty()) {
            scribe.record(now, events);
        }
        return new Outcome(false, revision.tightening(), waitingFor(revision.loosening(), now));
    }

    /// What was written down could not be taken back: so it is tried before.
    private static void checkThatItFits(List<Change> tightening, Rule current) {
        var _ = Change.applyAll(current, tightening);
    }

    private Set<Change> changesThatWait(Now now) {
        return scribe.story().pending(now.trusted()).stream()
                .flatMap(waiting -> changes(waiting).stream())
                .collect(Collectors.toSet());
    }

    private List<Pending> waitingFor(List<Change> loosening, Now now) {
        var asked = new HashSet<>(loosening);
        return scribe.story().pending(now.trusted()).stream()
                .filter(waiting -> changes(waiting).stream().anyMatch(asked::contains))
                .toList();
    }

    private static List<Change> changes(Pending waiting) {
        return waiting.loosening() instanceof Loosening.ChangeRule(var changes) ? changes : List.of();
    }

    Optional<Pending> ask(Loosening loosening, Now now) {
        if (scribe.story().rule().isEmpty()
                || (loosening instanceof Loosening.Release(var letter) && !canBeSent(letter))) {
            return Optional.empty();
        }
        var waiting = pending(loosening, now);
        if (waiting.isEmpty()) {
            scribe.record(now, new Event.LooseningAsked(loosening));
            waiting = pending(loosening, now);
        }
        return waiting;
    }

    private boolean canBeSent(long letter) {
        return !scribe.story().wasSent(letter) && letters.kept(letter).isPresent();
    }

    private Optional<Pending> pending(Loosening loosening, Now now) {
        return scribe.story().pending(now.trusted()).stream()
                .filter(waiting -> waiting.loosening().equals(loosening))
                .findFirst();
    }

    boolean callOff(long asked, Now now) {
        var waits = pending(asked, now).isPresent();
        if (waits) {
            scribe.record(now, new Event.LooseningCalledOff(asked));
        }
        return waits;
    }

    Confirmation confirm(long asked, Now now) {
        var waiting = pending(asked, now).orElse(null);
        if (waiting == null) {
            return new Confirmation.Gone();
        }
        if (!waiting.isReady(now.trusted())) {
            return new Confirmation.NotYet(waiting.readyAt());
        }
        scribe.record(now, new Event.LooseningConfirmed(asked));
        return new Confirmation.Done(waiting.loosening());
    }

    private Optional<Pending> pending(long asked, Now now) {
        return scribe.story().pending(now.trusted()).stream()
                .filter(waiting -> waiting.seq() == asked)
                .findFirst();
    }
}
