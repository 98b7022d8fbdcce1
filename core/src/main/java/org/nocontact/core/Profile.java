package org.nocontact.core;

import java.util.Optional;

/// Someone's page or account on a site: by user name, or by the number the site gave it. The two cannot be told to
/// be the same without asking the site, so a person lists both.
///
/// A bare `@name` has the site [#ANY] and is the same as that name on whichever site, dots aside: in doubt it is
/// the person. A name on Threads is the same as on Instagram, whose names it uses. Letter case never counts in
/// names, although a few sites tell it apart.
///
/// @param site a site's short name (`instagram`) from [ProfileSites], or the host of another site, or [#ANY]
/// @param byId whether `user` is the site's number or code for the account and not a name
/// @param user without `@`; folded unless it is a code
public record Profile(String site, boolean byId, String user) implements Handle {
    public static final String ANY = "any";

    private static final String ID = "id:";
    private static final int LONGEST = 100;
    private static final int LONGEST_WRITTEN = 300;

    /// @throws IllegalArgumentException when this cannot be an account
    public Profile {
        boolean bounded = site.length() <= LONGEST_WRITTEN && user.length() <= LONGEST_WRITTEN;
        site = bounded ? Spelling.fold(site) : "";
        user = !bounded || byId ? user : fold(site, user);
        if (!bounded || !isSite(site) || !isUser(user)) {
            throw new IllegalArgumentException("Not a site and an account on it");
        }
    }

    /// The profile, or nothing when they are none.
    static Optional<Profile> read(String site, boolean byId, String user) {
        return user.length() <= LONGEST_WRITTEN && isSite(site) && isUser(byId ? user : fold(site, user))
                ? Optional.of(new Profile(site, byId, user))
                : Optional.empty();
    }

    static Profile ofCanonical(String rest) {
        int slash = rest.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("Not a site and an account on it");
        }
        var user = rest.substring(slash + 1);
        boolean byId = user.startsWith(ID);
        return new Profile(rest.substring(0, slash), byId, Percent.decode(byId ? user.substring(ID.length()) : user));
    }

    @Override
    public String canonical() {
        return "profile:" + site + "/" + (byId ? ID : "") + Percent.encode(user);
    }

    /// The address of the page, as far as it is known, or `@name`.
    @Override
    public String shown() {
        if (site.equals(ANY)) {
            return "@" + user;
        }
        return ProfileSites.named(site)
                .map(known -> known.shown(byId, user))
                .orElseGet(() -> site + (WebProfile.needsAt(user) ? "/@" : "/") + user);
    }

    @Override
    public boolean sameAs(Handle other) {
        if (!(other instanceof Profile that) || equals(that)) {
            return equals(other);
        }
        if (byId || that.byId) {
            return false;
        }
        boolean anySite = site.equals(ANY) || that.site.equals(ANY);
        return anySite ? equalButForDots(user, that.user) : user.equals(that.user) && sharesNames(that);
    }

    /// Equal for all profiles that could be the same.
    long likeness() {
        long likeness = byId ? 1 : 0;
        for (int i = 0; i < user.length(); i++) {
            char c = user.charAt(i);
            likeness = c == '.' ? likeness : likeness * 31 + c;
        }
        return likeness;
    }

    private boolean sharesNames(Profile that) {
        return isOfInstagram() && that.isOfInstagram();
    }

    private boolean isOfInstagram() {
        return site.equals("instagram") || site.equals("threads");
    }

    private static boolean equalButForDots(String one, String other) {
        int i = 0;
        int j = 0;
        while (true) {
            while (i < one.length() && one.charAt(i) == '.') {
                i++;
            }
            while (j < other.length() && other.charAt(j) == '.') {
                j++;
            }
            if (i == one.length() || j == other.length()) {
                return i == one.length() && j == other.length();
            }
            if (one.charAt(i++) != other.charAt(j++)) {
                return false;
            }
        }
    }

    /// Facebook: https://www.facebook.com/help/105399436216001 (periods do not tell names apart). Bluesky: a name
    /// without a domain is at `bsky.social`.
    private static String fold(String site, String user) {
        var folded = Spelling.fold(user).strip();
        int start = 0;
        while (start < folded.length() && folded.charAt(start) == '@') {
            start++;
        }
        var name = folded.substring(start);
        var bare = switch (site) {
            case "facebook" -> name.replace(".", "");
            case "bluesky" -> withoutEnd(name, ".bsky.social");
            default -> name;
        };
        return bare.isEmpty() ? name : bare;
    }

    private static String withoutEnd(String text, String end) {
        var rest = text;
        while (rest.endsWith(end)) {
            rest = rest.substring(0, rest.length() - end.length());
        }
        return rest;
    }

    private static boolean isSite(String site) {
        return site.equals(ANY)
                || ProfileSites.named(site).isPresent()
                || DomainName.fold(site)
                        .filter(host -> host.equals(site) && host.indexOf('.') > 0)
                        .isPresent();
    }

    private static boolean isUser(String user) {
        return !user.isEmpty()
                && user.length() <= LONGEST
                && !Spelling.hasControl(user)
                && user.codePoints().noneMatch(c -> Character.isSpaceChar(c) || "/\\?#<>\"@%".indexOf(c) >= 0)
                && user.codePoints().anyMatch(c -> c != '.');
    }
}
