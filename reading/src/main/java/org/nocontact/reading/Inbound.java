package org.nocontact.reading;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.nocontact.core.InboundLabel;

/// What a message from the ex is. The text is labelled, never the person.
public sealed interface Inbound {
    double CERTAIN_BOUNDARY = 0.7;

    /// The words that carry the reading, in the order of the text.
    List<Span> evidence();

    /// Whether the cues alone answered, because the model was not there; then more is to be held.
    boolean cuesAlone();

    /// The label that may be noted without asking the person: one that the model is sure of. A boundary cannot be taken
    /// back, so that it has to be surer than the rest.
    default Optional<InboundLabel> certain() {
        return this instanceof Sure sure
                        && !sure.cuesAlone()
                        && (sure.label() != InLabel.BOUNDARY || sure.confidence() >= CERTAIN_BOUNDARY)
                ? Optional.of(InboundLabel.valueOf(sure.label().name()))
                : Optional.empty();
    }

    /// Whether the text speaks of someone's life, health or safety at stake now, as far as words can tell.
    default boolean danger() {
        return switch (this) {
            case Sure sure -> sure.label() == InLabel.EMERGENCY;
            case NotSure two -> two.first() == InLabel.EMERGENCY || two.second() == InLabel.EMERGENCY;
            case CannotRead unread -> unread.danger();
            case Empty _ -> false;
        };
    }

    /// One label, with how likely it and every other one is.
    ///
    /// @param practical the sentences that ask for or give something to be arranged, whatever the label is
    record Sure(
            InLabel label,
            double confidence,
            Map<InLabel, Double> confidences,
            List<Span> evidence,
            List<Span> practical,
            boolean cuesAlone)
            implements Inbound {
        public Sure {
            Objects.requireNonNull(label, "label");
            confidences = Map.copyOf(confidences);
            evidence = List.copyOf(evidence);
            practical = List.copyOf(practical);
        }
    }

    /// Two labels are about as likely.
    record NotSure(
            InLabel first,
            InLabel second,
            Map<InLabel, Double> confidences,
            List<Span> evidence,
            List<Span> practical,
            boolean cuesAlone)
            implements Inbound {
        public NotSure {
            Objects.requireNonNull(first, "first");
            Objects.requireNonNull(second, "second");
            confidences = Map.copyOf(confidences);
            evidence = List.copyOf(evidence);
            practical = List.copyOf(practical);
        }
    }

    /// The message is not in English. Words of danger are looked for all the same.
    record CannotRead(boolean danger, List<Span> evidence) implements Inbound {
        public CannotRead {
            evidence = List.copyOf(evidence);
        }

        @Override
        public boolean cuesAlone() {
            return true;
        }
    }

    /// There is nothing in it to read.
    record Empty() implements Inbound {
        @Override
        public List<Span> evidence() {
            return List.of();
        }

        @Override
        public boolean cuesAlone() {
            return false;
        }
    }
}
