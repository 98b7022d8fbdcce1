package org.nocontact.mail;

import java.time.LocalDate;

/// How far the watcher came.
///
/// @param looked the day, by the mail server, up to which the mailbox was looked through
/// @param toldHeld the number of the last held mail that a notice was left about
/// @param toldCame the number of the last message of the ex that a notice was left about
/// @param toldUrgent the same, of those that could not wait
record Progress(LocalDate looked, long toldHeld, long toldCame, long toldUrgent) {
    Progress withLooked(LocalDate day) {
        return new Progress(day, toldHeld, toldCame, toldUrgent);
    }

    Progress withToldHeld(long seq) {
        return new Progress(looked, seq, toldCame, toldUrgent);
    }

    Progress withToldCame(long seq) {
        return new Progress(looked, toldHeld, seq, toldUrgent);
    }

    Progress withToldUrgent(long seq) {
        return new Progress(looked, toldHeld, toldCame, seq);
    }
}
