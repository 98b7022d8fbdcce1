package org.nocontact.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.EmailAddress;

/// Whom a message says it is from, by the three headers that mail programs show or answer to.
final class Senders {
    /// The fields of a message that name them.
    static final List<String> FIELDS = List.of("From", "Sender", "Reply-To");

    private static final int LONGEST_FIELD = 20_000;
    private static final Pattern ANYTHING_LIKE_AN_ADDRESS = Pattern.compile("[^\\s<>,;:\"()]+@[^\\s<>,;:\"()]+");

    private Senders() {}

    /// Never throws: what no parser understands is searched for anything like an address.
    ///
    /// @param headers the header of a message as it came, or these fields of it
    static List<EmailAddress> of(byte[] headers) {
        var read = new HeaderFields(headers);
        return FIELDS.stream()
                .flatMap(name -> read.all(name).stream())
                .flatMap(value -> in(value.substring(0, Math.min(value.length(), LONGEST_FIELD))).stream())
                .toList();
    }

    private static List<EmailAddress> in(String field) {
        var found = new ArrayList<EmailAddress>();
        try {
            for (var address : InternetAddress.parseHeader(field, false)) {
                parse(address.getAddress()).ifPresent(found::add);
            }
        } catch (AddressException | RuntimeException malformed) {
            found.clear();
        }
        var like = ANYTHING_LIKE_AN_ADDRESS.matcher(found.isEmpty() ? field : "");
        while (like.find()) {
            parse(like.group()).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<EmailAddress> parse(@Nullable String address) {
        return address == null ? Optional.empty() : EmailAddress.parse(address);
    }
}
