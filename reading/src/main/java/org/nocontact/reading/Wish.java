package org.nocontact.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What a wish to come back names, and what it does not: regret, something that changed, a plan. An empty list says
/// that
/// no words for it were found, not that it is not meant.
public record Wish(List<Span> regret, List<Span> change, List<Span> plan) {
    private static final Set<String> REGRET = Set.of("sorry.own-fault", "again.regret-leaving");
    private static final Set<String> CHANGE = Set.of("again.change");
    /// Plain text, as the cues read it.
    private static final Pattern PLAN = Pattern.compile(
            "\\b(?:therap\\w+|counsell?\\w+|rehab|aa meetings?|mediat\\w+|one step at a time|step by step|slowly"
                    + "|take it slow|start (?:slow|small)|meet (?:once|for|on)|(?:i've|i have) (?:booked|signed up|moved|started|quit|stopped))\\b");

    private static final Cues CUES = Cues.load();

    public Wish {
        regret = List.copyOf(regret);
        change = List.copyOf(change);
        plan = List.copyOf(plan);
    }

    public static Wish in(String typed) {
        var plain = PlainText.of(typed);
        var hits = CUES.hits(plain.text());
        var plans = new ArrayList<Span>();
        var matcher = PLAN.matcher(plain.text());
        while (matcher.find()) {
            plans.add(span(plain, matcher.start(), matcher.end(), "plan"));
        }
        return new Wish(spans(plain, hits, REGRET), spans(plain, hits, CHANGE), plans);
    }

    private static List<Span> spans(PlainText plain, List<Cues.Hit> hits, Set<String> names) {
        return hits.stream()
                .filter(hit -> names.contains(hit.cue().name()))
                .map(hit -> span(plain, hit.start(), hit.end(), hit.cue().name()))
                .toList();
    }

    private static Span span(PlainText plain, int start, int end, String why) {
        int from = plain.origin(start);
        return new Span(from, Math.max(plain.origin(end), from + 1), InLabel.WANTS_BACK.word(), Span.Source.CUE, why);
    }
}
