package org.nocontact.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Makes more examples of the written ones, the same on every run: typing habits, and two messages in one.
final class Variants {
    private static final Set<String> DISTURB = Set.of("begging", "pressure", "blame", "guilt");
    private static final String[] ENDS = {" x", " xx", " lol", " ok", "...", " tbh"};
    private static final List<String> RANKS =
            java.util.Arrays.stream(InLabel.values()).map(InLabel::word).toList();

    private Variants() {}

    /// A share of the examples in another's typing, and of so many pairs those that fit in one message.
    static List<Example> of(List<Example> written, double share, int joins, Predicate<Example> learnt) {
        var made = new ArrayList<Example>();
        for (var example : written) {
            var random = new Random(example.text().hashCode());
            if (random.nextDouble() < share && learnt.test(example)) {
                made.add(example.with(typed(example.text(), random), example.labels()));
            }
        }
        var random = new Random(5);
        for (int i = 0; i < joins; i++) {
            var first = written.get(random.nextInt(written.size()));
            var second = written.get(random.nextInt(written.size()));
            boolean newLine = random.nextBoolean();
            if (first.in() == second.in() && learnt.test(first) && learnt.test(second) && fits(first, second)) {
                made.add(first.with(joined(first.text(), second.text(), newLine), labels(first, second)));
            }
        }
        return made;
    }

    private static boolean fits(Example first, Example second) {
        if (first.text().length() + second.text().length() > 400) {
            return false;
        }
        var labels = new HashSet<>(first.labels());
        labels.addAll(second.labels());
        boolean fishingAlone = !labels.contains("fishing")
                || labels.size() == 1
                || labels.contains("practical")
                || labels.contains("declaration")
                || labels.contains("pressure");
        return first.in() || labels.size() <= 3 && fishingAlone;
    }

    private static Set<String> labels(Example first, Example second) {
        var labels = new TreeSet<>(first.labels());
        labels.addAll(second.labels());
        if (first.in()) {
            return Set.of(RANKS.stream().filter(labels::contains).findFirst().orElseThrow());
        }
        if (labels.stream().anyMatch(DISTURB::contains)) {
            labels.remove("respectful");
        }
        return labels;
    }

    private static String joined(String first, String second, boolean newLine) {
        return first + (first.matches("(?s).*[.!?]") ? " " : newLine ? "\n" : ". ") + second;
    }

    private static String typed(String text, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> text.toLowerCase(Locale.ROOT);
            case 1 -> text.replaceAll("[.,!']", "").toLowerCase(Locale.ROOT);
            case 2 -> text.toUpperCase(Locale.ROOT);
            case 3 -> swapped(text, random);
            case 4 -> text + ENDS[random.nextInt(ENDS.length)];
            default ->
                text.replaceAll("\\byou\\b", "u").replaceAll("\\byour\\b", "ur").replace("'", "");
        };
    }

    private static String swapped(String text, Random random) {
        if (text.length() < 10) {
            return text;
        }
        int at = 1 + random.nextInt(text.length() - 3);
        return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
    }
}
