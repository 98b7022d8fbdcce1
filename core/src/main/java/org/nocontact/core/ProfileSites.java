package org.nocontact.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The sites whose addresses of people are known, as a table: short name | hosts | shapes of people's addresses,
/// see [ProfilePath] | first segments that are the site's own pages, besides [#PAGES].
///
/// The first host is the one shown. All subdomains of a host belong to it (`m.`, `de-de.`); `*.` in front of one
/// says that a subdomain is a user name. The first shape with a name and the first with a number are the ones
/// shown.
final class ProfileSites {
    private static final String TABLE = """
            instagram  | instagram.com instagr.am ig.me | {name} stories/{name} m/{name} _u/{name} n/{name} \
            user?username={name} direct/t/{number} | p reel reels tv direct locations accounts lite highlights
            threads    | threads.com threads.net | @{name} | t
            facebook   | facebook.com fb.com fb.me m.me messenger.com facebookcorewwwi.onion | {name} \
            profile.php?id={number} {number} people/*/{number} pages/*/{number} pg/{name} groups/*/user/{number} \
            stories/{number} messages/t/{number} messages/t/{name} messages/e2ee/t/{number} t/{number} t/{name} \
            e2ee/t/{number} profile/{number} messaging/{number} user-thread/{number} \
            | reel share sharer dialog hashtag plugins public ads l.php e2ee t p permalink.php
            x          | x.com twitter.com | {name} @{name} i/user/{number} intent/follow?screen_name={name} \
            intent/user?screen_name={name} intent/user?user_id={number} messages/compose?recipient_id={number} \
            user?screen_name={name} user?id={number} | compose intent i hashtag
            tiktok     | tiktok.com | @{name} share/user/{number} |
            youtube    | youtube.com youtube-nocookie.com | @{name} c/{name} user/{name} channel/{code} {name} \
            | c channel embed results playlist redirect clip source
            linkedin   | linkedin.com | in/{name} mwlite/in/{name} pub/{name} profile/view?id={code} profile/{name} |
            snapchat   | snapchat.com | add/{name} @{name} u/{name} |
            telegram   | t.me *.t.me telegram.me telegram.dog telegram.org | {name} s/{name} @{name} \
            resolve?domain={name} | joinchat addstickers addemoji addlist addtheme proxy socks iv setlanguage bg \
            invoice confirmphone k a z c boost m
            reddit     | reddit.com | user/{name} u/{name} message/compose?to={name} |
            bluesky    | bsky.app *.bsky.social | profile/{name} |
            pinterest  | pinterest.com pinterest.co.uk pinterest.de pinterest.fr pinterest.es pinterest.it pinterest.ca \
            pinterest.at pinterest.ch pinterest.jp pinterest.com.au pinterest.com.mx pinterest.pt pinterest.se \
            pinterest.ie pinterest.nz pinterest.cl pinterest.ph pinterest.dk | {name} | pin ideas today board
            tumblr     | tumblr.com *.tumblr.com | {name} blog/view/{name} blog/{name} dashboard/blog/{name} @{name} \
            | tagged likes reblog
            vk         | vk.com vk.ru vkontakte.ru | {name} id{number} im?sel={number} write{number} | im wall away.php
            spotify    | spotify.com | user/{name} */user/{name} |
            soundcloud | soundcloud.com | {name} | discover stream you charts
            venmo      | venmo.com | {name} u/{name} code?user_id={number} | code
            cashapp    | cash.app cash.me | ${name} |
            paypal     | paypal.me paypal.com | paypalme/{name} {name} | myaccount us de uk webapps cgi-bin
            discord    | discord.com discordapp.com | users/{number} channels/@me/{number} |
            twitch     | twitch.tv | {name} u/{name} popout/{name} moderator/{name} stream/{name} | p directory
            github     | github.com | {name} | orgs sponsors topics marketplace collections
            strava     | strava.com | athletes/{number} athletes/{name} pros/{number} |
            onlyfans   | onlyfans.com | {name} u{number} | my posts collections
            lastfm     | last.fm lastfm.de lastfm.fr lastfm.es | user/{name} */user/{name} |
            medium     | medium.com *.medium.com | @{name} u/{code} |
            letterboxd | letterboxd.com | {name} | film films lists list journal members actor director
            goodreads  | goodreads.com | user/show/{number} author/show/{number} {name} | book review list quotes shelf
            steam      | steamcommunity.com | id/{name} profiles/{number} |
            duolingo   | duolingo.com | profile/{name} u/{number} |
            garmin     | garmin.com | modern/profile/{code} app/profile/{code} profile/{code} |
            substack   | substack.com *.substack.com | @{name} profile/{number} |
            patreon    | patreon.com | {name} c/{name} cw/{name} user?u={number} |
            flickr     | flickr.com | people/{name} photos/{name} |
            quora      | quora.com *.quora.com | profile/{name} |
            deviantart | deviantart.com *.deviantart.com | {name} | art
            skype      | skype.com | {name} |
            """;

    /// First segments that are nobody on any site.
    private static final Set<String> PAGES = Set.of(
            ("about account accounts ads api app apps auth blog business careers chat contact cookies dashboard developer"
                            + " developers directory discover docs download events explore feed feeds friends gaming"
                            + " groups hashtag help home inbox index.html index.php info intl jobs legal live login"
                            + " logout marketplace media messages music news notifications oauth pages photo photo.php"
                            + " photos playlist policies policy post posts premium press pricing privacy profile"
                            + " profile.php r register s saved search search.php security settings share shop shorts"
                            + " signin signup static status store stories story.php support tag tags terms topics tos"
                            + " trending upload v video videos w watch web welcome")
                    .split(" "));

    /// Subdomains that are no one's even where users have one.
    private static final Set<String> NO_USERS = Set.of(
            "www", "m", "mobile", "web", "touch", "old", "new", "amp", "api", "help", "blog", "desktop", "k", "a");

    private static final Map<String, Site> BY_NAME = new HashMap<>();
    private static final Map<String, Site> BY_HOST = new HashMap<>();
    private static final Map<String, Site> BY_USERS_HOST = new HashMap<>();

    static {
        TABLE.lines().map(ProfileSites::site).forEach(site -> BY_NAME.put(site.name(), site));
    }

    private ProfileSites() {}

    /// A row of the table.
    ///
    /// @param paths in the order of the table
    record Site(String name, String host, List<ProfilePath> paths, Set<String> pages) {

        Optional<Profile> profile(Link link) {
            return paths.stream()
                    .sorted(Comparator.comparingInt(ProfilePath::order))
                    .flatMap(path -> path.person(link).flatMap(person -> profile(path, person)).stream())
                    .findFirst();
        }

        private Optional<Profile> profile(ProfilePath path, String person) {
            var folded = Spelling.fold(person);
            if (pages.contains(folded) || (path.isAmongPages() && PAGES.contains(folded))) {
                return Optional.empty();
            }
            boolean byId = path.kind() != ProfilePath.Kind.NAME || person.startsWith("did:");
            return Profile.read(name, byId, person);
        }

        String shown(boolean byId, String person) {
            return paths.stream()
                    .filter(path -> byId != (path.kind() == ProfilePath.Kind.NAME))
                    .findFirst()
                    .map(path -> host + "/" + path.with(person))
                    .orElse(host + "/" + person);
        }
    }

    static boolean isPage(String segment) {
        return PAGES.contains(Spelling.fold(segment));
    }

    static Optional<Site> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /// The site that a folded host belongs to.
    static Optional<Site> at(String host) {
        for (int from = 0; from >= 0; from = host.indexOf('.', from) + 1) {
            var site = BY_HOST.get(host.substring(from));
            if (site != null) {
                return Optional.of(site);
            }
            if (host.indexOf('.', from) < 0) {
                break;
            }
        }
        return Optional.empty();
    }

    /// The person whose page a folded host is, as in `daniel.tumblr.com`.
    static Optional<Profile> ofHost(String host) {
        int dot = host.indexOf('.');
        var site = dot < 1 ? null : BY_USERS_HOST.get(host.substring(dot + 1));
        return site == null || NO_USERS.contains(host.substring(0, dot))
                ? Optional.empty()
                : Profile.read(site.name(), false, host.substring(0, dot));
    }

    private static Site site(String row) {
        var cells = row.split("\\|", -1);
        var hosts = cells[1].strip().split(" +");
        var paths = new ArrayList<ProfilePath>();
        for (var path : cells[2].strip().split(" +")) {
            paths.add(ProfilePath.of(path));
        }
        var site = new Site(
                cells[0].strip(),
                hosts[0],
                List.copyOf(paths),
                Set.of(cells[3].strip().split(" +")));
        for (var host : hosts) {
            if (host.startsWith("*.")) {
                BY_USERS_HOST.put(host.substring(2), site);
            } else {
                BY_HOST.put(host, site);
            }
        }
        return site;
    }
}
