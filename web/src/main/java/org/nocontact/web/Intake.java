package org.nocontact.web;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.InboundLabel;
import org.nocontact.core.Keeper;
import org.nocontact.core.Words;
import org.nocontact.reading.Inbound;
import org.nocontact.reading.MessageReader;

/// Takes in what the ex sent, and notes what it says where the reading is certain of it.
final class Intake {
    /// Nobody is kept from anything meanwhile: the message is kept before it is read.
    private static final Duration MODEL_COMES_WITHIN = Duration.ofSeconds(3);
    /// In characters: of a longer message only this much is read.
    private static final int READ = 20_000;

    private final MessageReader reader;

    Intake(MessageReader reader) {
        this.reader = reader;
    }

    record Taken(long reachOut, Inbound read) {}

    /// @param said what the person says that it is; null to go by the reading
    Taken take(Keeper keeper, String via, Instant came, Words words, @Nullable InboundLabel said) {
        var reachOut = keeper.receive(via, came, words);
        if (said != null) {
            keeper.label(reachOut, said);
        }
        var read = read(words.text());
        read.certain()
                .filter(_ -> keeper.look((story, _) ->
                        story.reachOuts().stream().anyMatch(open -> open.seq() == reachOut && open.label() == null)))
                .ifPresent(label -> keeper.label(reachOut, label));
        return new Taken(reachOut, read);
    }

    /// Reads by the model, and by the cues alone if that does not come soon.
    Inbound read(String text) {
        try {
            var unused = reader.await(MODEL_COMES_WITHIN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return reader.readIn(text.length() <= READ ? text : text.substring(0, READ));
    }
}
