package org.nocontact.core;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What each guard asked the gate about, and when last.
final class Guards {
    /// More than a person can have devices; the ones that were quiet for longest are forgotten.
    private static final int MOST = 200;

    /// By the guard's name, the one that asked last at the end.
    private final Map<String, Map<Act, Instant>> asked = new LinkedHashMap<>();

    void asked(String guard, Act act, Instant at) {
        var acts = asked.remove(guard);
        if (acts == null) {
            acts = new EnumMap<>(Act.class);
        }
        acts.put(act, at);
        asked.put(guard, acts);
        if (asked.size() > MOST) {
            asked.remove(asked.keySet().iterator().next());
        }
    }

    /// The acts that the guard asked about since then.
    Set<Act> acts(String guard, Instant since) {
        var acts = EnumSet.noneOf(Act.class);
        asked.getOrDefault(guard, Map.of()).forEach((act, at) -> {
            if (!at.isBefore(since)) {
                acts.add(act);
            }
        });
        return acts;
    }

    /// @param at when this guard last asked about this act
    public record Asked(String guard, Act act, Instant at) {}

    /// As plain values, the guard that asked last at the end.
    List<Asked> snapshot() {
        return asked.entrySet().stream()
                .flatMap(guard -> guard.getValue().entrySet().stream()
                        .map(act -> new Asked(guard.getKey(), act.getKey(), act.getValue())))
                .toList();
    }

    static Guards of(List<Asked> snapshot) {
        var guards = new Guards();
        snapshot.forEach(one -> guards.asked(one.guard, one.act, one.at));
        return guards;
    }
}
