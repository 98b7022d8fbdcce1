package org.nocontact.core;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The rule that most tests are about: no contact with Daniel, with whom Mia is a go-between.
public final class Rules {
    public static final Handle DANIEL = mail("daniel@climbing.example");
    public static final Handle DANIELS_PHONE = phone("15550133");
    public static final Handle DANIELS_PAGE = new Profile("instagram", false, "daniel_climbs");
    public static final Handle MIA = mail("mia@office.example");
    public static final Handle A_FRIEND = mail("jonas@home.example");

    private Rules() {}

    public static Rule noContact() {
        return Rule.about("Daniel").withWays(List.of(way(DANIEL), way(DANIELS_PHONE), way(DANIELS_PAGE)));
    }

    public static Rule noContactWithGoBetween() {
        return noContact().withGoBetweens(List.of(new GoBetween("Mia", List.of(way(MIA)))));
    }

    public static Rule limitedTo(Topic... topics) {
        return noContact().withKind(new Kind.Limited(Set.of(topics)));
    }

    public static Rule leavingOut(Act... acts) {
        var held = EnumSet.allOf(Act.class);
        List.of(acts).forEach(held::remove);
        return noContact().withActs(held);
    }

    public static RuleInForce inForce(Rule rule) {
        return new RuleInForce(rule, TurnedClock.START);
    }

    public static RuleInForce inForce(Rule rule, Instant since) {
        return new RuleInForce(rule, since);
    }

    public static Handle mail(String address) {
        return EmailAddress.parse(address).orElseThrow();
    }

    /// @param digits a number in the United States, with its country and without a plus
    public static Handle phone(String digits) {
        return new PhoneNumber(1, digits.substring(1));
    }

    public static Way way(Handle handle) {
        return new Way(handle, handle.shown());
    }
}
