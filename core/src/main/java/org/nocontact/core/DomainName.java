package org.nocontact.core;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/// Folds the spellings of a domain to one: letter case, width, trailing dot, ideographic full stops (RFC 3490,
/// section 3.1), A-labels and U-labels of IDNA2003 and IDNA2008.
///
/// `straße.de`, `strasse.de` and `xn--strae-oqa.de` become one although the last can be someone else's: the safe
/// side. Look-alikes (a Cyrillic `а`) stay apart.
final class DomainName {
    private static final String A_LABEL = "xn--";
    private static final String V6 = "ipv6:";
    private static final int LONGEST = 255;
    private static final int LONGEST_LABEL = 63;

    private DomainName() {}

    /// The folded domain in Unicode, or an address literal in brackets (RFC 5321, section 4.1.3), or nothing when
    /// it is neither. The lengths are those of RFC 5321, section 4.5.3.1.2 and RFC 1035, counted in characters.
    static Optional<String> fold(String written) {
        if (written.length() > 2 * LONGEST) {
            return Optional.empty();
        }
        var text = Spelling.fold(written).strip().replace('。', '.');
        return text.startsWith("[") ? literal(text) : name(text);
    }

    /// Whether the domain could be reached from anywhere: at least two labels, and the last is no number.
    static boolean isFullyQualified(String folded) {
        int dot = folded.lastIndexOf('.');
        return dot > 0 && !Character.isDigit(folded.charAt(dot + 1)) && !folded.startsWith("[");
    }

    private static Optional<String> name(String text) {
        var absolute = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        var labels = new StringJoiner(".");
        for (var label : absolute.split("\\.", -1)) {
            var unicode = unicode(label);
            if (!isLabel(unicode)) {
                return Optional.empty();
            }
            labels.add(unicode);
        }
        return labels.length() > LONGEST ? Optional.empty() : Optional.of(labels.toString());
    }

    private static String unicode(String label) {
        var text = label;
        while (text.startsWith(A_LABEL)) {
            var decoded = Punycode.decode(text.substring(A_LABEL.length())).map(Spelling::fold);
            if (decoded.isEmpty() || !isLabel(decoded.get())) {
                break;
            }
            text = decoded.get();
        }
        return text;
    }

    private static boolean isLabel(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_LABEL
                && text.codePoints()
                        .allMatch(c -> c >= 0x80
                                ? c != '。' && !Character.isSpaceChar(c)
                                : c == '-' || c == '_' || Character.isLetterOrDigit(c));
    }

    private static Optional<String> literal(String text) {
        if (!text.matches("\\[[0-9a-f.:v]{2,60}\\]") && !text.matches("\\[ipv6:[0-9a-f.:]{2,60}\\]")) {
            return Optional.empty();
        }
        var inner = text.substring(1, text.length() - 1);
        try {
            InetAddress address = inner.startsWith(V6)
                    ? Inet6Address.ofLiteral(inner.substring(V6.length()))
                    : Inet4Address.ofLiteral(inner);
            var shown = address.getHostAddress().toLowerCase(Locale.ROOT);
            return Optional.of(address instanceof Inet6Address ? "[" + V6 + shown + "]" : "[" + shown + "]");
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
