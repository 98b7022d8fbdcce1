package org.nocontact.core;

import java.util.Optional;
import java.util.Set;

/// Finds whose profile a web address is, on sites of the table and on others: a Mastodon server, a forum, a blog.
final class WebProfile {
    /// Subdomains that are the same site in another dress.
    private static final Set<String> ALIASES =
            Set.of("www", "www2", "m", "mobile", "web", "touch", "old", "new", "amp", "l");

    /// Segments after which the person comes.
    private static final Set<String> SHELVES = Set.of(
            "u",
            "user",
            "users",
            "profile",
            "profiles",
            "people",
            "member",
            "members",
            "author",
            "authors",
            "id",
            "web",
            "deck",
            "add");

    private WebProfile() {}

    static Optional<Profile> read(Link link) {
        var ofHost = ProfileSites.ofHost(link.host());
        if (ofHost.isPresent()) {
            return ofHost;
        }
        var site = ProfileSites.at(link.host());
        return site.isPresent() ? site.get().profile(link) : elsewhere(link);
    }

    /// `user@host` as the fediverse writes it (RFC 7565).
    static Optional<Profile> ofAccount(String account) {
        int at = account.lastIndexOf('@');
        return at < 1
                ? Optional.empty()
                : DomainName.fold(account.substring(at + 1))
                        .filter(DomainName::isFullyQualified)
                        .flatMap(host -> Profile.read(siteName(host), false, account.substring(0, at)));
    }

    /// Whether `host/user` would not be read as this user.
    static boolean needsAt(String user) {
        return SHELVES.contains(user) || ProfileSites.isPage(user);
    }

    private static Optional<Profile> elsewhere(Link link) {
        for (var segment : link.path()) {
            if (segment.startsWith("@")) {
                var name = segment.substring(1);
                return name.indexOf('@') > 0 ? ofAccount(name) : named(link.host(), name);
            }
            if (!SHELVES.contains(Spelling.fold(segment))) {
                return ProfileSites.isPage(segment) ? Optional.empty() : named(link.host(), segment);
            }
        }
        return Optional.empty();
    }

    private static Optional<Profile> named(String host, String name) {
        return Profile.read(siteName(host), false, name);
    }

    private static String siteName(String host) {
        return ProfileSites.at(host).map(ProfileSites.Site::name).orElseGet(() -> withoutAliases(host));
    }

    private static String withoutAliases(String host) {
        var rest = host;
        int dot = rest.indexOf('.');
        while (dot > 0 && dot < rest.lastIndexOf('.') && ALIASES.contains(rest.substring(0, dot))) {
            rest = rest.substring(dot + 1);
            dot = rest.indexOf('.');
        }
        return rest;
    }
}
