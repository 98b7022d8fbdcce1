package org.nocontact.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nocontact.core.Handles.Parsed;
import org.nocontact.core.Handles.Read;
import org.nocontact.core.Handles.Unreadable;

/// Reads the links that start a message, a call or a visit: `mailto:` (RFC 6068), `tel:` (RFC 3966), `sms:` (RFC
/// 5724), web addresses, and the links of apps.
final class Links {
    private static final Map<String, String> APPS = Map.ofEntries(
            Map.entry("instagram", "instagram"),
            Map.entry("barcelona", "threads"),
            Map.entry("twitter", "x"),
            Map.entry("fb", "facebook"),
            Map.entry("fb-messenger", "facebook"),
            Map.entry("snapchat", "snapchat"),
            Map.entry("tg", "telegram"),
            Map.entry("vk", "vk"),
            Map.entry("spotify", "spotify"),
            Map.entry("discord", "discord"),
            Map.entry("reddit", "reddit"),
            Map.entry("linkedin", "linkedin"),
            Map.entry("twitch", "twitch"),
            Map.entry("venmo", "venmo"));

    private static final String CONTEXT = "phone-context=+";

    private final List<String> regions;

    private Links(List<String> regions) {
        this.regions = regions;
    }

    /// What the link leads to, or nothing when the text is no link.
    static Optional<Parsed> read(String text, List<String> regions) {
        int colon = text.indexOf(':');
        var links = new Links(regions);
        return colon > 0 && colon <= 20
                ? links.ofScheme(Spelling.fold(text.substring(0, colon)), text, text.substring(colon + 1))
                : links.withoutScheme(text);
    }

    private Optional<Parsed> ofScheme(String scheme, String text, String rest) {
        var app = APPS.get(scheme);
        if (app != null) {
            return Optional.of(app(app, rest));
        }
        return switch (scheme) {
            case "mailto" -> Optional.of(mail(rest));
            case "tel",
                    "callto",
                    "sms",
                    "smsto",
                    "mms",
                    "mmsto",
                    "sip",
                    "sips",
                    "imessage",
                    "facetime",
                    "facetime-audio" -> Optional.of(call(rest));
            case "whatsapp", "viber" -> Optional.of(messenger(Link.opaque(scheme, rest)));
            case "http", "https", "sgnl" -> Optional.of(web(text));
            case "skype" -> Optional.of(skype(rest));
            case "acct" -> Optional.of(profile(WebProfile.ofAccount(Percent.decodeAll(bounded(rest)))));
            case "profile", "name" -> canonical(scheme, rest);
            default -> rest.startsWith("//") ? Optional.of(unknownScheme()) : withoutScheme(text);
        };
    }

    /// `instagram.com/daniel`: a host, a slash and no space before it. A bare host only where it names a person.
    private Optional<Parsed> withoutScheme(String text) {
        int end = 0;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            char c = text.charAt(end++);
            if (c == ' ' || c == '@') {
                return Optional.empty();
            }
        }
        int dot = text.lastIndexOf('.', end - 1);
        if (dot < 1 || dot + 2 >= end || text.substring(dot + 1, end).matches("[0-9]+")) {
            return Optional.empty();
        }
        var link = Link.read(text);
        boolean known = link.flatMap(l -> ProfileSites.at(l.host())).isPresent();
        if (!known && text.indexOf('@') > 0 && EmailAddress.parse(text).isPresent()) {
            return Optional.empty();
        }
        boolean named = end < text.length()
                || link.flatMap(l -> ProfileSites.ofHost(l.host())).isPresent();
        return named ? link.map(this::web) : Optional.empty();
    }

    private Parsed web(String text) {
        return Link.read(text).map(this::web).orElseGet(() -> new Unreadable("has a web address that does not exist"));
    }

    private Parsed web(Link link) {
        var host = link.host();
        if (host.equals("wa.me") || host.endsWith("whatsapp.com")) {
            return messenger(link);
        }
        return switch (host) {
            case "signal.me" -> number(link.atFragment(), 1);
            case "zalo.me", "viber.click" -> number(link, 0);
            case "t.me", "telegram.me" -> isNumber(link) ? number(link, 0) : profile(WebProfile.read(link));
            case "web.telegram.org" -> profile(WebProfile.read(link.atFragment()));
            case "matrix.to" -> matrix(link.atFragment());
            case "youtu.be",
                    "redd.it",
                    "v.redd.it",
                    "vm.tiktok.com",
                    "vt.tiktok.com",
                    "t.co",
                    "bit.ly",
                    "lnkd.in",
                    "fb.watch",
                    "pin.it",
                    "goo.gl",
                    "tinyurl.com",
                    "spoti.fi",
                    "spotify.link" ->
                new Unreadable("is a short link, which hides whom it leads to; open it and use the address it ends at");
            default -> profile(WebProfile.read(link));
        };
    }

    private Parsed app(String site, String rest) {
        var path = rest.startsWith("//") ? rest.substring(2) : bounded(rest).replace(':', '/');
        var link = Link.opaque(site, path);
        if (!link.parameter("phone").isEmpty()) {
            return messenger(link);
        }
        return profile(ProfileSites.named(site).flatMap(known -> known.profile(link)));
    }

    /// A chat by number: in the path (`wa.me/4915…`) or a parameter. The country is always there, the `+` often
    /// not.
    private Parsed messenger(Link link) {
        for (var name : List.of("phone", "number")) {
            if (!link.parameter(name).isEmpty()) {
                return international(link.parameter(name));
            }
        }
        return number(link, link.path().size() - 1);
    }

    private static boolean isNumber(Link link) {
        return !link.path().isEmpty() && link.path().getFirst().matches("\\+[0-9]{5,20}");
    }

    private Parsed number(Link link, int segment) {
        return segment >= 0 && segment < link.path().size()
                ? international(link.path().get(segment))
                : new Unreadable("is a link without a number in it");
    }

    private Parsed international(String digits) {
        var number = digits.startsWith("+") || digits.startsWith("00") ? digits : "+" + digits;
        return phone(PhoneText.read(number, regions));
    }

    private Parsed mail(String rest) {
        var link = Link.opaque("mailto", rest.replace("/", "%2F").replace("\\", "%5C"));
        int end = rest.indexOf('?');
        var to = Percent.decode(end < 0 ? rest : rest.substring(0, end));
        var written = to.isBlank() ? link.parameter("to") : to;
        boolean several = !to.isBlank() && !link.parameter("to").isEmpty()
                || !link.parameter("cc").isEmpty()
                || !link.parameter("bcc").isEmpty();
        return several ? severalPeople() : Handles.mail(written);
    }

    /// The number, or the address where the scheme takes both.
    private Parsed call(String rest) {
        var addresses = Link.opaque("sms", rest).parameter("addresses");
        int mark = rest.indexOf('?');
        var path = Percent.decodeAll(bounded(mark < 0 ? rest : rest.substring(0, mark)));
        var person = Spelling.narrow(addresses.isEmpty() ? path : addresses).replaceFirst("^[/ ]+", "");
        int at = person.indexOf('@');
        if (at > 0) {
            var user = PhoneText.read(person.substring(0, at), regions);
            return user.isPresent() ? phone(user) : Handles.mail(person);
        }
        return numbers(person) > 1 ? severalPeople() : phone(PhoneText.read(withContext(person), regions));
    }

    private long numbers(String person) {
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

    private Parsed skype(String rest) {
        int mark = rest.indexOf('?');
        var person = Percent.decodeAll(bounded(mark < 0 ? rest : rest.substring(0, mark)));
        return person.startsWith("+")
                ? phone(PhoneText.read(person, regions))
                : profile(Profile.read("skype", false, person.startsWith("live:") ? person.substring(5) : person));
    }

    /// `@user:host` (https://spec.matrix.org/latest/appendices/#user-identifiers).
    private Parsed matrix(Link link) {
        return link.path().isEmpty() ? nobody() : profile(matrixUser(link.path().getFirst()));
    }

    static Optional<Profile> matrixUser(String written) {
        int colon = written.indexOf(':');
        return written.startsWith("@") && colon > 1
                ? WebProfile.ofAccount(written.substring(1, colon) + "@" + written.substring(colon + 1))
                : Optional.empty();
    }

    private static Optional<Parsed> canonical(String scheme, String rest) {
        try {
            return Optional.of(new Read(Handle.ofCanonical(scheme + ":" + rest.strip())));
        } catch (IllegalArgumentException notCanonical) {
            return Optional.empty();
        }
    }

    private static Parsed phone(Optional<PhoneNumber> number) {
        return number.<Parsed>map(Read::new).orElseGet(() -> new Unreadable("has no telephone number in it"));
    }

    private static Parsed profile(Optional<Profile> profile) {
        return profile.<Parsed>map(Read::new).orElseGet(Links::nobody);
    }

    private static Parsed nobody() {
        return new Unreadable("leads to a page that is no one's profile; use the address of the person's own page");
    }

    private static Parsed severalPeople() {
        return new Unreadable("names several people; ask about one at a time");
    }

    private static Parsed unknownScheme() {
        return new Unreadable(
                "is a link of a kind that names nobody; use an e-mail address, a number or a web address");
    }

    private static String bounded(String text) {
        return text.substring(0, Math.min(text.length(), 1_000));
    }
}
