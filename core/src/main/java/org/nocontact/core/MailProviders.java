package org.nocontact.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What providers ignore in the addresses of their users, beyond letter case and what follows a plus.
///
/// The plus is not in the table: most providers deliver `sam+anything@` to `sam@` (RFC 5233 names the custom), so
/// it is cut off everywhere. Yahoo's `nickname-keyword@` is absent because the nickname is not the user's address,
/// and the domains of Outlook (`hotmail.com`, `live.com`, …) because each is a mailbox of its own.
final class MailProviders {
    private static final List<Provider> ALL = List.of(
            // https://support.google.com/mail/answer/7436150 (dots), /answer/10313 (googlemail.com)
            new Provider("gmail.com", Set.of("googlemail.com"), ".", "", false),
            // https://support.apple.com/118230: one account, up to three domains
            new Provider("icloud.com", Set.of("me.com", "mac.com"), "", "", false),
            // https://proton.me/support/addresses-and-aliases (domains); Proton's own removeEmailAlias in
            // ProtonMail/WebClients takes out [._-]
            new Provider("proton.me", Set.of("protonmail.com", "protonmail.ch", "pm.me"), "._-", "", false),
            // https://yandex.com/support/id/authorization/alias.html: domain aliases, a dot is a hyphen
            new Provider(
                    "yandex.ru",
                    Set.of(
                            "ya.ru",
                            "yandex.com",
                            "yandex.by",
                            "yandex.kz",
                            "yandex.ua",
                            "yandex.com.tr",
                            "yandex.az",
                            "yandex.com.am",
                            "yandex.com.ge",
                            "yandex.co.il",
                            "yandex.ee",
                            "yandex.fr",
                            "yandex.kg",
                            "yandex.lt",
                            "yandex.lv",
                            "yandex.md",
                            "yandex.tj",
                            "yandex.tm",
                            "yandex.uz",
                            "narod.ru"),
                    "",
                    ".-",
                    false),
            // https://www.fastmail.help/hc/en-us/articles/360060591053: anything@user.domain;
            // https://www.fastmail.com/blog/two-address-resolving-additions: there a hyphen stands for an underscore
            fastmail("fastmail.com"),
            fastmail("fastmail.fm"),
            fastmail("fastmail.co.uk"),
            fastmail("fastmail.com.au"),
            fastmail("fastmail.de"),
            fastmail("fastmail.net"),
            fastmail("fastmail.org"),
            fastmail("fastmail.us"),
            fastmail("fastmail.uk"),
            fastmail("fastmail.to"),
            fastmail("fastmail.in"),
            fastmail("fastmail.jp"),
            fastmail("fastmail.nl"),
            fastmail("fastmail.fr"),
            fastmail("fastmail.es"),
            fastmail("fastmail.se"),
            fastmail("fastmail.mx"),
            fastmail("fastmail.cn"),
            fastmail("fastmail.im"),
            fastmail("sent.com"),
            fastmail("eml.cc"),
            fastmail("fea.st"),
            fastmail("imap.cc"),
            fastmail("ml1.net"),
            fastmail("mailbolt.com"),
            fastmail("airpost.net"),
            fastmail("warpmail.net"),
            fastmail("123mail.org"),
            // https://addy.io/help/terminology: all of user.anonaddy.com is one user's
            new Provider("anonaddy.com", Set.of("anonaddy.me", "addy.io"), "", "", true));

    private static final Map<String, Provider> BY_DOMAIN = byDomain();

    private MailProviders() {}

    /// What one provider does not tell apart.
    ///
    /// @param domain the domain to stand for all of its domains
    /// @param otherDomains domains that lead to the same mailbox
    /// @param ignored characters of the local part that do not count
    /// @param alike a character and the one that it is read as, or nothing
    /// @param userIsSubdomain whether `anything@user.domain` is delivered to `user@domain`
    private record Provider(
            String domain, Set<String> otherDomains, String ignored, String alike, boolean userIsSubdomain) {

        String foldLocal(String local) {
            var folded = new StringBuilder(local.length());
            for (int i = 0; i < local.length(); i++) {
                char c = local.charAt(i);
                if (ignored.indexOf(c) < 0) {
                    folded.append(!alike.isEmpty() && c == alike.charAt(0) ? alike.charAt(1) : c);
                }
            }
            return folded.isEmpty() ? local : folded.toString();
        }
    }

    /// The mailbox that the provider of this folded domain, if it is a known one, reads here.
    static Mailbox fold(String local, String domain) {
        var provider = BY_DOMAIN.get(domain);
        if (provider != null) {
            return new Mailbox(provider.foldLocal(local), provider.domain());
        }
        int dot = domain.indexOf('.');
        var parent = BY_DOMAIN.get(domain.substring(dot + 1));
        return parent != null && parent.userIsSubdomain()
                ? new Mailbox(parent.foldLocal(domain.substring(0, dot)), parent.domain())
                : new Mailbox(local, domain);
    }

    private static Provider fastmail(String domain) {
        return new Provider(domain, Set.of(), "", "_-", true);
    }

    private static Map<String, Provider> byDomain() {
        var byDomain = new HashMap<String, Provider>();
        for (var provider : ALL) {
            byDomain.put(provider.domain(), provider);
            provider.otherDomains().forEach(domain -> byDomain.put(domain, provider));
        }
        return Map.copyOf(byDomain);
    }
}
