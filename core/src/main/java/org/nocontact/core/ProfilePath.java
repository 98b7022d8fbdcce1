package org.nocontact.core;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One shape that a site's addresses of people have, such as `stories/{name}` or `profile.php?id={number}`.
///
/// Segments are matched from the left and may be followed by more (`/photos`). `*` is any segment, `{name}` a user
/// name, `{number}` the site's number for an account and `{code}` its code, in which letter case counts.
record ProfilePath(List<String> before, String prefix, Kind kind, String parameter) {

    enum Kind {
        CODE,
        NUMBER,
        NAME
    }

    static ProfilePath of(String written) {
        int open = written.indexOf('{');
        var kind =
                Kind.valueOf(written.substring(open + 1, written.indexOf('}')).toUpperCase(Locale.ROOT));
        int mark = written.indexOf('?');
        if (mark >= 0) {
            var parameter = written.substring(mark + 1, open - 1);
            return new ProfilePath(segments(written.substring(0, mark)), "", kind, parameter);
        }
        int slash = written.lastIndexOf('/', open);
        var before = segments(written.substring(0, Math.max(slash, 0)));
        return new ProfilePath(before, written.substring(slash + 1, open), kind, "");
    }

    /// Smaller is tried earlier: what is most particular about its form.
    int order() {
        return before.isEmpty() && parameter.isEmpty() && prefix.isEmpty() ? 1 + kind.ordinal() : 0;
    }

    /// Whether the person stands where the site's own pages stand too, as in `instagram.com/explore`.
    boolean isAmongPages() {
        return order() > 0;
    }

    /// What stands in this address where the person should, if it has this shape.
    Optional<String> person(Link link) {
        var path = link.path();
        if (path.size() < before.size() || !startsWithAll(path)) {
            return Optional.empty();
        }
        if (!parameter.isEmpty()) {
            return Optional.of(link.parameter(parameter)).flatMap(this::ofKind);
        }
        return path.size() == before.size()
                ? Optional.empty()
                : Optional.of(path.get(before.size()))
                        .filter(segment -> segment.startsWith(prefix))
                        .map(segment -> segment.substring(prefix.length()))
                        .flatMap(this::ofKind);
    }

    /// The path for this person, to show.
    String with(String person) {
        var start = before.isEmpty() ? "" : String.join("/", before) + (parameter.isEmpty() ? "/" : "");
        return start + (parameter.isEmpty() ? prefix : "?" + parameter + "=") + person;
    }

    private boolean startsWithAll(List<String> path) {
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals("*") && !before.get(i).equalsIgnoreCase(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// A number may be followed by a name: `12345-daniel`.
    private Optional<String> ofKind(String text) {
        if (kind != Kind.NUMBER) {
            return Optional.of(text).filter(t -> !t.isEmpty());
        }
        int end = 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        boolean whole = end == text.length() || text.charAt(end) == '-';
        return end > 0 && whole ? Optional.of(text.substring(0, end)) : Optional.empty();
    }

    private static List<String> segments(String path) {
        return path.isEmpty() ? List.of() : List.of(path.split("/"));
    }
}
