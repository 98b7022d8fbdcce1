package org.nocontact.core;

import java.util.Set;

/// Says whether words keep to the topics of a limited rule. The gate asks it; when it is not sure, the gate holds.
@FunctionalInterface
public interface DraftReader {

    Draft read(String text, Set<Topic> topics);

    /// What the words were read as.
    sealed interface Draft {
        /// Calm, and about this topic.
        record OnTopic(Topic topic) implements Draft {}

        /// Off the topics, or not calm.
        record Outside() implements Draft {}

        record NotSure() implements Draft {}
    }

    /// Reads nothing and is never sure: the person looks at each draft.
    static DraftReader leavingItToThePerson() {
        return (_, _) -> new Draft.NotSure();
    }
}
