package org.nocontact.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The fields of a message's header, unfolded, in their order. Whatever stands there, it is read: what is no field is
/// left
/// out.
///
/// Not `InternetHeaders` of Jakarta Mail 2.1, which fails on a header that begins with a space.
final class HeaderFields {
    private final List<String> fields = new ArrayList<>();

    /// @param message from its first byte
    HeaderFields(byte[] message) {
        var text = new String(message, 0, Math.min(message.length, MailWords.MOST_BYTES), StandardCharsets.UTF_8);
        for (var line : (Iterable<String>) text.lines().takeWhile(line -> !line.isEmpty())::iterator) {
            if (!Character.isWhitespace(line.charAt(0))) {
                fields.add(line);
            } else if (!fields.isEmpty()) {
                fields.set(fields.size() - 1, fields.getLast() + " " + line.strip());
            }
        }
    }

    /// The values of all fields of this name, letter case aside.
    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.indexOf(':') > 0
                        && field.substring(0, field.indexOf(':')).strip().equalsIgnoreCase(name))
                .map(field -> field.substring(field.indexOf(':') + 1).strip())
                .toList();
    }
}
