package org.nocontact.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds written examples that are too near to messages which are only to be measured on: that have six words in a row
/// in common with one, or most of their words.
final class Nearness {
    private static final int RUN = 6;
    private static final int FEWEST_WORDS = 4;
    private static final double MOST_SHARED = 0.6;

    private final List<Set<String>> words = new ArrayList<>();
    private final Map<String, Integer> runs = new HashMap<>();

    Nearness(List<Example> measured) {
        for (var example : measured) {
            var said = words(example);
            words.add(new HashSet<>(said));
            for (var run : runs(said)) {
                runs.put(run, words.size());
            }
        }
    }

    List<Example> tooNear(List<Example> written) {
        return written.stream().filter(this::isTooNear).toList();
    }

    private boolean isTooNear(Example example) {
        var said = words(example);
        if (runs(said).stream().anyMatch(runs::containsKey)) {
            return true;
        }
        var own = new HashSet<>(said);
        return own.size() >= FEWEST_WORDS && words.stream().anyMatch(other -> share(own, other) >= MOST_SHARED);
    }

    private static double share(Set<String> first, Set<String> second) {
        if (second.size() < FEWEST_WORDS) {
            return 0;
        }
        long common = first.stream().filter(second::contains).count();
        return 1.0 * common / (first.size() + second.size() - common);
    }

    private static List<String> words(Example example) {
        return Arrays.stream(PlainText.of(example.text()).text().split("[^a-z0-9']+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<String> runs(List<String> words) {
        var runs = new ArrayList<String>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + RUN)));
        }
        return runs;
    }
}
