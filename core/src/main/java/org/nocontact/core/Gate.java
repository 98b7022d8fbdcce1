package org.nocontact.core;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.DraftReader.Draft;
import org.nocontact.core.Verdict.Allow;
import org.nocontact.core.Verdict.Hold;

/// Decides by the person's own rule whether an act may go out. It changes nothing and remembers nothing: whoever asks
/// records the
/// answer, and by that closes the opening that was used.
///
/// In doubt it holds. What is not about the ex passes; an emergency is allowed on any channel.
public final class Gate {
    /// The most characters of a brief answer; a long text message has about this length.
    public static final int LONGEST_REPLY = 600;

    private static final Allow EMERGENCY = new Allow(new Clause.Emergency());
    private static final Hold NEEDS_A_LOOK = new Hold(new Clause.NeedsALook());
    private static final Hold OUTSIDE_THE_TOPICS = new Hold(new Clause.OutsideTheTopics());

    private final DraftReader drafts;
    private final HeldBefore heldBefore;

    public Gate(DraftReader drafts, HeldBefore heldBefore) {
        this.drafts = drafts;
        this.heldBefore = heldBefore;
    }

    /// Says whether an attempt would send just what an earlier entry kept back.
    @FunctionalInterface
    public interface HeldBefore {
        boolean matches(long held, Attempt attempt);
    }

    /// @param openings what was opened and not yet used, expired ones included
    /// @param now the trusted instant
    public Verdict decide(Attempt attempt, RuleInForce rule, List<Opening> openings, Instant now) {
        var through = throughGoBetween(attempt, rule);
        if (through == null && attempt.act() != Act.THROUGH_SOMEONE && !rule.reachesTheEx(attempt.to())) {
            return Verdict.PASS;
        }
        if (attempt.emergency()) {
            return EMERGENCY;
        }
        var held = through == null ? rule.hold(attempt.act()) : through;
        if (held == null) {
            return new Allow(new Clause.ActLeftOut(attempt.act()));
        }
        var verdict = verdict(attempt, rule, openings, now, held);
        return rule.rule().practice() && verdict instanceof Hold
                ? new Allow(new Clause.Practice(attempt.act()))
                : verdict;
    }

    private static @Nullable Hold throughGoBetween(Attempt attempt, RuleInForce rule) {
        if (!rule.hasGoBetweens() || rule.hold(Act.THROUGH_SOMEONE) == null) {
            return null;
        }
        var name = rule.goBetween(attempt.to());
        if (name == null) {
            return null;
        }
        var passesOn = attempt.act() == Act.THROUGH_SOMEONE
                || rule.asksToPassOn(attempt.words().text())
                || rule.asksToPassOn(attempt.words().part(Words.SUBJECT));
        return passesOn ? new Hold(new Clause.ThroughGoBetween(name)) : null;
    }

    private Verdict verdict(Attempt attempt, RuleInForce rule, List<Opening> openings, Instant now, Hold held) {
        if (!openings.isEmpty()) {
            var opened = throughAnOpening(attempt, openings, now);
            if (opened instanceof Allow) {
                return opened;
            }
            var onTopic = byTopic(attempt, rule, held);
            return onTopic instanceof Hold && opened != null ? opened : onTopic;
        }
        return byTopic(attempt, rule, held);
    }

    private Verdict byTopic(Attempt attempt, RuleInForce rule, Hold held) {
        if (!(rule.rule().kind() instanceof Kind.Limited(var topics))
                || !attempt.act().canServeATopic()) {
            return held;
        }
        var text = attempt.words().text();
        return switch (text.isEmpty() ? new Draft.NotSure() : drafts.read(text, topics)) {
            case Draft.OnTopic(var topic) -> new Allow(new Clause.OpenTopic(topic));
            case Draft.Outside() -> OUTSIDE_THE_TOPICS;
            case Draft.NotSure() -> NEEDS_A_LOOK;
        };
    }

    /// The verdict by what was opened: an [Allow] where one fits, else a [Hold] that names the window which does not
    /// fit yet, else null.
    private @Nullable Verdict throughAnOpening(Attempt attempt, List<Opening> openings, Instant now) {
        Verdict nearest = null;
        for (var opening : openings) {
            if (now.isAfter(opening.until())) {
                continue;
            }
            var verdict = switch (opening) {
                case Opening.Release(var held, var _) ->
                    heldBefore.matches(held, attempt) ? new Allow(new Clause.ReleasedLetter(held)) : null;
                case Opening.Look(var held, var topic, var _) ->
                    heldBefore.matches(held, attempt) ? new Allow(new Clause.LookedAt(held, topic)) : null;
                case Opening.ReplyWindow window -> inReply(attempt, window, now);
            };
            if (verdict instanceof Allow) {
                return verdict;
            }
            nearest = nearest == null ? verdict : nearest;
        }
        return nearest;
    }

    private static @Nullable Verdict inReply(Attempt attempt, Opening.ReplyWindow window, Instant now) {
        if (attempt.act() != Act.TEXT && attempt.act() != Act.EMAIL) {
            return null;
        }
        if (now.isBefore(window.from())) {
            return new Hold(new Clause.ReplyLater(window.reachOut()));
        }
        var length = attempt.words().text().strip().length();
        return length > LONGEST_REPLY
                ? new Hold(new Clause.ReplyTooLong(window.reachOut()))
                : new Allow(new Clause.Reply(window.reachOut()));
    }
}
