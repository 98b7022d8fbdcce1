package org.nocontact.core;

import java.util.List;

/// What waits for its cooling-off and for being confirmed.
public sealed interface Loosening {

    record ChangeRule(List<Change> changes) implements Loosening {
        public ChangeRule {
            changes = List.copyOf(changes);
        }
    }

    record EndRule() implements Loosening {}

    /// To send what was held in this event, or a letter that was written on purpose.
    record Release(long letter) implements Loosening {}
}
