package org.nocontact.reading;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a draft to the ex holds.
///
/// @param labels every label that applies, danger first
/// @param confidences how likely each label is that can be learnt
/// @param evidence the words that carry the labels, in the order of the text
/// @param practical the sentences that arrange something
/// @param remarks what could be said more calmly, and how
/// @param cuesAlone whether the cues alone answered, because the model was not there; then more is to be held
/// @param readable whether it is in English; if not, only words of danger were looked for
public record Draft(
        Set<OutLabel> labels,
        Map<OutLabel, Double> confidences,
        List<Span> evidence,
        List<Span> practical,
        List<Remark> remarks,
        boolean cuesAlone,
        boolean readable) {
    private static final Set<OutLabel> CALM = EnumSet.of(OutLabel.PRACTICAL, OutLabel.RESPECTFUL);

    public Draft {
        var ordered = EnumSet.noneOf(OutLabel.class);
        ordered.addAll(labels);
        labels = Collections.unmodifiableSet(ordered);
        var odds = new EnumMap<OutLabel, Double>(OutLabel.class);
        odds.putAll(confidences);
        confidences = Collections.unmodifiableMap(odds);
        evidence = List.copyOf(evidence);
        practical = List.copyOf(practical);
        remarks = List.copyOf(remarks);
    }

    /// Whether it says or plainly means danger to someone's life; this goes before everything else.
    public boolean danger() {
        return labels.contains(OutLabel.CRISIS);
    }

    /// Whether it was read, holds something calm and nothing else: on topic, and free of pleading, pressing, blame and
    /// the
    /// rest. In doubt it is not.
    public boolean calm() {
        return readable && !labels.isEmpty() && CALM.containsAll(labels);
    }
}
