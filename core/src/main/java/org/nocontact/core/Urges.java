package org.nocontact.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the weak hours of a person add up to: how long their own took, and what eased them.
public final class Urges {
    private static final int LATEST = 50;
    /// An urge that nobody rated afterwards is over by then.
    private static final Duration OPEN_FOR = Duration.ofHours(12);

    /// A weak hour that has begun and was not rated again.
    public record Open(long seq, Instant began, @Nullable Integer strength) {}

    /// How often a note helped, and the summed strengths before and after, of the times that were rated both times.
    public record Helped(long note, int times, int rated, int before, int after) {}

    private @Nullable Open open;
    private int began;
    private final Deque<Long> minutes = new ArrayDeque<>();
    private final Map<Long, Helped> helped = new LinkedHashMap<>();

    /// How many weak hours there were.
    public int count() {
        return began;
    }

    /// The weak hour that the person is in.
    public Optional<Open> open(Instant now) {
        return Optional.ofNullable(open).filter(urge -> now.isBefore(urge.began.plus(OPEN_FOR)));
    }

    /// How many minutes the latest took, at most 50 of them, shortest first.
    public List<Long> minutes() {
        return minutes.stream().sorted().toList();
    }

    /// What helped, most often first.
    public List<Helped> helped() {
        return helped.values().stream()
                .sorted(Comparator.comparingInt(Helped::times).reversed())
                .toList();
    }

    void begin(long seq, Instant at, @Nullable Integer strength) {
        open = new Open(seq, at, strength);
        began++;
    }

    void rate(long urge, int strength) {
        if (open != null && open.seq == urge) {
            open = new Open(urge, open.began, strength);
        }
    }

    void ease(Event.UrgeEased eased, Instant at) {
        if (open == null || open.seq != eased.urge()) {
            return;
        }
        minutes.addLast(Math.max(0, Duration.between(open.began, at).toMinutes()));
        if (minutes.size() > LATEST) {
            minutes.removeFirst();
        }
        if (eased.helped() != null) {
            helped.merge(eased.helped(), once(eased.helped(), open.strength, eased.strength()), Urges::sum);
        }
        open = null;
    }

    private static Helped once(long note, @Nullable Integer before, @Nullable Integer after) {
        return before == null || after == null ? new Helped(note, 1, 0, 0, 0) : new Helped(note, 1, 1, before, after);
    }

    private static Helped sum(Helped one, Helped other) {
        return new Helped(
                one.note,
                one.times + other.times,
                one.rated + other.rated,
                one.before + other.before,
                one.after + other.after);
    }

    /// As plain values.
    public record Snapshot(@Nullable Open open, int began, List<Long> minutes, List<Helped> helped) {}

    Snapshot snapshot() {
        return new Snapshot(open, began, List.copyOf(minutes), List.copyOf(helped.values()));
    }

    static Urges of(Snapshot snapshot) {
        var urges = new Urges();
        urges.open = snapshot.open;
        urges.began = snapshot.began;
        urges.minutes.addAll(snapshot.minutes);
        snapshot.helped.forEach(helped -> urges.helped.put(helped.note, helped));
        return urges;
    }
}
