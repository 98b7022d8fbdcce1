package org.nocontact.web;

import java.time.Instant;
import java.util.List;
import org.nocontact.core.Loosening;
import org.nocontact.core.Now;
import org.nocontact.core.Pending;

/// A loosening that waits for its cooling-off, or for being confirmed.
///
/// @param id the number of the entry that asked for it
/// @param until when it can be confirmed, on the pages; it takes effect only then
/// @param ready whether that time has come
record ApiWaiting(long id, List<ApiChange> changes, Instant until, boolean ready) {

    static List<ApiWaiting> all(List<Pending> pending, Now now, Texts t) {
        return pending.stream().map(one -> from(one, now, t)).toList();
    }

    private static ApiWaiting from(Pending pending, Now now, Texts t) {
        return new ApiWaiting(
                pending.seq(),
                changes(pending.loosening(), t),
                now.shown(pending.readyAt()).toInstant(),
                pending.isReady(now.trusted()));
    }

    private static List<ApiChange> changes(Loosening loosening, Texts t) {
        return switch (loosening) {
            case Loosening.ChangeRule(var changes) -> ApiChange.all(changes, t);
            case Loosening.EndRule() -> List.of(ApiChange.of("end-rule", t));
            case Loosening.Release(var letter) -> List.of(ApiChange.of("release", t, letter));
        };
    }
}
