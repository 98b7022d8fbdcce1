package org.nocontact.core;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nocontact.core.Handles.Parsed;
import org.nocontact.core.Handles.Read;
import org.nocontact.core.Handles.Unreadable;

/// Reads the links that begin a message or a call: `mailto:` (RFC 6068), `tel:` (RFC 3966), `sms:` (RFC 5724), and
/// those of messengers.
///
/// @param regions where national numbers could belong
record CallLinks(List<String> regions) {
    private static final String CONTEXT = "phone-context=+";
    private static final int LONGEST_PERSON = 1_000;

    Parsed mail(String rest) {
        var link = Link.opaque("mailto", rest);
        var to = Percent.decode(beforeQuery(rest));
        var others = Stream.of("cc", "bcc", "to")
                .filter(name -> !link.parameter(name).isEmpty());
        if (to.isBlank() && !link.parameter("to").isEmpty()) {
            return others.count() > 1 ? severalPeople() : Handles.mail(link.parameter("to"));
        }
        return others.findAny().isPresent() ? severalPeople() : Handles.mail(to);
    }

    /// The number, or the address where the scheme takes both.
    Parsed call(String rest) {
        var addresses = Link.opaque("sms", rest).parameter("addresses");
        var written = addresses.isEmpty() ? person(rest) : addresses;
        var person = Spelling.narrow(written).replaceFirst("^[/ ]+", "");
        int at = person.indexOf('@');
        if (at > 0) {
            var user = PhoneText.read(person.substring(0, at), regions);
            return user.isPresent() ? phone(user) : Handles.mail(person);
        }
        return numbers(person) > 1 ? severalPeople() : phone(PhoneText.read(withContext(person), regions));
    }

    /// A chat by number, as a parameter or at the end of the path (`wa.me/4915…`).
    Parsed messenger(Link link) {
        return Stream.of("phone", "number")
                .map(link::parameter)
                .filter(number -> !number.isEmpty())
                .findFirst()
                .map(this::international)
                .orElseGet(() -> number(link, link.path().size() - 1));
    }

    Parsed number(Link link, int segment) {
        return segment >= 0 && segment < link.path().size()
                ? international(link.path().get(segment))
                : phone(Optional.empty());
    }

    /// `skype:name?chat`, `skype:+4915…?call`.
    Parsed skype(String rest) {
        var person = person(rest);
        if (person.startsWith("+")) {
            return phone(PhoneText.read(person, regions));
        }
        return Profile.read("skype", false, person.startsWith("live:") ? person.substring(5) : person)
                .<Parsed>map(Read::new)
                .orElseGet(() -> new Unreadable("has no Skype name in it"));
    }

    /// Messengers always write the country, and often leave out the `+`.
    private Parsed international(String digits) {
        var number = digits.startsWith("+") || digits.startsWith("00") ? digits : "+" + digits;
        return phone(PhoneText.read(number, regions));
    }

    private static long numbers(String person) {
        return Stream.of(person.split("[,;]"))
                .filter(part -> part.indexOf('=') < 0)
                .filter(part -> part.codePoints().filter(Character::isDigit).count() >= 7)
                .count();
    }

    /// `7042;phone-context=+1-914-555` is `+1-914-555-7042` (RFC 3966, section 5.1.5); other parameters do not
    /// count.
    private static String withContext(String person) {
        int end = person.indexOf(';');
        if (end < 0) {
            return person;
        }
        var number = person.substring(0, end);
        for (var parameter : person.substring(end + 1).split(";")) {
            if (parameter.regionMatches(true, 0, CONTEXT, 0, CONTEXT.length())) {
                return parameter.substring(CONTEXT.length() - 1) + number;
            }
        }
        return number;
    }

    /// What stands before the words of a message; some phones begin those with `&`.
    private static String person(String rest) {
        var path = beforeQuery(rest);
        int amp = path.indexOf('&');
        var person = amp < 0 ? path : path.substring(0, amp);
        return Percent.decodeAll(person.substring(0, Math.min(person.length(), LONGEST_PERSON)));
    }

    private static String beforeQuery(String rest) {
        int mark = rest.indexOf('?');
        return mark < 0 ? rest : rest.substring(0, mark);
    }

    private static Parsed phone(Optional<PhoneNumber> number) {
        return number.<Parsed>map(Read::new).orElseGet(() -> new Unreadable("has no telephone number in it"));
    }

    private static Parsed severalPeople() {
        return new Unreadable("names several people; ask about one at a time");
    }
}
