package org.nocontact.mail;

import java.time.LocalDate;

/// How far the watcher came.
///
/// @param looked the day, by the mail server, up to which the mailbox was looked through
/// @param toldHeld the number of the last held mail that a notice was left about
/// @param toldCame the number of the last message of the ex that a notice was left about
/// @param toldCameOn the day of that notice
/// @param toldUrgent the number of the last message of the ex that could not wait and was told of
record Progress(LocalDate looked, long toldHeld, long toldCame, LocalDate toldCameOn, long toldUrgent) {
    /// Of a guard that was just set up: what was before is not told of.
    ///
    /// @param last the number of the last entry of the ledger
    static Progress begin(LocalDate since, long last) {
        return new Progress(since, last, last, LocalDate.EPOCH, last);
    }

    Progress withLooked(LocalDate day) {
        return new Progress(day, toldHeld, toldCame, toldCameOn, toldUrgent);
    }

    Progress withToldHeld(long seq) {
        return new Progress(looked, seq, toldCame, toldCameOn, toldUrgent);
    }

    Progress withToldCame(long seq, LocalDate day) {
        return new Progress(looked, toldHeld, seq, day, toldUrgent);
    }

    Progress withToldUrgent(long seq) {
        return new Progress(looked, toldHeld, toldCame, toldCameOn, seq);
    }
}
