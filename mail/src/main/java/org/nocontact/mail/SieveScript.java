package org.nocontact.mail;

import java.net.IDN;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.EmailAddress;
import org.nocontact.core.Way;

/// Rules in Sieve (RFC 5228) that file what the ex sends into the quiet folder, then do what the person's own rules say
/// about everything else.
///
/// It matches the address as written, as it is folded, and with any tag after a plus. Spellings that only the provider
/// reads as the same (dots at Gmail, other domains) are left to the watcher.
///
/// @param included the name of the person's own script; null when they have none
record SieveScript(String text, @Nullable String included) {
    /// What tells it from a script of somebody else.
    private static final String MARK = "# Kept by a program on your computer, which writes it anew.";
    private static final String INCLUDES = "# Then: ";

    /// @param ways to reach the ex; at least one of them an e-mail address
    static SieveScript of(Collection<Way> ways, String folder, @Nullable String included, boolean makesFolders) {
        var text = new StringBuilder(MARK).append("\r\n");
        if (included != null) {
            text.append(INCLUDES).append(quoted(included)).append("\r\n");
        }
        text.append("require [\"fileinto\"")
                .append(makesFolders ? ", \"mailbox\"" : "")
                .append(included == null ? "" : ", \"include\"")
                .append("];\r\n");
        text.append("if address :all :matches [\"from\", \"sender\", \"reply-to\"] [")
                .append(patterns(ways).stream().map(SieveScript::quoted).collect(Collectors.joining(", ")))
                .append("] {\r\n  fileinto ")
                .append(makesFolders ? ":create " : "")
                .append(quoted(folder))
                .append(";\r\n  stop;\r\n}\r\n");
        if (included != null) {
            text.append("include :personal ").append(quoted(included)).append(";\r\n");
        }
        return new SieveScript(text.toString(), included);
    }

    /// What a script includes that this class wrote; empty when it wrote none of it.
    static Optional<SieveScript> read(String text) {
        if (!text.startsWith(MARK)) {
            return Optional.empty();
        }
        return Optional.of(new SieveScript(
                text,
                text.lines()
                        .filter(line -> line.startsWith(INCLUDES + "\""))
                        .findFirst()
                        .map(line -> unquoted(line.substring(INCLUDES.length())))
                        .orElse(null)));
    }

    static boolean hasAddress(Collection<Way> ways) {
        return ways.stream().anyMatch(way -> way.handle() instanceof EmailAddress);
    }

    private static Set<String> patterns(Collection<Way> ways) {
        var patterns = new LinkedHashSet<String>();
        for (var way : ways) {
            if (way.handle() instanceof EmailAddress email) {
                for (var domain : spellings(email.domain())) {
                    patterns.add(literally(email.local()) + "@" + literally(domain));
                    patterns.add(literally(email.local()) + "+*@" + literally(domain));
                    // Servers compare a local part that has to be quoted with its quotes.
                    patterns.add(literally(local(email.shown())) + "@" + literally(domain));
                }
                written(way.written()).ifPresent(address -> patterns.add(literally(address)));
            }
        }
        return patterns;
    }

    private static String local(String address) {
        return address.substring(0, address.lastIndexOf('@'));
    }

    private static Set<String> spellings(String domain) {
        var spellings = new LinkedHashSet<>(Set.of(domain));
        try {
            spellings.add(IDN.toASCII(domain));
        } catch (IllegalArgumentException noName) {
            // An address literal has one spelling.
        }
        return spellings;
    }

    /// The address within `Sam <sam@x.example>`, as it was written.
    private static Optional<String> written(String written) {
        var address =
                written.substring(written.lastIndexOf('<') + 1).replace(">", "").strip();
        return address.matches("[^\\s\"\\\\]+@[^\\s\"\\\\]+") ? Optional.of(address) : Optional.empty();
    }

    private static String literally(String text) {
        return text.replaceAll("[*?\\\\]", "\\\\$0");
    }

    /// A string of RFC 5228, section 2.4.2, on one line.
    private static String quoted(String text) {
        return '"' + text.replaceAll("[\"\\\\]", "\\\\$0").replaceAll("[\\r\\n\\x00]", " ") + '"';
    }

    private static String unquoted(String quoted) {
        return quoted.substring(1, Math.max(1, quoted.length() - 1)).replaceAll("\\\\(.)", "$1");
    }
}
