package org.nocontact.core;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A rule made ready for the gate: looking up a handle takes the same time for one way to reach the ex and for
/// thousands.
public final class RuleInForce {
    private final Rule rule;
    private final Instant since;
    private final HandleIndex ex;
    private final HandleIndex goBetweens;
    private final Map<Handle, String> goBetweenNames = new HashMap<>();
    private final Map<Act, Verdict.Hold> holds = new EnumMap<>(Act.class);
    private final PassingOn passingOn;

    /// @param since when the rule began, not when it last changed
    public RuleInForce(Rule rule, Instant since) {
        this.rule = rule;
        this.since = since;
        this.ex = HandleIndex.of(
                Stream.concat(rule.ways().stream().map(Way::handle), Stream.of(new PersonName(rule.name())))
                        .toList());
        for (var goBetween : rule.goBetweens()) {
            goBetweenNames.put(new PersonName(goBetween.name()), goBetween.name());
            goBetween.ways().forEach(way -> goBetweenNames.put(way.handle(), goBetween.name()));
        }
        this.goBetweens = HandleIndex.of(goBetweenNames.keySet());
        rule.acts().forEach(act -> holds.put(act, new Verdict.Hold(new Clause.HeldAct(act))));
        this.passingOn = new PassingOn(names(rule));
    }

    private static List<String> names(Rule rule) {
        var alsoCalled = rule.ways().stream()
                .map(Way::handle)
                .filter(PersonName.class::isInstance)
                .map(Handle::shown);
        return Stream.concat(Stream.of(rule.name()), alsoCalled).toList();
    }

    public Rule rule() {
        return rule;
    }

    public Instant since() {
        return since;
    }

    public boolean reachesTheEx(Handle handle) {
        return ex.contains(handle);
    }

    /// Whether what goes to this handle has to be read before it may go: a go-between could be asked to pass it on.
    public boolean reachesAGoBetween(Handle handle) {
        return goBetween(handle) != null;
    }

    /// The name of the go-between whom this handle reaches; null when it reaches none.
    @Nullable
    String goBetween(Handle handle) {
        var known = goBetweens.find(handle);
        return known == null ? null : goBetweenNames.get(known);
    }

    /// The regions (such as `DE`) in which the ex's numbers lie: a number written without its country is tried in
    /// these.
    public List<String> regions() {
        return rule.ways().stream()
                .map(Way::handle)
                .filter(handle -> handle instanceof PhoneNumber number && number.isInternational())
                .map(handle ->
                        PhoneNumberUtil.getInstance().getRegionCodeForCountryCode(((PhoneNumber) handle).country()))
                .distinct()
                .toList();
    }

    /// The verdict that holds the act; null where the rule does not.
    Verdict.@Nullable Hold hold(Act act) {
        return holds.get(act);
    }

    boolean asksToPassOn(String text) {
        return passingOn.isAskedIn(text);
    }

    boolean hasGoBetweens() {
        return !goBetweenNames.isEmpty();
    }
}
