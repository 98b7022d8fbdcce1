package org.nocontact.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nocontact.core.GoBetween;
import org.nocontact.core.Handles;
import org.nocontact.core.PersonName;
import org.nocontact.core.Way;

/// Reads ways to reach somebody as people list them, one a line. A line that cannot be read gets a sentence of its own
/// in the form.
record WayLines(Visit visit, Form form) {
    private static final int SHOWN = 60;
    /// What would be taken for a name, and is more likely an address that lacks something.
    private static final Pattern LIKE_AN_ADDRESS = Pattern.compile("\\S+\\.\\S{2,}");

    List<Way> ways(String field) {
        return form.lines(field).stream()
                .flatMap(line -> way(field, line).stream())
                .toList();
    }

    /// Reads a name a line, with ways to reach them after commas.
    List<GoBetween> goBetweens(String field) {
        var read = new ArrayList<GoBetween>();
        for (var line : form.lines(field)) {
            var parts = Arrays.stream(line.split(","))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
            if (parts.isEmpty() || !Form.isAName(parts.getFirst())) {
                form.alsoWrong(field, "form.go-between", shortened(line));
                continue;
            }
            var ways = parts.stream()
                    .skip(1)
                    .flatMap(way -> way(field, way).stream())
                    .toList();
            read.add(new GoBetween(parts.getFirst(), ways));
        }
        return List.copyOf(read);
    }

    private Optional<Way> way(String field, String written) {
        if (visit.read(written) instanceof Handles.Read(var handle)
                && !(handle instanceof PersonName
                        && LIKE_AN_ADDRESS.matcher(written).matches())) {
            return Optional.of(new Way(handle, written));
        }
        form.alsoWrong(field, "form.way", shortened(written));
        return Optional.empty();
    }

    private static String shortened(String line) {
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }
}
