package org.nocontact.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How things stand between the person and their rule: the rule in force, what waits to loosen it, what is open for
/// once.
final class Standing {
    private static final Duration GRANTED_FOR = Duration.ofHours(24);
    /// How many allowed attempts can be on their way at once.
    private static final int LATEST_ALLOWED = 20;

    private @Nullable RuleInForce rule;
    private final Map<Long, Pending> pending = new LinkedHashMap<>();
    private final List<Opening> granted = new ArrayList<>();
    private final Map<Long, ReachOut> reachOuts = new TreeMap<>();
    private final Deque<Used> used = new ArrayDeque<>();

    /// An allowed attempt, with what it used up.
    ///
    /// @param opening a release or a look; null when it used none
    /// @param reachOut what it answered; null when it was no answer
    public record Used(
            long attempt,
            Clause clause,
            @Nullable Opening opening,
            @Nullable ReachOut reachOut) {
        private Used labelled(long seq, InboundLabel label) {
            return reachOut != null && reachOut.seq() == seq
                    ? new Used(attempt, clause, opening, reachOut.labelled(label))
                    : this;
        }
    }

    Optional<RuleInForce> rule() {
        return Optional.ofNullable(rule);
    }

    List<Pending> pending() {
        return List.copyOf(pending.values());
    }

    List<ReachOut> reachOuts() {
        return List.copyOf(reachOuts.values());
    }

    List<Opening> openings() {
        if (rule == null || (granted.isEmpty() && reachOuts.isEmpty())) {
            return List.of();
        }
        var pause = rule.rule().replyPause();
        var windows = reachOuts.values().stream().flatMap(reachOut -> reachOut.window(pause).stream());
        return Stream.concat(granted.stream(), windows).toList();
    }

    void begin(Rule begun, Instant at) {
        rule = new RuleInForce(begun, at);
        clear();
    }

    private void clear() {
        pending.clear();
        granted.clear();
        used.removeIf(attempt -> attempt.opening() != null);
    }

    void change(List<Change> changes) {
        if (rule == null) {
            return;
        }
        var changed = Change.applyAll(rule.rule(), changes);
        rule = new RuleInForce(changed, rule.since());
        var coolingOff = changed.coolingOff();
        pending.replaceAll((_, waiting) -> waiting.waitingAtLeast(coolingOff));
        var topics = changed.kind().openTopics();
        granted.removeIf(opening -> opening instanceof Opening.Look look && !topics.contains(look.topic()));
        used.removeIf(attempt -> attempt.opening() instanceof Opening.Look look && !topics.contains(look.topic()));
    }

    void ask(long seq, Loosening loosening, Instant trusted) {
        if (rule != null) {
            pending.put(seq, new Pending(seq, loosening, trusted, rule.rule().coolingOff()));
        }
    }

    void callOff(long asked) {
        pending.remove(asked);
    }

    void confirm(long asked, Instant trusted) {
        var confirmed = pending.remove(asked);
        if (confirmed == null) {
            return;
        }
        switch (confirmed.loosening()) {
            case Loosening.ChangeRule(var changes) -> change(changes);
            case Loosening.EndRule() -> end();
            case Loosening.Release(var letter) -> granted.add(new Opening.Release(letter, trusted.plus(GRANTED_FOR)));
        }
    }

    void look(long held, Topic topic, Instant trusted) {
        granted.add(new Opening.Look(held, topic, trusted.plus(GRANTED_FOR)));
    }

    /// Closes the opening that an allowed attempt went through.
    void use(long attempt, Clause clause) {
        var use = new Used(attempt, clause, openingOf(clause), answeredBy(clause));
        switch (clause) {
            case Clause.Reply(var reachOut) -> reachOuts.remove(reachOut);
            case Clause.ReleasedLetter(var held) -> close(held);
            case Clause.LookedAt(var held, var _) -> close(held);
            case Clause.HeldAct _,
                    Clause.Practice _,
                    Clause.ThroughGoBetween _,
                    Clause.NeedsALook _,
                    Clause.OutsideTheTopics _,
                    Clause.ReplyLater _,
                    Clause.ReplyTooLong _,
                    Clause.Emergency _,
                    Clause.ActLeftOut _,
                    Clause.OpenTopic _ -> {}
        }
        used.addLast(use);
        if (used.size() > LATEST_ALLOWED) {
            used.removeFirst();
        }
    }

    private @Nullable Opening openingOf(Clause clause) {
        return granted.stream()
                .filter(opening -> switch (opening) {
                    case Opening.Release(var held, var _) -> clause.equals(new Clause.ReleasedLetter(held));
                    case Opening.Look(var held, var topic, var _) -> clause.equals(new Clause.LookedAt(held, topic));
                    case Opening.ReplyWindow _ -> false;
                })
                .findFirst()
                .orElse(null);
    }

    private @Nullable ReachOut answeredBy(Clause clause) {
        return clause instanceof Clause.Reply(var reachOut) ? reachOuts.get(reachOut) : null;
    }

    boolean canBeTakenBack(long attempt) {
        return used.stream().anyMatch(use -> use.attempt() == attempt);
    }

    /// Opens again what an attempt used that did not go out, for as long as it would have been open.
    ///
    /// @return the clause that had allowed it; empty when it cannot be taken back
    Optional<Clause> takeBack(long attempt) {
        var taken = used.stream().filter(use -> use.attempt() == attempt).findFirst();
        taken.ifPresent(use -> {
            used.remove(use);
            if (use.opening() != null) {
                granted.add(use.opening());
            }
            if (use.reachOut() != null) {
                receive(use.reachOut());
            }
        });
        return taken.map(Used::clause);
    }

    /// Forgets a letter that was sent or burned: nothing is open for it and nothing waits for it.
    void close(long letter) {
        granted.removeIf(isFor(letter));
        used.removeIf(use -> use.opening() != null && isFor(letter).test(use.opening()));
        pending.values().removeIf(waiting -> waiting.loosening().equals(new Loosening.Release(letter)));
    }

    void receive(ReachOut reachOut) {
        reachOuts.put(reachOut.seq(), reachOut);
    }

    void label(long seq, InboundLabel label) {
        reachOuts.computeIfPresent(seq, (_, reachOut) -> reachOut.labelled(label));
        var relabelled = used.stream().map(use -> use.labelled(seq, label)).toList();
        used.clear();
        used.addAll(relabelled);
    }

    void layAside(long reachOut) {
        reachOuts.remove(reachOut);
        used.removeIf(use -> use.reachOut() != null && use.reachOut().seq() == reachOut);
    }

    /// A reach-out that waits, or whose answer is on its way.
    Optional<ReachOut> unanswered(long seq) {
        return Stream.concat(
                        reachOuts.values().stream(), used.stream().flatMap(use -> Stream.ofNullable(use.reachOut())))
                .filter(reachOut -> reachOut.seq() == seq)
                .findFirst();
    }

    /// Forgets what is over, so that this stays small over the years.
    void tidy(Instant now) {
        granted.removeIf(opening -> now.isAfter(opening.until()));
        pending.values().removeIf(waiting -> waiting.hasLapsed(now));
        reachOuts
                .values()
                .removeIf(reachOut -> now.isAfter(
                        reachOut.taken().plus(Rule.LONGEST_REPLY_PAUSE).plus(ReachOut.OPEN_FOR)));
    }

    private void end() {
        rule = null;
        clear();
    }

    private static Predicate<Opening> isFor(long letter) {
        return opening -> switch (opening) {
            case Opening.Release(var held, var _) -> held == letter;
            case Opening.Look(var held, var _, var _) -> held == letter;
            case Opening.ReplyWindow _ -> false;
        };
    }

    /// As plain values.
    public record Snapshot(
            @Nullable Rule rule,
            @Nullable Instant since,
            List<Pending> pending,
            List<Opening> granted,
            List<ReachOut> reachOuts,
            List<Used> used) {}

    Snapshot snapshot() {
        return new Snapshot(
                rule == null ? null : rule.rule(),
                rule == null ? null : rule.since(),
                pending(),
                List.copyOf(granted),
                reachOuts(),
                List.copyOf(used));
    }

    static Standing of(Snapshot snapshot) {
        var standing = new Standing();
        if (snapshot.rule != null && snapshot.since != null) {
            standing.rule = new RuleInForce(snapshot.rule, snapshot.since);
        }
        snapshot.pending.forEach(waiting -> standing.pending.put(waiting.seq(), waiting));
        standing.granted.addAll(snapshot.granted);
        snapshot.reachOuts.forEach(standing::receive);
        standing.used.addAll(snapshot.used);
        return standing;
    }
}
