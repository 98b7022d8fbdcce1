package org.nocontact.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Generates handles, the ways to write one, and texts made to break the reading of them.
final class HandleSpellings {
    private HandleSpellings() {}

    static Arbitrary<String> hostileText() {
        var pieces = Arbitraries.of(
                "sam",
                "@",
                "x.example",
                "+",
                "%",
                "!",
                "\"",
                "\\",
                "<",
                ">",
                "(",
                ")",
                ":",
                ";",
                ",",
                ".",
                "/",
                "?",
                "#",
                "&",
                "=",
                " ",
                "\t",
                "\n",
                "\0",
                "mailto:",
                "tel:",
                "sms:",
                "https://",
                "instagram.com/",
                "facebook.com/profile.php?id=",
                "wa.me/",
                "t.me/",
                "tg://resolve?phone=",
                "id:",
                "profile:",
                "name:",
                "xn--bcher-kva",
                "xn--",
                "。",
                "＠",
                "ß",
                "İ",
                "\u0301",
                "\u200d",
                "\uD800",
                "😀",
                "%00",
                "%25",
                "%e2",
                "[127.0.0.1]",
                "[IPv6:::1]",
                "+49",
                "0151",
                "23456789",
                "112",
                "x12",
                ";ext=1",
                "@daniel",
                "gmail.com",
                "www.",
                "skype:",
                "acct:",
                "did:plc:x",
                "٣",
                "ﷺ");
        var mixed = pieces.list().ofMinSize(1).ofMaxSize(12).map(list -> String.join("", list));
        var any = Arbitraries.strings().ofMaxLength(80);
        return Arbitraries.oneOf(mixed, any, Combinators.combine(mixed, any).as((a, b) -> a + b));
    }

    static Arbitrary<Handle> handle() {
        var local = Arbitraries.of("sam", "s.am", "kim", "a b", "a\"b", "50%off");
        var domain = Arbitraries.of("x.example", "gmail.com", "bücher.example", "[127.0.0.1]");
        var national = Arbitraries.of(
                "15123456789",
                "1723456789",
                "23456789",
                "3456789",
                "456789",
                "56789",
                "112",
                "0123456789",
                "2079460958");
        var user = Arbitraries.of("daniel", "dan.iel", "kim", "d_c", "12", "profile", "user");
        var site = Arbitraries.of("instagram", "threads", "facebook", "x", "tiktok", "mastodon.social", Profile.ANY);
        return Arbitraries.oneOf(
                Combinators.combine(local, domain).as(EmailAddress::new),
                Combinators.combine(Arbitraries.of(0, 1, 44, 49), national).as(PhoneNumber::new),
                Combinators.combine(site, user)
                        .as((s, u) -> new Profile(s, false, u.equals("12") ? "d12" : u))
                        .filter(profile -> ProfileSites.named(profile.site()).isEmpty()
                                || !ProfileSites.isPage(profile.user())
                                || profile.shown().contains("@")),
                Arbitraries.of("12", "34").map(id -> new Profile("facebook", true, id)),
                Arbitraries.of("Daniel", "Kim Lee", "Jürgen").map(PersonName::new));
    }

    static Arbitrary<List<Handle>> handles() {
        return handle().list().ofMaxSize(30);
    }

    static Arbitrary<String> emailSpelling() {
        var locals = Arbitraries.of(
                "sam-lee",
                "\"sam-lee\"",
                "sam\\-lee",
                "\"sam\\-lee\"",
                "sam-lee+x",
                "sam-lee+a+b",
                "\"sam-lee+x y\"",
                "ｓａｍ-lee",
                "sam\u00ad-lee",
                "prvs=12ab=sam-lee");
        var domains = Arbitraries.of(
                "bücher.example",
                "xn--bcher-kva.example",
                "bu\u0308cher.example",
                "bücher。example",
                "bücher．ｅxample",
                "bücher.example.",
                "XN--BCHER-kva.example.");
        UnaryOperator<String> same = text -> text;
        var wraps = Arbitraries.<UnaryOperator<String>>of(List.of(
                same,
                text -> "<" + text + ">",
                text -> "Sam \"x\" <" + text + ">",
                text -> "<@r.example:" + text + ">",
                text -> " " + text + " ",
                text -> text + " (home)",
                text -> "(home)" + text));
        var plain = Combinators.combine(locals, domains, Arbitraries.of("@", " @ ", "＠"))
                .as((l, d, at) -> l + at + d);
        var relayed = Combinators.combine(Arbitraries.of("sam-lee", "sam-lee+x"), domains, Arbitraries.of(0, 1, 2))
                .as((l, d, way) -> switch (way) {
                    case 0 -> l + "%" + d + "@relay.example";
                    case 1 -> "\"" + l + "@" + d + "\"@relay.example";
                    default -> d + "!" + l + "@relay.example";
                });
        return Combinators.combine(Arbitraries.oneOf(plain, relayed), wraps, Arbitraries.of(true, false))
                .as((text, wrap, upper) -> wrap.apply(upper ? text.toUpperCase(Locale.ROOT) : text));
    }

    static Arbitrary<String> phoneSpelling() {
        var separator = Arbitraries.of("", " ", "-", ".", "/", " - ", "\u00a0", "‑", ") (");
        var number = Combinators.combine(
                        Arbitraries.of("+44", "0044", "011 44", "(+44)", "+44 (0)", "0"),
                        separator,
                        separator,
                        Arbitraries.of("", " ext. 12", "x12", ";ext=12", ",,12", " #12"))
                .as((start, a, b, extension) -> start + "20" + a + "7946" + b + "0958" + extension);
        var zeros = Arbitraries.of('0', '０', '٠', '०', '۰');
        var links = Combinators.combine(
                        Arbitraries.of(
                                "wa.me/",
                                "https://wa.me/+",
                                "https://api.whatsapp.com/send?text=x&phone=",
                                "whatsapp://send?phone=%2B",
                                "https://signal.me/#p/+",
                                "viber://chat?number=%2B",
                                "tel:+",
                                "sms:+",
                                "facetime:+",
                                "callto:+",
                                "tg://resolve?phone="),
                        Arbitraries.of("442079460958", "44%32079460958"))
                .as(String::concat);
        return Arbitraries.oneOf(Combinators.combine(number, zeros).as(HandleSpellings::inDigits), links);
    }

    static Arbitrary<String> profileSpelling() {
        var hosts = Arbitraries.of(
                "instagram.com",
                "www.instagram.com",
                "m.instagram.com",
                "de-de.instagram.com",
                "instagr.am",
                "instagram.com.",
                "INSTAGRAM.com",
                "ｉnstagram．com",
                "www.instagram.com:443");
        var schemes = Arbitraries.of("", "http://", "https://", "HTTPS://");
        var paths =
                Arbitraries.of("/%s", "//%s", "/%s/", "/@%s", "/stories/%s/123", "/%s/reels/", "/%s/p/x/", "/_u/%s");
        var ends = Arbitraries.of("", "?igsh=x", "#x", "?a=@b&c=/d/", "/?hl=de#/x");
        var names = Arbitraries.of(
                "daniel_climbs",
                "Daniel_Climbs",
                "%64aniel_climbs",
                "daniel%5Fclimbs",
                "daniel%255fclimbs",
                "ｄaniel_climbs");
        return Combinators.combine(schemes, hosts, paths, names, ends)
                .as((scheme, host, path, name, end) -> scheme + host + path.replace("%s", name) + end);
    }

    private static String inDigits(String text, char zero) {
        var written = new ArrayList<String>();
        text.codePoints().forEach(c -> written.add(Character.toString(c >= '0' && c <= '9' ? c - '0' + zero : c)));
        return String.join("", written);
    }
}
