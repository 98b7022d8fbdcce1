package org.nocontact.core;

import java.util.Set;

/// How much contact the rule leaves. Both kinds are without an end date: the rule counts up.
public sealed interface Kind {

    /// No contact at all.
    record Indefinite() implements Kind {}

    /// Only the agreed topics, at least one.
    record Limited(Set<Topic> topics) implements Kind {
        public Limited {
            topics = Set.copyOf(topics);
            InvalidRule.unless(!topics.isEmpty(), "A limited rule needs at least one topic, such as children or work.");
        }
    }

    /// The topics left open, none for [Indefinite].
    default Set<Topic> openTopics() {
        return switch (this) {
            case Indefinite() -> Set.of();
            case Limited(var topics) -> topics;
        };
    }

    /// The kind that leaves exactly these topics open.
    static Kind leaving(Set<Topic> topics) {
        return topics.isEmpty() ? new Indefinite() : new Limited(topics);
    }
}
