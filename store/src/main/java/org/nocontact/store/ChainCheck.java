package org.nocontact.store;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Optional;
import org.nocontact.core.Account;
import org.nocontact.core.Entry;
import org.nocontact.core.Event.LetterBurned;
import org.nocontact.core.Ledger.Verification;
import org.nocontact.core.Ledger.Verification.Broken;
import org.nocontact.core.Ledger.Verification.Whole;
import org.nocontact.core.Story;

/// Walks a chain from its first entry and finds the first thing that is not as it was written.
final class ChainCheck {
    private final Account account;
    private final BitSet withWords = new BitSet();
    private final BitSet withoutTheirWords = new BitSet();
    private final Story story = new Story();
    private byte[] hash = Hashes.NONE;

    ChainCheck(Account account) {
        this.account = account;
    }

    /// Takes the next entry in; empty when nothing is wrong so far.
    Optional<Broken> take(StoredEntry stored) {
        var expected = story.last() + 1;
        if (stored.seq() != expected) {
            return broken(expected, "Entry " + expected + " is missing.");
        }
        if (!Arrays.equals(stored.hash(), stored.hash(hash, account))) {
            return broken(expected, "Entry " + expected + " is not as it was written.");
        }
        if (!stored.keepsItsWords()) {
            return broken(expected, "The words of entry " + expected + " are not as they were written.");
        }
        try {
            return takeIn(stored, stored.entry());
        } catch (EventCodec.Unreadable unreadable) {
            return broken(expected, "Entry " + expected + " cannot be read: " + unreadable.getMessage() + ".");
        } catch (RuntimeException makesNoStory) {
            return broken(expected, "Entry " + expected + " does not fit what came before it.");
        }
    }

    private Optional<Broken> takeIn(StoredEntry stored, Entry entry) {
        var missing = Incomplete.component(entry.event());
        if (missing.isPresent()) {
            return broken(entry.seq(), "Entry " + entry.seq() + " has no " + missing.get() + ".");
        }
        if (stored.hadWords()) {
            (entry.burned() ? withoutTheirWords : withWords).set((int) entry.seq());
        }
        if (entry.event() instanceof LetterBurned(var letter) && letter > 0 && letter < entry.seq()) {
            if (withWords.get((int) letter)) {
                return broken(letter, "The words of entry " + letter + " were burned and are there.");
            }
            withoutTheirWords.clear((int) letter);
        }
        story.add(entry);
        hash = stored.hash();
        return Optional.empty();
    }

    /// What the entries taken in add up to.
    Story story() {
        return story;
    }

    byte[] hash() {
        return hash;
    }

    /// The answer after the last entry, which has to be `head`.
    Verification finish(Entries.Head head) {
        var missing = withoutTheirWords.nextSetBit(0);
        if (missing >= 0) {
            return new Broken(missing, "The words of entry " + missing + " are missing, and they were not burned.");
        }
        if (head.seq() != story.last()) {
            var first = Math.min(head.seq(), story.last()) + 1;
            return new Broken(
                    first, "The ledger should end with entry " + head.seq() + " and ends with " + story.last() + ".");
        }
        return Arrays.equals(head.hash(), hash)
                ? new Whole(story.last(), HexFormat.of().formatHex(hash))
                : new Broken(story.last(), "The hash kept of the last entry is not the one it carries.");
    }

    private static Optional<Broken> broken(long seq, String why) {
        return Optional.of(new Broken(seq, why));
    }
}
