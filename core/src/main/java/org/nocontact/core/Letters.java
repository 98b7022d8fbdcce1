package org.nocontact.core;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// The unsent letters in a ledger: what was held with its words, and what was written on purpose.
final class Letters {
    /// An outbox or a phone that was held tries again. Within this time the same words are the same letter.
    private static final Duration SAME_FOR = Duration.ofMinutes(10);

    private static final int LATEST_HELD = 20;

    /// A letter is words; a picture would carry more than was confirmed.
    private static final Set<Act> CAN_CARRY_A_LETTER = Set.of(Act.TEXT, Act.EMAIL);

    private final Account account;
    private final Ledger ledger;

    Letters(Account account, Ledger ledger) {
        this.account = account;
        this.ledger = ledger;
    }

    /// The entry that holds a letter whose words are still there.
    Optional<Entry> letter(long seq) {
        return kept(seq).filter(entry -> !entry.event().words().isEmpty());
    }

    /// The entry that holds a letter, or an act without words, that was not burned.
    Optional<Entry> kept(long seq) {
        return ledger.entry(account, seq).filter(entry -> !entry.burned()).filter(Letters::canBeReleased);
    }

    /// The letter that the same attempt became before: the same mail at any time, the same words a moment ago.
    Optional<Entry> heldBefore(Event.AttemptHeld held, Story story, Now now) {
        return heldJustNow(held, story, now).or(() -> sameMail(held.words(), story));
    }

    /// An outbox sends the same bytes to the same people until they are taken.
    private Optional<Entry> sameMail(Words words, Story story) {
        var message = words.part(Words.MESSAGE);
        if (message.isEmpty()) {
            return Optional.empty();
        }
        return ledger
                .search(account, Set.of(Event.AttemptHeld.class), HeldMail.hash(message), Long.MAX_VALUE, 1)
                .stream()
                .filter(entry -> !story.wasSent(entry.seq()))
                .filter(entry -> isTheSameMail(entry.event().words(), words))
                .findFirst();
    }

    private static boolean isTheSameMail(Words before, Words words) {
        return HeldMail.hash(before.part(Words.MESSAGE)).equals(HeldMail.hash(words.part(Words.MESSAGE)))
                && before.part(Words.ENVELOPE).equals(words.part(Words.ENVELOPE));
    }

    private Optional<Entry> heldJustNow(Event.AttemptHeld held, Story story, Now now) {
        if (held.words().isEmpty()) {
            return Optional.empty();
        }
        var since = now.trusted().minus(SAME_FOR);
        return ledger.newest(account, Set.of(Event.AttemptHeld.class), Long.MAX_VALUE, LATEST_HELD).stream()
                .filter(entry -> !entry.burned() && !story.wasSent(entry.seq()))
                .filter(entry -> !entry.trusted().isBefore(since))
                .filter(entry -> entry.event() instanceof Event.AttemptHeld before && isTheSame(before, held))
                .reduce((_, earlier) -> earlier);
    }

    /// Whether an attempt would send just what entry `held` kept back.
    boolean matches(long held, Attempt attempt) {
        return kept(held).map(entry -> matches(entry.event(), attempt)).orElse(false);
    }

    private static boolean matches(Event kept, Attempt attempt) {
        if (!kept.words().sayTheSameAs(attempt.words())) {
            return false;
        }
        return kept instanceof Event.AttemptHeld before
                ? before.act() == attempt.act()
                        && (!before.words().isEmpty() || before.to().sameAs(attempt.to()))
                : CAN_CARRY_A_LETTER.contains(attempt.act());
    }

    private static boolean isTheSame(Event.AttemptHeld before, Event.AttemptHeld held) {
        return before.act() == held.act()
                && before.to().equals(held.to())
                && before.clause().equals(held.clause())
                && before.words().sayTheSameAs(held.words())
                && before.words().part(Words.ENVELOPE).equals(held.words().part(Words.ENVELOPE));
    }

    private static boolean canBeReleased(Entry entry) {
        return entry.event() instanceof Event.AttemptHeld || entry.event() instanceof Event.LetterWritten;
    }
}
