package org.nocontact.core;

import java.time.Instant;

/// Room for one act that the rule would otherwise hold: used once, and gone when its time is over. All instants are
/// trusted ones.
public sealed interface Opening {

    Instant until();

    /// The one answer to a reach-out, from `from` on.
    record ReplyWindow(long reachOut, Instant from, Instant until) implements Opening {}

    /// What entry `held` kept may go out as it was: its release was confirmed.
    record Release(long held, Instant until) implements Opening {}

    /// What entry `held` kept may go out as it was: the person looked and said which topic it serves.
    record Look(long held, Topic topic, Instant until) implements Opening {}
}
