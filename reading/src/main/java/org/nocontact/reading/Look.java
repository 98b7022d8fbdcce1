package org.nocontact.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// One look at a text: how likely each label is, in windows if the text is long. The same text gives the same odds.
final class Look {
    /// About as many characters as the model reads in one window.
    private static final int WINDOW = 900;
    /// So many windows are given to the model; of the rest the cues are read.
    private static final int NETWORK_WINDOWS = 24;

    private final Features features;
    private final Heads heads;
    private final Optional<Network> network;

    Look(Features features, Heads heads, Optional<Network> network) {
        this.features = features;
        this.heads = heads;
        this.network = network;
    }

    /// The likelihoods of the labels, in the order of [InLabel] and [OutLabel].
    record Odds(double[] in, double[] out) {
        double of(InLabel label) {
            return in[label.ordinal()];
        }

        double of(OutLabel label) {
            return label == OutLabel.OFF_TOPIC ? 0 : out[label.ordinal()];
        }
    }

    boolean cuesAlone() {
        return network.isEmpty();
    }

    double threshold(OutLabel label) {
        return scale().threshold(label);
    }

    /// The labels of a received message, the likeliest first; an emergency goes before all when it is likely enough.
    List<InLabel> ranked(Odds odds) {
        boolean emergency = odds.of(InLabel.EMERGENCY) >= scale().emergencyFrom();
        return EnumSet.allOf(InLabel.class).stream()
                .sorted(Comparator.comparing((InLabel label) -> !(emergency && label == InLabel.EMERGENCY))
                        .thenComparingDouble(label -> -odds.of(label)))
                .toList();
    }

    private Scale scale() {
        return network.map(Network::scale).orElse(heads.scale());
    }

    /// Reads `typed` as a whole, or window by window if it is too long for that.
    Odds at(String typed) {
        if (typed.length() <= WINDOW) {
            return window(typed, true);
        }
        Odds all = null;
        var windows = windows(typed);
        for (int i = 0; i < windows.size(); i++) {
            boolean withNetwork = i < NETWORK_WINDOWS - 4 || i >= windows.size() - 4;
            var odds = window(windows.get(i), withNetwork);
            all = all == null ? odds : together(all, odds);
        }
        return all == null ? window(typed.substring(0, WINDOW), true) : scaled(all);
    }

    private Odds window(String typed, boolean withNetwork) {
        var plain = PlainText.of(typed).text();
        if (withNetwork && network.isPresent()) {
            var scores = network.get().scores(plain);
            return new Odds(scale().in(scores), scale().out(scores));
        }
        var scores = heads.scores(features.of(plain));
        return new Odds(heads.scale().in(scores), heads.scale().out(scores));
    }

    private static List<String> windows(String typed) {
        var windows = new ArrayList<String>();
        int start = -1;
        int end = 0;
        for (var sentence : Sentences.of(typed)) {
            if (start >= 0 && sentence.end() - start > WINDOW) {
                windows.add(typed.substring(start, end));
                start = sentence.start();
            }
            start = start < 0 ? sentence.start() : start;
            end = sentence.end();
        }
        if (start >= 0) {
            windows.add(typed.substring(start, end));
        }
        return windows;
    }

    /// What one window says strongly counts for the whole, except that small talk and respect must hold throughout.
    private static Odds together(Odds first, Odds second) {
        var in = new double[first.in.length];
        for (int i = 0; i < in.length; i++) {
            in[i] = Math.max(first.in[i], second.in[i]);
        }
        in[InLabel.SMALL_TALK.ordinal()] = Math.min(first.of(InLabel.SMALL_TALK), second.of(InLabel.SMALL_TALK));
        var out = new double[first.out.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.max(first.out[i], second.out[i]);
        }
        out[OutLabel.RESPECTFUL.ordinal()] = Math.min(first.of(OutLabel.RESPECTFUL), second.of(OutLabel.RESPECTFUL));
        return new Odds(in, out);
    }

    private static Odds scaled(Odds odds) {
        double sum = 0;
        for (double value : odds.in) {
            sum += value;
        }
        var in = odds.in.clone();
        for (int i = 0; i < in.length; i++) {
            in[i] /= sum;
        }
        return new Odds(in, odds.out);
    }
}
