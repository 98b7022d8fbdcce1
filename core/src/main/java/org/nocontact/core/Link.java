package org.nocontact.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An address of the web or of an app, taken apart as far as it can name a person.
///
/// @param scheme lower case, without the colon; "" where none was written
/// @param host folded, without user and port; "" where there is none
/// @param path decoded segments, empty ones left out, at most eight
/// @param query what follows the `?`, still encoded
/// @param fragment what follows the `#`, still encoded
record Link(String scheme, String host, List<String> path, String query, String fragment) {
    private static final int SEGMENTS = 8;
    private static final int LONGEST_SEGMENT = 300;
    private static final int LONGEST_AUTHORITY = 600;

    Link {
        path = List.copyOf(path);
    }

    /// `scheme://host/path?query#fragment`, or the same without the scheme. Nothing when the host is none.
    static Optional<Link> read(String text) {
        int colon = text.indexOf("://");
        var scheme = colon < 0 ? "" : Spelling.fold(text.substring(0, Math.min(colon, 20)));
        var rest = text.substring(colon < 0 ? 0 : colon + 3);
        int end = endOf(rest, "/\\?#");
        if (end > LONGEST_AUTHORITY) {
            return Optional.empty();
        }
        var authority = Percent.decodeAll(rest.substring(0, end));
        var host = authority.substring(authority.lastIndexOf('@') + 1).replaceFirst(":[0-9]*$", "");
        return DomainName.fold(host).map(domain -> at(scheme, domain, rest.substring(end)));
    }

    /// The part after a scheme that has no host, as in `sms:+1555?body=x`: all of it is path.
    static Link opaque(String scheme, String rest) {
        return at(scheme, "", rest);
    }

    /// The same with the fragment as path: web apps such as `web.telegram.org/k/#@name` keep the person there.
    Link atFragment() {
        return at(scheme, host, fragment);
    }

    /// The decoded value of a parameter, or "". Names are compared without letter case.
    String parameter(String name) {
        int from = 0;
        while (from < query.length()) {
            int next = query.indexOf('&', from);
            int end = next < 0 ? query.length() : next;
            int equals = from + name.length();
            if (query.regionMatches(true, from, name, 0, name.length())
                    && equals < end
                    && query.charAt(equals) == '=') {
                return decoded(query.substring(equals + 1, Math.min(end, equals + LONGEST_SEGMENT)));
            }
            from = end + 1;
        }
        return "";
    }

    private static Link at(String scheme, String host, String rest) {
        int hash = endOf(rest, "#");
        int mark = Math.min(endOf(rest, "?"), hash);
        var query = mark < hash ? rest.substring(mark + 1, hash) : "";
        var fragment = hash < rest.length() ? rest.substring(hash + 1) : "";
        return new Link(scheme, host, segments(rest.substring(0, mark)), query, fragment);
    }

    private static List<String> segments(String path) {
        var segments = new ArrayList<String>();
        int from = 0;
        while (from < path.length() && segments.size() < SEGMENTS) {
            int end = endOf(path, from, "/\\");
            var segment = decoded(path.substring(from, Math.min(end, from + LONGEST_SEGMENT)));
            if (!segment.isBlank() && !segment.equals(".")) {
                segments.add(segment);
            }
            from = end + 1;
        }
        return segments;
    }

    private static String decoded(String text) {
        return Percent.decodeAll(text).strip();
    }

    private static int endOf(String text, String stops) {
        return endOf(text, 0, stops);
    }

    private static int endOf(String text, int from, String stops) {
        for (int i = from; i < text.length(); i++) {
            if (stops.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
