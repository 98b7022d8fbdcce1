package org.nocontact.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.nocontact.web.Helpline.Caller;
import org.nocontact.web.Helpline.Kind;

/// The table of helplines: a heading, then a helpline a line, its columns set apart by tabs.
final class HelplineFile {
    static final String COLUMNS = "country\tkind\tfor\tname\tnumber\ttext\thours\tweb\tlanguages\tsource\tchecked";

    private static final String BUNDLED = "helplines.tsv";

    private HelplineFile() {}

    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String file, int line, String wrong) {
            super("%s, line %d: %s".formatted(file, line, wrong));
        }
    }

    static List<Helpline> bundled() {
        try (var stream = Objects.requireNonNull(HelplineFile.class.getResourceAsStream(BUNDLED), BUNDLED);
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return parse(BUNDLED, reader.lines().toList());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static List<Helpline> parse(String file, List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().equals(COLUMNS)) {
            throw new Malformed(file, 1, "the heading is not " + COLUMNS.replace('\t', ' '));
        }
        var helplines = new ArrayList<Helpline>();
        for (var line = 2; line <= lines.size(); line++) {
            try {
                helplines.add(helpline(lines.get(line - 1).split("\t", -1)));
            } catch (IllegalArgumentException | DateTimeParseException wrong) {
                throw new Malformed(file, line, String.valueOf(wrong.getMessage()));
            }
        }
        return List.copyOf(helplines);
    }

    private static Helpline helpline(String[] cell) {
        var columns = COLUMNS.split("\t").length;
        if (cell.length != columns) {
            throw new IllegalArgumentException("%d columns instead of %d".formatted(cell.length, columns));
        }
        return new Helpline(
                cell[0],
                one(Kind.values(), cell[1]),
                one(Caller.values(), cell[2]),
                cell[3],
                given(cell[4]),
                given(cell[5]),
                cell[6],
                given(cell[7]).map(URI::create),
                given(cell[8]).map(tags -> List.of(tags.split(","))).orElse(List.of()),
                URI.create(cell[9]),
                LocalDate.parse(cell[10]));
    }

    private static <E extends Enum<E>> E one(E[] all, String word) {
        return Arrays.stream(all)
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s is none of %s".formatted(word, Arrays.toString(all).toLowerCase(Locale.ROOT))));
    }

    private static Optional<String> given(String cell) {
        return cell.isBlank() ? Optional.empty() : Optional.of(cell.strip());
    }
}
