package org.nocontact.app;

import java.time.Duration;
import java.util.Optional;
import org.nocontact.core.InboundLabel;
import org.nocontact.core.Words;
import org.nocontact.mail.InboundReader;
import org.nocontact.reading.MessageReader;

/// Reads a mail of the ex as any other message: its subject and its words. It waits for the model, as the mail is kept
/// by then and nobody waits for the label.
final class MailReading implements InboundReader {
    private static final Duration MODEL_COMES_WITHIN = Duration.ofSeconds(30);

    /// In characters: of a longer mail only this much is read.
    private static final int READ = 20_000;

    private final MessageReader reader;

    MailReading(MessageReader reader) {
        this.reader = reader;
    }

    @Override
    public Optional<InboundLabel> read(Words words) {
        try {
            var unused = reader.await(MODEL_COMES_WITHIN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        var text = (words.part(Words.SUBJECT) + "\n" + words.text()).strip();
        return reader.readIn(text.length() <= READ ? text : text.substring(0, READ))
                .certain();
    }
}
