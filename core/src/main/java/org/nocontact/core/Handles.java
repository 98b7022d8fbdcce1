package org.nocontact.core;

import java.util.List;
import java.util.Optional;

/// Reads what people, links and programs write to name someone.
public final class Handles {
    /// In characters; what is longer is not read.
    public static final int LONGEST = 65_536;

    private Handles() {}

    /// What was made of a text.
    public sealed interface Parsed {}

    /// The most specific handle that the text names.
    public record Read(Handle handle) implements Parsed {}

    /// The text names nobody.
    ///
    /// @param why what is wrong and what to do, to follow a subject such as "The address": "is empty"
    public record Unreadable(String why) implements Parsed {}

    /// Reads a link, an `@name`, an e-mail address, a telephone number or, if it is none of them, a name. White
    /// space around it does not count. Never throws, and takes time in proportion to the text.
    ///
    /// @param regions where numbers in national form could belong, as ISO 3166 codes (`DE`), likeliest first
    public static Parsed parse(String written, List<String> regions) {
        if (written.length() > LONGEST) {
            return new Unreadable("is longer than 65,536 characters");
        }
        var text = trimmed(written);
        if (text.isEmpty()) {
            return new Unreadable("is empty");
        }
        if (Spelling.hasControl(text)) {
            return new Unreadable("has a line end or another control character in it; leave that out");
        }
        return Links.read(text, regions)
                .or(() -> atName(text))
                .or(() -> PhoneText.read(text, regions).map(Read::new))
                .orElseGet(() -> text.indexOf('@') >= 0 ? mail(text) : name(text));
    }

    static Parsed mail(String text) {
        return EmailAddress.parse(text)
                .<Parsed>map(Read::new)
                .orElseGet(() -> new Unreadable("is not one e-mail address; write it like name@example.org"));
    }

    /// `@name`, `@user@host` of the fediverse, `@user:host` of Matrix.
    private static Optional<Parsed> atName(String text) {
        if (text.charAt(0) != '@' || text.length() > PersonName.LONGEST) {
            return Optional.empty();
        }
        Optional<Profile> profile;
        if (text.indexOf('@', 1) > 0) {
            profile = text.indexOf(':') > 0 ? Optional.empty() : WebProfile.ofAccount(text.substring(1));
        } else {
            profile = text.indexOf(':') > 0 ? Links.matrixUser(text) : Profile.read(Profile.ANY, false, text);
        }
        return profile.map(Read::new);
    }

    private static Parsed name(String text) {
        if (text.length() > PersonName.LONGEST) {
            return new Unreadable("is too long to be a name");
        }
        if (text.codePoints().allMatch(c -> c < 0x80 && !Character.isLetter(c))) {
            return new Unreadable("is neither a telephone number nor a name");
        }
        try {
            return new Read(new PersonName(text));
        } catch (IllegalArgumentException nothingLeft) {
            return new Unreadable("is empty");
        }
    }

    /// Narrowed, without white space, byte order marks and direction marks around it.
    private static String trimmed(String written) {
        int from = 0;
        int to = written.length();
        while (from < to && isEdge(written.charAt(from))) {
            from++;
        }
        while (to > from && isEdge(written.charAt(to - 1))) {
            to--;
        }
        return Spelling.narrow(written.substring(from, to));
    }

    private static boolean isEdge(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Spelling.isIgnorable(c);
    }
}
