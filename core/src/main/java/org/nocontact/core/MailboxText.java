package org.nocontact.core;

import java.util.Optional;

/// Takes a written address apart as RFC 5321 and RFC 5322 say: display name, angle brackets, source route,
/// comments, quotes and escapes. One pass, in proportion to the text.
final class MailboxText {
    private static final String SPECIAL = "()<>[]:;,\"\\@ ";

    private final String text;
    private final StringBuilder local = new StringBuilder();
    private final StringBuilder part = new StringBuilder();
    private boolean hasAt;

    private MailboxText(String text) {
        this.text = text;
    }

    /// The halves as they were meant, unquoted, or nothing when the text is no address, or more than one.
    static Optional<Mailbox> read(String written) {
        if (Spelling.hasControl(written)) {
            return Optional.empty();
        }
        return address(Spelling.narrow(written).strip())
                .map(MailboxText::withoutRoute)
                .flatMap(text -> new MailboxText(text).mailbox());
    }

    /// `Daniel <d@x.example> (at home)` → `d@x.example`.
    private static Optional<String> address(String text) {
        int open = text.startsWith("<") ? 0 : text.lastIndexOf('<');
        if (open < 0 || isQuoted(text, open)) {
            return Optional.of(text);
        }
        int close = text.lastIndexOf('>');
        if (close < open) {
            return Optional.empty();
        }
        var after = text.substring(close + 1).strip();
        boolean comment = after.startsWith("(") && after.endsWith(")");
        return after.isEmpty() || comment
                ? Optional.of(text.substring(open + 1, close).strip())
                : Optional.empty();
    }

    /// Whether the `<` stands inside the quotes of a bare `"a<b"@x.example`.
    private static boolean isQuoted(String text, int open) {
        return text.startsWith("\"") && text.indexOf("\"@", open) > 0 && !text.endsWith(">");
    }

    /// `@a,@b:user@c` → `user@c` (RFC 5321, appendix C: routes are to be ignored).
    private static String withoutRoute(String text) {
        return text.startsWith("@") ? text.substring(text.indexOf(':') + 1).strip() : text;
    }

    private Optional<Mailbox> mailbox() {
        int i = 0;
        while (i >= 0 && i < text.length()) {
            i = take(i);
        }
        return i < 0 || !hasAt ? Optional.empty() : Optional.of(new Mailbox(local.toString(), part.toString()));
    }

    /// Takes what begins here, and says where it ends, or -1 when it has no place in an address.
    private int take(int i) {
        char c = text.charAt(i);
        return switch (c) {
            case '@' -> takeAt(i);
            case '"' -> takeQuoted(i);
            case '(' -> skipComment(i);
            case ' ' -> skipSpace(i);
            case '\\' -> takeEscaped(i);
            case '[' -> takeLiteral(i);
            default -> {
                part.append(c);
                yield SPECIAL.indexOf(c) < 0 ? i + 1 : -1;
            }
        };
    }

    private int takeAt(int i) {
        local.append(hasAt ? "@" : "").append(part);
        part.setLength(0);
        hasAt = true;
        return local.isEmpty() ? -1 : i + 1;
    }

    private int takeQuoted(int i) {
        for (int at = i + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                return at + 1;
            }
            if (c == '\\' && ++at == text.length()) {
                return -1;
            }
            part.append(text.charAt(at));
        }
        return -1;
    }

    private int takeEscaped(int i) {
        if (i + 1 == text.length()) {
            return -1;
        }
        part.append(text.charAt(i + 1));
        return i + 2;
    }

    private int takeLiteral(int i) {
        int end = text.indexOf(']', i);
        if (!hasAt || !part.isEmpty() || end < 0) {
            return -1;
        }
        part.append(text, i, end + 1);
        return end + 1;
    }

    private int skipComment(int i) {
        int depth = 0;
        for (int at = i; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return at + 1;
            }
        }
        return -1;
    }

    /// Space may stand around the dots, the `@` and comments, and nowhere else.
    private int skipSpace(int i) {
        int end = i;
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        boolean before = part.isEmpty() || part.charAt(part.length() - 1) == '.' || text.charAt(i - 1) == ')';
        boolean after = end == text.length() || "@.(".indexOf(text.charAt(end)) >= 0;
        return before || after ? end : -1;
    }
}
