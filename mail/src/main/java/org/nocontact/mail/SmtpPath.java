package org.nocontact.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nocontact.core.EmailAddress;

/// What stands after `MAIL FROM:` or `RCPT TO:`: a path in angle brackets, and parameters. Only what can be
/// read in one way is one: where the provider could read another address than the gate, the gate reads none.
///
/// @param written path and parameters as they came, each character one byte
/// @param path the path with its brackets, in Unicode
record SmtpPath(String written, String path) {
    private static final int LONGEST = 1_000;
    /// RFC 5321, section 4.1.2, without angle brackets: a second address is no parameter.
    private static final Pattern PARAMETERS =
            Pattern.compile("(?: +[A-Za-z0-9][A-Za-z0-9-]*(?:=(?:[^ =<>\\p{Cc}]+|<>))?)*+");
    private static final String POSTMASTER = "<postmaster>";

    /// @param keyword `FROM:` or `TO:`
    /// @param argument what stands after the verb
    static Optional<SmtpPath> read(String keyword, String argument) {
        if (argument.length() > LONGEST + keyword.length()
                || !argument.regionMatches(true, 0, keyword, 0, keyword.length())) {
            return Optional.empty();
        }
        var written = argument.substring(keyword.length()).strip();
        return decoded(written).flatMap(text -> path(text).map(path -> new SmtpPath(written, path)));
    }

    private static Optional<String> path(String text) {
        var end = text.startsWith("<") ? endOfPath(text) : -1;
        return end >= 0 && isParameters(text.substring(end + 1))
                ? Optional.of(text.substring(0, end + 1))
                : Optional.empty();
    }

    private static boolean isParameters(String text) {
        return text.isEmpty() || PARAMETERS.matcher(text).matches();
    }

    /// Where the closing bracket is; -1 when there is none, or something before it has no place outside quotes.
    private static int endOfPath(String text) {
        var quoted = false;
        for (var at = 1; at < text.length(); at++) {
            var c = text.charAt(at);
            if (Character.isISOControl(c)) {
                return -1;
            }
            if (quoted && c == '\\' && at + 1 < text.length() && !Character.isISOControl(text.charAt(at + 1))) {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '>') {
                return at;
            } else if (!quoted && "<()\\; ".indexOf(c) >= 0) {
                return -1;
            }
        }
        return -1;
    }

    private static Optional<String> decoded(String written) {
        try {
            var bytes = ByteBuffer.wrap(written.getBytes(StandardCharsets.ISO_8859_1));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    /// Whom the path reaches; empty when that cannot be told.
    Optional<EmailAddress> address() {
        return EmailAddress.parse(path);
    }

    /// The one path without a domain (RFC 5321, section 4.1.1.3): the provider's own postmaster.
    boolean isThePostmaster() {
        return path.toLowerCase(Locale.ROOT).equals(POSTMASTER);
    }
}
