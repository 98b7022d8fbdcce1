package org.nocontact.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a server answers to a command.
///
/// @param lines the text of each line, without code and line end
record Reply(int code, List<String> lines) {
    /// RFC 5321, section 4.5.3.1.5 allows 512 octets with the code and the line end.
    private static final int LONGEST = 500;

    Reply {
        lines = List.copyOf(lines);
        if (code < 200 || code > 599 || lines.isEmpty()) {
            throw new IllegalArgumentException("Not a reply");
        }
    }

    /// @param text plain words; what is not ASCII in it is made so, since not every mail program reads more
    static Reply of(int code, String text) {
        var ascii = text.replace('’', '\'').replaceAll("[^\\x20-\\x7e]", "?");
        return new Reply(code, List.of(ascii.substring(0, Math.min(ascii.length(), LONGEST))));
    }

    boolean isGood() {
        return code < 300;
    }

    /// The bytes on the wire, of each character its lower eight bits.
    byte[] bytes() {
        var text = new StringBuilder();
        for (var line = 0; line < lines.size(); line++) {
            text.append(code).append(line + 1 < lines.size() ? '-' : ' ');
            text.append(lines.get(line)).append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /// On one line, to show or to write down.
    @Override
    public String toString() {
        return code + " " + String.join(" ", lines);
    }
}
