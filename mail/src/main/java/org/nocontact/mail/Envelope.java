package org.nocontact.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// From whom a message goes to whom, as the mail program said it, parameters included.
///
/// @param from as in [SmtpPath#written]
/// @param to the same, for each recipient
record Envelope(String from, List<String> to) {
    private static final String FROM = "FROM:";
    private static final String TO = "TO:";

    Envelope {
        to = List.copyOf(to);
    }

    /// A line for each, to keep beside the words of a letter.
    String text() {
        return Stream.concat(Stream.of(FROM + from), to.stream().map(each -> TO + each))
                .collect(Collectors.joining("\n"));
    }

    /// Reads what [#text] wrote; empty for anything else, as a ledger from elsewhere could hold.
    static Optional<Envelope> read(String text) {
        var lines = text.split("\n", -1);
        var to = new ArrayList<String>();
        var from = SmtpPath.read(FROM, lines[0]).map(SmtpPath::written);
        for (var line = 1; line < lines.length; line++) {
            SmtpPath.read(TO, lines[line])
                    .filter(path -> path.address().isPresent())
                    .map(SmtpPath::written)
                    .ifPresent(to::add);
        }
        return from.isPresent() && !to.isEmpty() && to.size() == lines.length - 1
                ? Optional.of(new Envelope(from.get(), to))
                : Optional.empty();
    }
}
