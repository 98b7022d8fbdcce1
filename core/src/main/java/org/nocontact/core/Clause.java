package org.nocontact.core;

import java.util.Locale;

/// The part of the rule that a verdict rests on. [#id()] is its word on the wire; [ClauseWords] says it in plain words.
public sealed interface Clause {

    /// The rule holds this act.
    record HeldAct(Act act) implements Clause {}

    /// The rule is practised, not kept: this is what would have been held.
    record Practice(Act act) implements Clause {}

    /// Contact would run through a go-between.
    record ThroughGoBetween(String name) implements Clause {}

    /// A limited rule leaves room for its topics, and nobody has looked whether this is one of them.
    record NeedsALook() implements Clause {}

    /// A limited rule was asked, and these words are not on its topics, or not calm.
    record OutsideTheTopics() implements Clause {}

    /// The reply window of a reach-out opens later.
    record ReplyLater(long reachOut) implements Clause {}

    /// One answer is allowed, and this one is longer than a brief one.
    record ReplyTooLong(long reachOut) implements Clause {}

    /// An emergency is never held.
    record Emergency() implements Clause {}

    /// The person took this act out of the rule.
    record ActLeftOut(Act act) implements Clause {}

    /// The one answer to a reach-out.
    record Reply(long reachOut) implements Clause {}

    /// A letter whose release was confirmed after the cooling-off.
    record ReleasedLetter(long letter) implements Clause {}

    /// The person looked at a held draft and said which topic it serves.
    record LookedAt(long held, Topic topic) implements Clause {}

    /// A topic that the limited rule leaves open.
    record OpenTopic(Topic topic) implements Clause {}

    /// Whether what is allowed by this clause is allowed once.
    default boolean usesAnOpening() {
        return this instanceof Reply || this instanceof ReleasedLetter || this instanceof LookedAt;
    }

    /// The word on the wire, such as `held-act`; stable.
    default String id() {
        return switch (this) {
            case HeldAct _ -> "held-act";
            case Practice _ -> "practice";
            case ThroughGoBetween _ -> "through-go-between";
            case NeedsALook _ -> "needs-a-look";
            case OutsideTheTopics _ -> "outside-the-topics";
            case ReplyLater _ -> "reply-later";
            case ReplyTooLong _ -> "reply-too-long";
            case Emergency _ -> "emergency";
            case ActLeftOut _ -> "act-left-out";
            case Reply _ -> "reply";
            case ReleasedLetter _ -> "released-letter";
            case LookedAt _ -> "looked-at";
            case OpenTopic _ -> "open-topic";
        };
    }

    /// One plain sentence that names the clause.
    default String why(Locale locale) {
        return ClauseWords.of(this, locale);
    }
}
