package org.nocontact.core;

/// Someone's page or account on a site: by user name, or by the number the site gave it. The two cannot be told to
/// be the same without asking the site, so a person lists both.
///
/// A bare `@name` has the site [#ANY] and is the same as that name on whichever site, dots aside. A name on
/// Threads is the same as on Instagram, whose names it uses.
///
/// @param site a site's short name (`instagram`), or the host of a site that is not known, or [#ANY]
/// @param byId whether `user` is the site's number (or code) for the account and not a name
/// @param user lower case unless an id
public record Profile(String site, boolean byId, String user) implements Handle {
    public static final String ANY = "any";

    private static final String ID = "id:";

    static Profile ofCanonical(String rest) {
        int slash = rest.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("Not site/user: " + rest);
        }
        var user = rest.substring(slash + 1);
        boolean byId = user.startsWith(ID);
        return new Profile(rest.substring(0, slash), byId, byId ? user.substring(ID.length()) : user);
    }

    @Override
    public String canonical() {
        return "profile:" + site + "/" + (byId ? ID : "") + user;
    }

    @Override
    public String shown() {
        return site.equals(ANY) ? "@" + user : site + "/" + user;
    }

    long likeness() {
        return user.hashCode();
    }
}
