package org.nocontact.reading;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads one short personal message, on this machine and without a network: what it is, which words say so, and how
/// sure
/// that is. Safe for many threads. The model is loaded on the first need, beside; until it is there, and if
/// it
/// cannot come, the cues answer alone and say so.
public final class Reader implements MessageReader {
    /// Below it, or with a second label as near as [#NEAR], two labels are given.
    private static final double SURE = 0.45;

    private static final double NEAR = 0.12;
    /// Without the model a label of a draft is given this much sooner: in doubt more is held.
    private static final double SOONER = 0.7;

    private static final Set<OutLabel> DISTURBING =
            EnumSet.of(OutLabel.BEGGING, OutLabel.PRESSURE, OutLabel.BLAME, OutLabel.GUILT);

    private final Cues cues = Cues.load();
    private final Features features = new Features(cues);
    private final Heads heads = Heads.load();
    private final LoadingModel model;

    private Reader(LoadingModel model) {
        this.model = model;
    }

    /// A reader that keeps its model file in `cache`.
    public static Reader withModelIn(Path cache) {
        return new Reader(new LoadingModel(() -> ModelFiles.inFolder(cache).open()));
    }

    /// A reader without a model, for a machine where memory is short.
    public static Reader ofCuesAlone() {
        return new Reader(LoadingModel.never("The reading model was turned off."));
    }

    static Reader with(LoadingModel model) {
        return new Reader(model);
    }

    public ModelState state() {
        return model.state();
    }

    /// Begins to load the model, if nobody has; returns at once.
    @Override
    public void warmUp() {
        model.begin();
    }

    /// Waits until the model is there or cannot come, at most so long. For programs that read many messages and end.
    @Override
    public ModelState await(Duration atMost) throws InterruptedException {
        return model.await(atMost);
    }

    /// Reads what the ex wrote.
    @Override
    public Inbound readIn(String text) {
        if (text.isBlank()) {
            return new Inbound.Empty();
        }
        if (!Language.isEnglish(text)) {
            var danger = DangerAbroad.in(text, InLabel.EMERGENCY.word());
            return new Inbound.CannotRead(!danger.isEmpty(), danger);
        }
        var look = look();
        var odds = look.at(text);
        var ranked = look.ranked(odds);
        var first = ranked.get(0);
        var second = ranked.get(1);
        boolean sure = odds.of(first) >= SURE && odds.of(first) - odds.of(second) >= NEAR;
        var evidence = new Evidence(cues, look);
        var spans = new ArrayList<>(first == InLabel.SMALL_TALK ? List.of() : evidence.of(text, first));
        if (!sure && second != InLabel.SMALL_TALK) {
            spans.addAll(evidence.of(text, second));
        }
        spans.sort(Comparator.comparingInt(Span::start));
        var practical = new PracticalPart(cues, look).of(text);
        var all = confidences(odds);
        return sure
                ? new Inbound.Sure(first, odds.of(first), all, spans, practical, look.cuesAlone())
                : new Inbound.NotSure(first, second, all, spans, practical, look.cuesAlone());
    }

    /// Reads what the person is about to write. Names of `topics` that are not known serve nothing; none at all: no
    /// draft is
    /// off topic.
    @Override
    public Draft readOut(String text, Set<String> topics) {
        if (text.isBlank()) {
            return new Draft(Set.of(), Map.of(), List.of(), List.of(), List.of(), false, true);
        }
        if (!Language.isEnglish(text)) {
            var danger = DangerAbroad.in(text, OutLabel.CRISIS.word());
            Set<OutLabel> labels = danger.isEmpty() ? Set.of() : Set.of(OutLabel.CRISIS);
            return new Draft(labels, Map.of(), danger, List.of(), List.of(), true, false);
        }
        var look = look();
        var odds = look.at(text);
        var labels = labels(look, odds);
        var practical = new PracticalPart(cues, look).of(text);
        if (isOffTopic(text, labels, topics)) {
            labels.add(OutLabel.OFF_TOPIC);
        }
        var evidence = new Evidence(cues, look);
        var spans = new ArrayList<Span>();
        for (var label : labels) {
            if (label != OutLabel.OFF_TOPIC) {
                spans.addAll(evidence.of(text, label));
            }
        }
        spans.sort(Comparator.comparingInt(Span::start));
        var confidences = new EnumMap<OutLabel, Double>(OutLabel.class);
        for (int i = 0; i < Scale.OUT_LABELS; i++) {
            confidences.put(OutLabel.values()[i], odds.out()[i]);
        }
        var remarks = Tone.remarks(text, labels, spans);
        return new Draft(labels, confidences, spans, practical, remarks, look.cuesAlone(), true);
    }

    private Look look() {
        model.begin();
        return new Look(features, heads, model.ready());
    }

    private static Map<InLabel, Double> confidences(Look.Odds odds) {
        return EnumSet.allOf(InLabel.class).stream().collect(Collectors.toMap(label -> label, odds::of));
    }

    private static Set<OutLabel> labels(Look look, Look.Odds odds) {
        var labels = EnumSet.noneOf(OutLabel.class);
        var most = OutLabel.RESPECTFUL;
        for (int i = 0; i < Scale.OUT_LABELS; i++) {
            var label = OutLabel.values()[i];
            boolean calm = label == OutLabel.PRACTICAL || label == OutLabel.RESPECTFUL;
            double threshold = look.threshold(label) * (look.cuesAlone() && !calm ? SOONER : 1);
            if (odds.of(label) >= threshold) {
                labels.add(label);
            }
            // Danger is never the guess for a draft that nothing else fits.
            if (label != OutLabel.CRISIS
                    && odds.of(label) / look.threshold(label) > odds.of(most) / look.threshold(most)) {
                most = label;
            }
        }
        if (labels.isEmpty()) {
            labels.add(most);
        }
        if (labels.stream().anyMatch(DISTURBING::contains)) {
            labels.remove(OutLabel.RESPECTFUL);
        }
        return labels;
    }

    private static boolean isOffTopic(String text, Set<OutLabel> labels, Set<String> topics) {
        if (topics.isEmpty()) {
            return false;
        }
        var served = Topic.in(PlainText.of(text).text());
        boolean names =
                topics.stream().map(Topic::named).flatMap(Optional::stream).anyMatch(served::contains);
        boolean arranges = labels.contains(OutLabel.PRACTICAL);
        return !arranges || !names && !served.isEmpty();
    }
}
