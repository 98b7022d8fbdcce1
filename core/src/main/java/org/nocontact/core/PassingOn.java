package org.nocontact.core;

import static org.nocontact.core.PassingOnWords.*;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Recognises a draft that asks somebody to carry word to the ex: a verb of passing on that is asked of the reader, and
/// the ex by name or pronoun as the one it goes to. Talking *about* the ex is not passing on ("I can't tell you how I
/// miss him"), nor is asking to keep quiet. English and German.
///
/// Takes time in proportion to the text.
final class PassingOn {
    /// How far from the verb the ex can stand.
    private static final int WITHIN = 10;

    /// The names of the ex, in words, by their first word.
    private final Map<String, Set<List<String>>> names = new HashMap<>();

    /// @param names what the ex is and was called
    PassingOn(Collection<String> names) {
        names.forEach(this::take);
    }

    private void take(String name) {
        var words = Sentences.of(name).stream().flatMap(List::stream).toList();
        if (words.isEmpty()) {
            return;
        }
        take(words);
        words.stream()
                .filter(word -> word.length() > 1 && Character.isLetter(word.charAt(0)) && !NO_NAME.contains(word))
                .findFirst()
                .map(List::of)
                .ifPresent(this::take);
    }

    private void take(List<String> words) {
        names.computeIfAbsent(words.getFirst(), _ -> new HashSet<>()).add(words);
    }

    boolean isAskedIn(String text) {
        return Sentences.of(text).stream().anyMatch(this::isAskedIn);
    }

    private boolean isAskedIn(List<String> sentence) {
        for (var at = 0; at < sentence.size(); at++) {
            if (asks(new Place(sentence, at))) {
                return true;
            }
        }
        return false;
    }

    private boolean asks(Place verb) {
        var word = verb.word();
        if (CAN_YOU.contains(word) && endsInAVerb(verb)) {
            return true;
        }
        if (word.equals("bitte") && reaches(verb.next())) {
            return true;
        }
        var passesOn = TELL.contains(word) || SEND.contains(word) || LET.contains(word);
        return passesOn && verb.isAskedOfTheReader() && goesTo(verb);
    }

    private boolean goesTo(Place verb) {
        if (ME.contains(verb.next().word())) {
            return false;
        }
        if (LET.contains(verb.word())) {
            return reaches(verb.next()) && verb.next().within(4, KNOW);
        }
        if (TELL.contains(verb.word())) {
            var next = verb.next();
            for (var fillers = 0; fillers < 4 && FILLERS.contains(next.word()); fillers++) {
                if (reaches(next)) {
                    break;
                }
                next = next.next();
            }
            if (reaches(next) || (ASK.contains(verb.word()) && asksWhether(verb))) {
                return !next.next().within(3, NOTHING);
            }
        }
        return SEND.contains(verb.word()) && hasATo(verb);
    }

    /// "Ask if he still thinks of me."
    private boolean asksWhether(Place verb) {
        var next = verb.next();
        return WHETHER.contains(next.word()) && (HE.contains(next.next().word()) || reaches(next.next()));
    }

    /// "… to him", "… an ihn".
    private boolean hasATo(Place verb) {
        var place = verb.next();
        for (var far = 0; far < WITHIN && place.exists(); far++) {
            if (TO.contains(place.word())
                    && (reaches(place.next()) || reaches(place.next().next()))) {
                return !place.next().next().within(3, NOTHING);
            }
            place = place.next();
        }
        return false;
    }

    /// "Kannst du ihm … sagen"
    private boolean endsInAVerb(Place modal) {
        var place = modal.next();
        if (place.word().equals("du")) {
            place = place.next();
        }
        if (ME.contains(place.word())) {
            return false;
        }
        var reached = false;
        for (var far = 0; far < 2 * WITHIN && place.exists(); far++) {
            if (place.word().equals(Sentences.COMMA) || NOTHING.contains(place.word())) {
                return false;
            }
            if (reached && INFINITIVES.contains(place.word())) {
                return true;
            }
            reached |= reaches(place);
            place = place.next();
        }
        return false;
    }

    private boolean reaches(Place place) {
        return PRONOUNS.contains(place.word())
                || names.getOrDefault(place.word(), Set.of()).stream().anyMatch(place::begins);
    }

    /// A word in its sentence.
    private record Place(List<String> sentence, int at) {
        boolean exists() {
            return at >= 0 && at < sentence.size();
        }

        /// Empty beside the sentence.
        String word() {
            return exists() ? sentence.get(at) : "";
        }

        Place next() {
            return new Place(sentence, at + 1);
        }

        Place before() {
            return new Place(sentence, at - 1);
        }

        boolean begins(List<String> words) {
            return exists()
                    && at + words.size() <= sentence.size()
                    && sentence.subList(at, at + words.size()).equals(words);
        }

        /// Whether one of the words stands here or shortly after, in the same part of the sentence.
        boolean within(int far, Set<String> words) {
            var place = this;
            for (var i = 0; i < far && place.exists() && !place.word().equals(Sentences.COMMA); i++) {
                if (words.contains(place.word())) {
                    return true;
                }
                place = place.next();
            }
            return false;
        }

        /// Whether the verb here is a request to the reader, not something that somebody else does or did.
        boolean isAskedOfTheReader() {
            var before = before();
            while (SOFTENERS.contains(before.word())) {
                before = before.before();
            }
            if (AND.contains(before.word())) {
                return !OTHERS.contains(before.nearestSubject());
            }
            return before.leavesItToTheReader(word());
        }

        private boolean leavesItToTheReader(String verb) {
            var earlier = before();
            return switch (word()) {
                case "you" -> !DID.contains(earlier.word());
                case "to" -> REMEMBER.contains(earlier.word()) || hasYouBefore();
                case "not" -> earlier.word().equals("why");
                case "mind", "about" -> true;
                default ->
                    !OTHERS.contains(word())
                            && !NEVER.contains(word())
                            && !(MODALS.contains(word()) && OTHERS.contains(earlier.word()))
                            && !(NOUNS.contains(verb) && DETERMINERS.contains(word()));
            };
        }

        private boolean hasYouBefore() {
            var place = before();
            for (var i = 0; i < 3; i++) {
                if (place.word().equals("you")) {
                    return true;
                }
                place = place.before();
            }
            return false;
        }

        private String nearestSubject() {
            var place = this;
            for (var i = 0; i < 2 * WITHIN && place.exists(); i++) {
                if (OTHERS.contains(place.word())
                        || place.word().equals("you")
                        || place.word().equals("du")) {
                    return place.word();
                }
                place = place.before();
            }
            return "";
        }
    }
}
