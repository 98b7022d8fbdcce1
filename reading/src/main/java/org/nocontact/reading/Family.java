package org.nocontact.reading;

import java.util.Map;
import java.util.Set;

/// Which labels a family of cues speaks for.
final class Family {
    private static final Map<String, Set<InLabel>> RECEIVED = Map.ofEntries(
            Map.entry("danger", Set.of(InLabel.EMERGENCY)),
            Map.entry("stop", Set.of(InLabel.BOUNDARY)),
            Map.entry("over", Set.of(InLabel.BOUNDARY)),
            Map.entry("blame", Set.of(InLabel.HOSTILE)),
            Map.entry("threat", Set.of(InLabel.HOSTILE, InLabel.EMERGENCY)),
            Map.entry("again", Set.of(InLabel.WANTS_BACK)),
            Map.entry("plead", Set.of(InLabel.WANTS_BACK)),
            Map.entry("sorry", Set.of(InLabel.APOLOGY)),
            Map.entry("arrange", Set.of(InLabel.PRACTICAL)),
            Map.entry("chat", Set.of(InLabel.SMALL_TALK)),
            Map.entry("love", Set.of(InLabel.SMALL_TALK)),
            Map.entry("pain", Set.of(InLabel.HOSTILE)));
    private static final Map<String, Set<OutLabel>> DRAFTED = Map.ofEntries(
            Map.entry("danger", Set.of(OutLabel.CRISIS)),
            Map.entry("over", Set.of(OutLabel.RELATIONSHIP_TALK)),
            Map.entry("blame", Set.of(OutLabel.BLAME)),
            Map.entry("threat", Set.of(OutLabel.PRESSURE)),
            Map.entry("again", Set.of(OutLabel.BEGGING, OutLabel.RELATIONSHIP_TALK)),
            Map.entry("sorry", Set.of(OutLabel.RELATIONSHIP_TALK)),
            Map.entry("arrange", Set.of(OutLabel.PRACTICAL)),
            Map.entry("chat", Set.of(OutLabel.FISHING)),
            Map.entry("love", Set.of(OutLabel.DECLARATION)),
            Map.entry("plead", Set.of(OutLabel.BEGGING)),
            Map.entry("press", Set.of(OutLabel.PRESSURE)),
            Map.entry("pain", Set.of(OutLabel.GUILT)),
            Map.entry("us", Set.of(OutLabel.RELATIONSHIP_TALK)),
            Map.entry("kind", Set.of(OutLabel.RESPECTFUL)));

    private Family() {}

    static boolean speaksFor(Cues.Cue cue, InLabel label) {
        return RECEIVED.getOrDefault(cue.family(), Set.of()).contains(label);
    }

    static boolean speaksFor(Cues.Cue cue, OutLabel label) {
        return DRAFTED.getOrDefault(cue.family(), Set.of()).contains(label);
    }
}
