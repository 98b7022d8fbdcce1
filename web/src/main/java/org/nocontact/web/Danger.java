package org.nocontact.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.nocontact.core.Words;
import org.nocontact.reading.Draft;
import org.nocontact.reading.MessageReader;
import org.nocontact.reading.OutLabel;
import org.nocontact.reading.Span;

/// Looks for words of danger in what a person wrote: to themselves, to someone, or about being in danger. It is asked
/// after the words were kept, and misses cases; every page that it leads to says so.
final class Danger {
    /// In characters: of a longer text this much is read at its beginning and at its end.
    private static final int READ = 4_000;

    /// Only for as long as the model is loaded for the first time; then the cues answer.
    private static final Duration MODEL_COMES_WITHIN = Duration.ofSeconds(2);

    /// Without the model single words would be taken for danger too often: from this likelihood on they
    /// count, and a cue counts. Of 1,637 training drafts without danger that finds 45 instead of 162, of 218
    /// with danger 170 instead of 199.
    private static final double LIKELY_BY_CUES = 0.35;

    private final MessageReader reader;

    Danger(MessageReader reader) {
        this.reader = reader;
    }

    boolean isIn(Words words) {
        return words.parts().values().stream().anyMatch(this::isIn);
    }

    boolean isIn(String text) {
        return pieces(text).anyMatch(piece -> speaksOfDanger(reader.readOut(piece, Set.of())));
    }

    private static boolean speaksOfDanger(Draft draft) {
        return draft.danger()
                && (!draft.readable()
                        || !draft.cuesAlone()
                        || draft.confidences().getOrDefault(OutLabel.CRISIS, 0.0) >= LIKELY_BY_CUES
                        || draft.evidence().stream().anyMatch(Danger::isACue));
    }

    private static boolean isACue(Span span) {
        return span.label().equals(OutLabel.CRISIS.word()) && span.source() == Span.Source.CUE;
    }

    private static Stream<String> pieces(String text) {
        return text.length() <= 2 * READ
                ? Stream.of(text).filter(whole -> !whole.isBlank())
                : Stream.of(text.substring(0, READ), text.substring(text.length() - READ));
    }

    /// After words were kept: on to a page, by way of the people who help where the words speak of danger.
    void goOn(Visit visit, Words words, String path) {
        if (!words.isEmpty()) {
            awaitModel();
        }
        visit.goOn(isIn(words) ? "/danger?then=" + URLEncoder.encode(path, StandardCharsets.UTF_8) : path);
    }

    private void awaitModel() {
        try {
            var unused = reader.await(MODEL_COMES_WITHIN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
