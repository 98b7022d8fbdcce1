package org.nocontact.reading;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;

/// Reads every draft in the same way.
final class MadeUpReader implements MessageReader {
    private final Draft draft;
    boolean wasWarmedUp;
    int reads;

    private MadeUpReader(Draft draft) {
        this.draft = draft;
    }

    static MadeUpReader of(Draft draft) {
        return new MadeUpReader(draft);
    }

    /// A reader that is sure of these labels, and gives every other one this likelihood.
    static MadeUpReader of(double others, OutLabel... labels) {
        return of(draft(others, false, true, labels));
    }

    static Draft draft(double others, boolean cuesAlone, boolean readable, OutLabel... labels) {
        var odds = new EnumMap<OutLabel, Double>(OutLabel.class);
        for (var label : OutLabel.values()) {
            odds.put(label, List.of(labels).contains(label) ? 0.95 : others);
        }
        return new Draft(Set.of(labels), odds, List.of(), List.of(), List.of(), cuesAlone, readable);
    }

    @Override
    public Inbound readIn(String text) {
        return new Inbound.Empty();
    }

    @Override
    public Draft readOut(String text, Set<String> topics) {
        reads++;
        return draft;
    }

    @Override
    public void warmUp() {
        wasWarmedUp = true;
    }

    @Override
    public ModelState await(Duration atMost) {
        return new ModelState.Ready();
    }
}
