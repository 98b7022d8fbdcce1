package org.nocontact.core;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// The days of the rule: which were kept, which had contact, and of which nothing is known. Nothing is assumed: a day
/// counts as
/// kept when the person was here on it and said nothing else, or when they said so afterwards.
public final class Days {

    /// What is known of one day.
    public enum Mark {
        KEPT,
        CONTACT,
        SKIPPED,
        UNKNOWN
    }

    /// A run of days, both ends included.
    public record Span(LocalDate first, LocalDate last) {
        public long length() {
            return ChronoUnit.DAYS.between(first, last) + 1;
        }
    }

    private static final int MOST_DAYS = 36_525;

    private final LocalDate first;
    private final BitSet known;
    private final BitSet contact;
    private final BitSet skipped;

    /// @param first the first day that counts
    Days(LocalDate first) {
        this(first, new BitSet(), new BitSet(), new BitSet());
    }

    private Days(LocalDate first, BitSet known, BitSet contact, BitSet skipped) {
        this.first = first;
        this.known = known;
        this.contact = contact;
        this.skipped = skipped;
    }

    public LocalDate first() {
        return first;
    }

    void seen(LocalDate day) {
        mark(known, day, day);
    }

    void contact(LocalDate day) {
        mark(contact, day, day);
        mark(known, day, day);
    }

    /// Takes in what the person says of some days. A day they were here on, or answered before, is not skipped by it.
    void answered(LocalDate from, LocalDate to, DayAnswer answer) {
        var days = new BitSet();
        mark(days, from, to);
        switch (answer) {
            case KEPT -> skipped.andNot(days);
            case CONTACTED -> contact.or(days);
            case SKIPPED -> {
                days.andNot(known);
                skipped.or(days);
            }
        }
        known.or(days);
    }

    /// Nothing is asked of the days without a rule that lie behind: from the last known day to the one before `day`.
    void pauseUntil(LocalDate day) {
        var lastKnown = first.plusDays(known.length());
        if (lastKnown.isBefore(day)) {
            answered(lastKnown, day.minusDays(1), DayAnswer.SKIPPED);
        }
    }

    public Mark of(LocalDate day) {
        var index = index(day);
        if (index < 0 || index >= MOST_DAYS || !known.get((int) index)) {
            return Mark.UNKNOWN;
        }
        if (contact.get((int) index)) {
            return Mark.CONTACT;
        }
        return skipped.get((int) index) ? Mark.SKIPPED : Mark.KEPT;
    }

    /// The days before today of which something is known: kept or with contact.
    public int counted(LocalDate today) {
        var past = past(known, today);
        past.andNot(skippedOnly());
        return past.cardinality();
    }

    /// Those of the counted days that were kept.
    public int kept(LocalDate today) {
        return counted(today) - past(contact, today).cardinality();
    }

    /// The most days kept one after another; days that were skipped or are unknown neither break a run nor lengthen it.
    public int longestRun(LocalDate today) {
        var longest = 0;
        var run = 0;
        for (var index = 0; index < indexOf(today); index++) {
            if (contact.get(index)) {
                run = 0;
            } else if (known.get(index) && !skipped.get(index)) {
                longest = Math.max(longest, ++run);
            }
        }
        return longest;
    }

    /// The days kept since the last contact.
    public int currentRun(LocalDate today) {
        var run = 0;
        for (var index = indexOf(today) - 1; index >= 0 && !contact.get(index); index--) {
            if (known.get(index) && !skipped.get(index)) {
                run++;
            }
        }
        return run;
    }

    public List<LocalDate> contactDays() {
        return contact.stream().mapToObj(first::plusDays).toList();
    }

    /// The earliest run of days before today of which nothing is known.
    public Optional<Span> gap(LocalDate today) {
        var end = indexOf(today);
        var from = known.nextClearBit(0);
        if (from >= end) {
            return Optional.empty();
        }
        var next = known.nextSetBit(from);
        var to = next < 0 || next > end ? end : next;
        return Optional.of(new Span(first.plusDays(from), first.plusDays(to - 1L)));
    }

    Snapshot snapshot() {
        return new Snapshot(first, words(known), words(contact), words(skipped));
    }

    static Days of(Snapshot snapshot) {
        return new Days(snapshot.first, bits(snapshot.known), bits(snapshot.contact), bits(snapshot.skipped));
    }

    /// The days as plain values: bits, the first day lowest.
    public record Snapshot(LocalDate first, List<Long> known, List<Long> contact, List<Long> skipped) {}

    private BitSet skippedOnly() {
        var only = (BitSet) skipped.clone();
        only.andNot(contact);
        return only;
    }

    private BitSet past(BitSet days, LocalDate today) {
        return days.get(0, indexOf(today));
    }

    private void mark(BitSet days, LocalDate from, LocalDate to) {
        var begin = Math.max(0, index(from));
        var end = Math.min(MOST_DAYS, index(to) + 1);
        if (begin < end) {
            days.set((int) begin, (int) end);
        }
    }

    private int indexOf(LocalDate day) {
        return (int) Math.clamp(index(day), 0, MOST_DAYS);
    }

    private long index(LocalDate day) {
        return ChronoUnit.DAYS.between(first, day);
    }

    private static List<Long> words(BitSet bits) {
        var words = new ArrayList<Long>();
        for (var word : bits.toLongArray()) {
            words.add(word);
        }
        return List.copyOf(words);
    }

    private static BitSet bits(List<Long> words) {
        return BitSet.valueOf(words.stream().mapToLong(Long::longValue).toArray());
    }
}
