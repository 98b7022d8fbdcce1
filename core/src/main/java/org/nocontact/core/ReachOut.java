package org.nocontact.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something that the ex sent and that has not been answered or laid aside.
///
/// @param seq the number of the entry that holds its words
/// @param came when it came, by the clock on the wall
/// @param taken when it was taken in, by the trusted clock
/// @param label what it says, once it was read
public record ReachOut(
        long seq,
        String via,
        Instant came,
        Instant taken,
        @Nullable InboundLabel label) {
    /// How long a reply window stays open.
    public static final Duration OPEN_FOR = Duration.ofDays(7);

    ReachOut labelled(InboundLabel label) {
        return new ReachOut(seq, via, came, taken, label);
    }

    /// The window for one answer; none for a boundary, which asks for no answer.
    ///
    /// @param pause how long the rule lets an answer wait
    public Optional<Opening.ReplyWindow> window(Duration pause) {
        if (label == InboundLabel.BOUNDARY) {
            return Optional.empty();
        }
        var from = label != null && label.cannotWait() ? taken : taken.plus(pause);
        return Optional.of(new Opening.ReplyWindow(seq, from, from.plus(OPEN_FOR)));
    }
}
