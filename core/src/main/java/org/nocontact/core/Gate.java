package org.nocontact.core;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.DraftReader.Draft;
import org.nocontact.core.Verdict.Allow;
import org.nocontact.core.Verdict.Hold;

/// Decides by the person's own rule whether an act may go out. It changes nothing and remembers nothing: whoever asks
/// records the answer, and by that closes the opening that was used.
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
        var goBetween = throughWhom(attempt, rule);
        if (goBetween == null && attempt.act() != Act.THROUGH_SOMEONE && !rule.reachesTheEx(attempt.to())) {
            return Verdict.PASS;
        }
        if (attempt.emergency()) {
            return EMERGENCY;
        }
        var act = goBetween == null ? attempt.act() : Act.THROUGH_SOMEONE;
        var held = goBetween == null ? rule.hold(act) : new Hold(new Clause.ThroughGoBetween(goBetween));
        if (held == null) {
            return new Allow(new Clause.ActLeftOut(act));
        }
        var verdict = verdict(act, attempt, rule, openings, now, held);
        return rule.rule().practice() && verdict instanceof Hold ? new Allow(new Clause.Practice(act)) : verdict;
    }

    private static @Nullable String throughWhom(Attempt attempt, RuleInForce rule) {
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
        return passesOn ? name : null;
    }

    private Verdict verdict(
            Act act, Attempt attempt, RuleInForce rule, List<Opening> openings, Instant now, Hold held) {
        if (openings.isEmpty()) {
            return byTopic(act, attempt, rule, held);
        }
        var opened = throughAnOpening(act, attempt, openings, now);
        if (opened instanceof Allow) {
            return opened;
        }
        var onTopic = byTopic(act, attempt, rule, held);
        return onTopic instanceof Hold && opened != null ? opened : onTopic;
    }

    private Verdict byTopic(Act act, Attempt attempt, RuleInForce rule, Hold held) {
        if (!(rule.rule().kind() instanceof Kind.Limited(var topics)) || !act.canServeATopic()) {
            return held;
        }
        return switch (attempt.words().isEmpty() ? new Draft.NotSure() : drafts.read(draft(attempt.words()), topics)) {
            case Draft.OnTopic(var topic) -> new Allow(new Clause.OpenTopic(topic));
            case Draft.Outside() -> OUTSIDE_THE_TOPICS;
            case Draft.NotSure() -> NEEDS_A_LOOK;
        };
    }

    private static String draft(Words words) {
        var subject = words.part(Words.SUBJECT);
        return subject.isEmpty() ? words.text() : subject + "\n" + words.text();
    }

    /// The verdict by what was opened: an [Allow] where one fits, else a [Hold] that names the window which does not
    /// fit yet, else null.
    private @Nullable Verdict throughAnOpening(Act act, Attempt attempt, List<Opening> openings, Instant now) {
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
                case Opening.ReplyWindow window -> inReply(act, attempt.words(), window, now);
            };
            if (verdict instanceof Allow) {
                return verdict;
            }
            nearest = nearest == null ? verdict : nearest;
        }
        return nearest;
    }

    private static @Nullable Verdict inReply(Act act, Words words, Opening.ReplyWindow window, Instant now) {
        if (act != Act.TEXT && act != Act.EMAIL) {
            return null;
        }
        if (now.isBefore(window.from())) {
            return new Hold(new Clause.ReplyLater(window.reachOut()));
        }
        return words.length() > LONGEST_REPLY
                ? new Hold(new Clause.ReplyTooLong(window.reachOut()))
                : new Allow(new Clause.Reply(window.reachOut()));
    }
}
