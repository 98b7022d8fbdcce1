package org.nocontact.core;

import java.util.regex.Pattern;

/// Recognises a draft that asks somebody to carry word to the ex: a verb of passing on, and within a few words of it
/// the ex by name
/// or pronoun. Talking *about* the ex is not passing on. English and German.
final class PassingOn {
    private static final String VERB =
            "tell|ask|let|say|give|pass|forward|show|text|message|remind|greet|hand|write|call"
                    + "|sag\\w{0,2}|frag\\w{0,2}|gib|geb\\w{0,2}|zeig\\w{0,2}|richt\\w{0,2}|grüß\\w{0,2}|schreib\\w{0,2}|leit\\w{0,2}|erinner\\w{0,2}";
    private static final String PRONOUN = "him|her|them|ihm|ihn|ihr";
    private static final int LONGEST_READ = 20_000;

    private final Pattern request;

    PassingOn(String name) {
        var first = Pattern.quote(name.strip().split("\\s+")[0]);
        request = Pattern.compile(
                "\\b(?:" + VERB + ")\\b[^.!?\\n]{0,40}?(?<![\\p{L}])(?:" + PRONOUN + "|" + Pattern.quote(name.strip())
                        + "|" + first + ")(?![\\p{L}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /// A text longer than 20,000 characters is read to there: no message to a friend is longer.
    boolean isAskedIn(String text) {
        return request.matcher(text.length() > LONGEST_READ ? text.substring(0, LONGEST_READ) : text)
                .find();
    }
}
