package org.nocontact.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What the heads look at: cues, the shape of the text and its words.
final class Features {
    /// Single words and pairs are hashed into so many places.
    static final int WORDS = 4096;

    private static final int SHAPES = 24;
    private static final Pattern WORD = Pattern.compile("[a-z0-9']+|[^\\sa-z0-9']");
    private static final Pattern YOU = Pattern.compile("\\b(?:you|your|yours|yourself|you're|you've|you'll|you'd)\\b");
    private static final Pattern I = Pattern.compile("\\b(?:i|i'm|i've|i'll|i'd|me|my|mine|myself)\\b");
    private static final Pattern WE = Pattern.compile("\\b(?:we|us|our|ours|we're|we've|we'll|we'd)\\b");
    private static final Pattern THEY =
            Pattern.compile("\\b(?:he|she|they|him|her|them|his|their|he's|she's|they're)\\b");
    private static final Pattern NOT = Pattern.compile("\\b(?:no|not|never|nothing|nobody|none)\\b|n't\\b");
    private static final Pattern IF = Pattern.compile("\\bif\\b|\\bunless\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern FIRST_I = Pattern.compile("^(?:i|i'm|i've|i'll|i'd|my)\\b");
    private static final Pattern FIRST_YOU = Pattern.compile("^(?:you|your|you're|you've|you'll|you'd)\\b");
    private static final Pattern I_VERB_YOU = Pattern.compile("\\bi(?:'m|'ll|'ve|'d)?\\b[^.!?]{0,20}\\byou\\b");
    private static final Pattern YOU_VERB_ME =
            Pattern.compile("\\byou(?:'ll|'ve|'d|'re)?\\b[^.!?]{0,20}\\b(?:me|us|my)\\b");

    private final Cues cues;

    Features(Cues cues) {
        this.cues = cues;
    }

    /// A text turned to numbers: `places` with their `values`.
    record Vector(int[] places, float[] values) {
        double dot(float[] weights) {
            double sum = 0;
            for (int i = 0; i < places.length; i++) {
                sum += weights[places[i]] * values[i];
            }
            return sum;
        }
    }

    /// How many places a vector can have; the first one is always 1.
    int size() {
        return 1 + 2 * cues.all().size() + SHAPES + WORDS;
    }

    /// The vector of a text from its plain form.
    Vector of(String plain) {
        var making = new Making();
        making.add(0, 1);
        int place = 1;
        var counts = new int[cues.all().size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = count(cues.all().get(i).pattern(), plain, 4);
            making.add(place + 2 * i, counts[i] > 0 ? 1 : 0);
            making.add(place + 2 * i + 1, (counts[i] - 1) / 3f * (counts[i] > 1 ? 1 : 0));
        }
        place += 2 * counts.length;
        var shape = shape(plain);
        for (int i = 0; i < shape.length; i++) {
            making.add(place + i, shape[i]);
        }
        place += SHAPES;
        words(plain, place, making);
        return making.done();
    }

    private static float[] shape(String plain) {
        int words = Math.max(1, count(WORD, plain, 4000));
        var shape = new float[SHAPES];
        int at = 0;
        shape[at++] = (float) Math.log(1 + words) / 3;
        shape[at++] = words <= 2 ? 1 : 0;
        shape[at++] = words <= 5 ? 1 : 0;
        shape[at++] = words > 30 ? 1 : 0;
        shape[at++] = words > 60 ? 1 : 0;
        for (var pattern : List.of(YOU, I, WE, THEY, NOT, NUMBER)) {
            int count = count(pattern, plain, 200);
            shape[at++] = Math.min(1, 4f * count / words);
            shape[at++] = count > 0 ? 0.5f : 0;
        }
        shape[at++] = count(IF, plain, 2) / 2f;
        shape[at++] = plain.indexOf('?') >= 0 ? 0.7f : 0;
        shape[at++] = plain.indexOf('!') >= 0 ? 0.7f : 0;
        shape[at++] = FIRST_I.matcher(plain).find() ? 0.7f : 0;
        shape[at++] = FIRST_YOU.matcher(plain).find() ? 0.7f : 0;
        shape[at++] = count(I_VERB_YOU, plain, 3) / 3f;
        shape[at] = count(YOU_VERB_ME, plain, 3) / 3f;
        return shape;
    }

    private static void words(String plain, int place, Making making) {
        var found = new ArrayList<String>();
        var matcher = WORD.matcher(plain);
        while (matcher.find() && found.size() < 400) {
            found.add(matcher.group());
        }
        float weight = (float) (1.2 / Math.sqrt(Math.max(4, found.size())));
        var before = "^";
        for (var word : found) {
            making.add(place + Math.floorMod(word.hashCode() * 0x9E3779B1 >>> 7, WORDS), weight);
            making.add(place + Math.floorMod((before + ' ' + word).hashCode() * 0x85EBCA6B >>> 7, WORDS), weight);
            before = word;
        }
    }

    private static int count(Pattern pattern, String text, int most) {
        var matcher = pattern.matcher(text);
        int count = 0;
        while (count < most && matcher.find()) {
            count++;
        }
        return count;
    }

    private static final class Making {
        private int[] places = new int[1200];
        private float[] values = new float[1200];
        private int size;

        void add(int place, float value) {
            if (value == 0) {
                return;
            }
            if (size == places.length) {
                places = java.util.Arrays.copyOf(places, size * 2);
                values = java.util.Arrays.copyOf(values, size * 2);
            }
            places[size] = place;
            values[size++] = value;
        }

        Vector done() {
            return new Vector(java.util.Arrays.copyOf(places, size), java.util.Arrays.copyOf(values, size));
        }
    }
}
