package org.nocontact.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.InboundLabel;

/// First sentences of an answer, to go on from in one's own words.
final class Openings {
    private Openings() {}

    /// The names of those that fit this label; none for a boundary, which asks for no answer.
    static List<String> of(@Nullable InboundLabel label) {
        return switch (label) {
            case null -> List.of();
            case EMERGENCY -> List.of("help", "call");
            case BOUNDARY -> List.of();
            case HOSTILE -> List.of("matter", "rest");
            case WANTS_BACK -> List.of("think", "no");
            case APOLOGY -> List.of("thanks", "rest");
            case PRACTICAL -> List.of("yes", "no", "later");
            case SMALL_TALK -> List.of("kind", "friends", "lovers");
        };
    }

    /// The words of an opening that was chosen; empty where there is no such one.
    static Optional<String> words(@Nullable InboundLabel label, String name, Texts t) {
        return label != null && of(label).contains(name)
                ? Optional.of(t.say("opening." + label.word() + "." + name))
                : Optional.empty();
    }
}
