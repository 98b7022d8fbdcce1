package org.nocontact.web;

import java.time.Instant;
import java.util.List;
import org.nocontact.core.Event;
import org.nocontact.core.Keeper;
import org.nocontact.core.NoteKind;
import org.nocontact.core.Words;

/// What a person laid ready, as the ledger holds it.
public record Note(long seq, Instant at, NoteKind kind, Words words) {

    /// The notes of one kind, in the order they were added.
    static List<Note> all(Keeper keeper, NoteKind kind) {
        return keeper.look((story, _) -> story.notes(kind)).stream()
                .flatMap(seq -> keeper.ledger().entry(keeper.account(), seq).stream())
                .filter(entry -> entry.event() instanceof Event.NoteAdded)
                .map(entry ->
                        new Note(entry.seq(), entry.at(), kind, entry.event().words()))
                .toList();
    }

    public String text() {
        return words.text();
    }

    /// A friend's number, the plan for a place, the topic of an exit.
    public String part(String name) {
        return words.part(name);
    }
}
