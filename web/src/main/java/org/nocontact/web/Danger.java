package org.nocontact.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.nocontact.core.Words;
import org.nocontact.reading.MessageReader;

/// Looks for words of danger in what a person wrote: to themselves, to someone, or about being in danger. It is asked
/// after the words were kept, never waits for the model, and misses cases; every page that it leads to says so.
final class Danger {
    /// In characters: of a longer text this much is read at its beginning and at its end.
    private static final int READ = 4_000;

    private final MessageReader reader;

    Danger(MessageReader reader) {
        this.reader = reader;
    }

    boolean isIn(Words words) {
        return words.parts().values().stream().anyMatch(this::isIn);
    }

    boolean isIn(String text) {
        return pieces(text).anyMatch(piece -> reader.readOut(piece, Set.of()).danger());
    }

    private static Stream<String> pieces(String text) {
        return text.length() <= 2 * READ
                ? Stream.of(text).filter(whole -> !whole.isBlank())
                : Stream.of(text.substring(0, READ), text.substring(text.length() - READ));
    }

    /// After words were kept: on to a page, by way of the people who help where the words speak of danger.
    void goOn(Visit visit, Words words, String path) {
        visit.goOn(isIn(words) ? "/danger?then=" + URLEncoder.encode(path, StandardCharsets.UTF_8) : path);
    }
}
