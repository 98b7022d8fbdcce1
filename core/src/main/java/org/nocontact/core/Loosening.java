package org.nocontact.core;

import java.util.List;

/// What waits for its cooling-off and for being confirmed.
public sealed interface Loosening {

    /// @param changes at least one, all of which loosen
    record ChangeRule(List<Change> changes) implements Loosening {
        public ChangeRule {
            changes = List.copyOf(changes);
            if (changes.isEmpty() || !changes.stream().allMatch(Change::loosens)) {
                throw new IllegalArgumentException("Not changes that loosen: " + changes);
            }
        }
    }

    record EndRule() implements Loosening {}

    /// To send what was held in this event, or a letter that was written on purpose.
    record Release(long letter) implements Loosening {}
}
