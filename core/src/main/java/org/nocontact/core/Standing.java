package org.nocontact.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How things stand between the person and their rule: the rule in force, what waits to loosen it, what is open for
/// once.
final class Standing {
    private static final Duration GRANTED_FOR = Duration.ofHours(24);

    private @Nullable RuleInForce rule;
    private final Map<Long, Pending> pending = new LinkedHashMap<>();
    private final List<Opening> granted = new ArrayList<>();
    private final Map<Long, ReachOut> reachOuts = new LinkedHashMap<>();

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
        pending.clear();
        granted.clear();
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
    void use(Clause clause) {
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
    }

    /// Forgets a letter that was sent or burned: nothing is open for it and nothing waits for it.
    void close(long letter) {
        granted.removeIf(isFor(letter));
        pending.values().removeIf(waiting -> waiting.loosening().equals(new Loosening.Release(letter)));
    }

    void receive(ReachOut reachOut) {
        reachOuts.put(reachOut.seq(), reachOut);
    }

    void label(long seq, InboundLabel label) {
        reachOuts.computeIfPresent(seq, (_, reachOut) -> reachOut.labelled(label));
    }

    void layAside(long reachOut) {
        reachOuts.remove(reachOut);
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
        pending.clear();
        granted.clear();
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
            List<ReachOut> reachOuts) {}

    Snapshot snapshot() {
        return new Snapshot(
                rule == null ? null : rule.rule(),
                rule == null ? null : rule.since(),
                pending(),
                List.copyOf(granted),
                reachOuts());
    }

    static Standing of(Snapshot snapshot) {
        var standing = new Standing();
        if (snapshot.rule != null && snapshot.since != null) {
            standing.rule = new RuleInForce(snapshot.rule, snapshot.since);
        }
        snapshot.pending.forEach(waiting -> standing.pending.put(waiting.seq(), waiting));
        standing.granted.addAll(snapshot.granted);
        snapshot.reachOuts.forEach(standing::receive);
        return standing;
    }
}
