package org.nocontact.mail;

import java.util.Set;
import org.nocontact.core.Event;
import org.nocontact.core.Keeper;

/// Takes messages of the ex into the ledger, each once, however often it is come across.
final class Intake {
    static final String VIA = "email";

    /// As many messages as may share one Message-ID and still be told apart.
    private static final int SAME_NAME = 100;

    private final Keeper keeper;
    private final InboundReader reader;

    Intake(Keeper keeper, InboundReader reader) {
        this.keeper = keeper;
        this.reader = reader;
    }

    /// Returns the number of the message in the ledger; it is durable by then.
    long take(Arrived arrived) {
        var words = arrived.words();
        var name = words.part(MailWords.MESSAGE_ID);
        return keeper
                .ledger()
                .search(keeper.account(), Set.of(Event.ReachOutReceived.class), name, Long.MAX_VALUE, SAME_NAME)
                .stream()
                .filter(entry ->
                        entry.event().words().part(MailWords.MESSAGE_ID).equals(name)
                                && entry.event().words().sayTheSameAs(words))
                .findFirst()
                .map(known -> known.seq())
                .orElseGet(() -> keeper.receive(VIA, arrived.came(), words));
    }

    /// Says what the message is, unless that is known or it was dealt with.
    void read(long seq, Arrived arrived) {
        var unread = keeper.look((story, _) ->
                story.reachOuts().stream().anyMatch(reachOut -> reachOut.seq() == seq && reachOut.label() == null));
        if (unread) {
            reader.read(arrived.words()).ifPresent(label -> keeper.label(seq, label));
        }
    }
}
