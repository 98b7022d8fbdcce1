package org.nocontact.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nocontact.core.Handles.Parsed;
import org.nocontact.core.Handles.Read;
import org.nocontact.core.Handles.Unreadable;

/// Tells links apart by their scheme and host, and reads whom they lead to.
///
/// @param calls reads those that begin a message or a call
record Links(CallLinks calls) {
    private static final Set<String> CALL_SCHEMES =
            Set.of(("tel callto sms smsto mms mmsto sip sips imessage facetime facetime-audio").split(" "));

    /// The schemes of apps, and the sites they open.
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

    private static final Set<String> SHORT_LINKS =
            Set.of(("youtu.be redd.it v.redd.it vm.tiktok.com vt.tiktok.com t.co bit.ly lnkd.in fb.watch pin.it goo.gl"
                            + " tinyurl.com spoti.fi spotify.link")
                    .split(" "));

    /// What the link leads to, or nothing when the text is no link.
    static Optional<Parsed> read(String text, List<String> regions) {
        int colon = text.indexOf(':');
        var links = new Links(new CallLinks(regions));
        return colon > 0 && colon <= 20
                ? links.ofScheme(Spelling.fold(text.substring(0, colon)), text, text.substring(colon + 1))
                : links.withoutScheme(text);
    }

    private Optional<Parsed> ofScheme(String scheme, String text, String rest) {
        if (CALL_SCHEMES.contains(scheme)) {
            return Optional.of(calls.call(rest));
        }
        var app = APPS.get(scheme);
        if (app != null) {
            return Optional.of(app(app, rest));
        }
        return switch (scheme) {
            case "mailto" -> Optional.of(calls.mail(rest));
            case "whatsapp", "viber" -> Optional.of(calls.messenger(Link.opaque(scheme, rest)));
            case "http", "https", "sgnl" -> Optional.of(web(text));
            case "skype" -> Optional.of(calls.skype(rest));
            case "acct" -> Optional.of(profile(WebProfile.ofAccount(Percent.decodeAll(bounded(rest)))));
            case "profile", "name" -> canonical(scheme, bounded(rest));
            default -> rest.startsWith("//") ? Optional.of(unknownScheme(scheme)) : withoutScheme(text);
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
        var link = Link.read(text).filter(l -> DomainName.isFullyQualified(l.host()));
        if (link.isEmpty() || isMail(text, link.get())) {
            return Optional.empty();
        }
        boolean named =
                end < text.length() || ProfileSites.ofHost(link.get().host()).isPresent();
        return named ? link.map(this::web) : Optional.empty();
    }

    /// `first.last/dept@x.example`, as against `x.example/@first`.
    private static boolean isMail(String text, Link link) {
        int at = text.indexOf('@');
        return at > 0
                && !text.contains("/@")
                && ProfileSites.at(link.host()).isEmpty()
                && EmailAddress.parse(text).isPresent();
    }

    private Parsed web(String text) {
        return Link.read(text).map(this::web).orElseGet(() -> new Unreadable("has no web address in it"));
    }

    private Parsed web(Link link) {
        var host = link.host().startsWith("www.") ? link.host().substring(4) : link.host();
        if (host.equals("wa.me") || host.equals("whatsapp.com") || host.endsWith(".whatsapp.com")) {
            return calls.messenger(link);
        }
        if (SHORT_LINKS.contains(host)) {
            return new Unreadable("is a short link, which hides whom it leads to; open it and use where it ends");
        }
        return switch (host) {
            case "signal.me" -> calls.number(link.atFragment(), 1);
            case "zalo.me", "viber.click" -> calls.number(link, 0);
            case "t.me", "telegram.me" -> isNumber(link) ? calls.number(link, 0) : profile(WebProfile.read(link));
            case "web.telegram.org" -> profile(WebProfile.read(link.atFragment()));
            case "matrix.to" ->
                profile(link.atFragment().path().stream().findFirst().flatMap(Links::matrixUser));
            default -> profile(WebProfile.read(link));
        };
    }

    private Parsed app(String site, String rest) {
        var path = rest.startsWith("//") ? rest.substring(2) : bounded(rest).replace(':', '/');
        var link = Link.opaque(site, path);
        return link.parameter("phone").isEmpty()
                ? profile(ProfileSites.named(site).flatMap(known -> known.profile(link)))
                : calls.messenger(link);
    }

    private static boolean isNumber(Link link) {
        return !link.path().isEmpty() && link.path().getFirst().matches("\\+[0-9]{5,20}");
    }

    /// `@user:host` (https://spec.matrix.org/latest/appendices/#user-identifiers).
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

    private static Parsed profile(Optional<Profile> profile) {
        return profile.<Parsed>map(Read::new)
                .orElseGet(() -> new Unreadable(
                        "leads to a page that is no one's profile; use the address of the person's own page"));
    }

    private static Parsed unknownScheme(String scheme) {
        return new Unreadable(
                scheme.indexOf(' ') >= 0
                        ? "has words beside the link; keep only the link"
                        : "is a link of a kind that names nobody; use an e-mail address, a number or a web address");
    }

    private static String bounded(String text) {
        return text.substring(0, Math.min(text.length(), 1_000));
    }
}
