package org.nocontact.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.nocontact.core.Act;
import org.nocontact.core.EmailAddress;
import org.nocontact.core.Entry;
import org.nocontact.core.GoBetween;
import org.nocontact.core.Handle;
import org.nocontact.core.Keeper;
import org.nocontact.core.Kind;
import org.nocontact.core.NoteKind;
import org.nocontact.core.PersonName;
import org.nocontact.core.PhoneNumber;
import org.nocontact.core.Profile;
import org.nocontact.core.Rule;
import org.nocontact.core.Topic;
import org.nocontact.core.Way;

/// The rule in force.
///
/// @param names other names of the ex
/// @param coolingOff in hours, as in `72h`
/// @param replyPause in hours, as in `12h`
/// @param since when the rule began
/// @param waiting what would loosen it
record ApiRule(
        String name,
        List<String> names,
        List<String> emails,
        List<String> phones,
        List<String> profiles,
        List<Between> goBetweens,
        String kind,
        List<String> topics,
        List<String> acts,
        String coolingOff,
        String replyPause,
        boolean practice,
        List<String> reasons,
        Instant since,
        List<ApiWaiting> waiting) {

    /// @param ways how the go-between can be reached
    record Between(String name, List<String> ways) {
        static Between from(GoBetween goBetween) {
            return new Between(
                    goBetween.name(),
                    goBetween.ways().stream().map(Way::written).toList());
        }
    }

    static ApiReply show(ApiCall call) {
        return ApiReply.ok(of(call));
    }

    /// @throws ApiRefusal when there is no rule
    static ApiRule of(ApiCall call) {
        var reasons = reasons(call.keeper());
        return call.keeper().look((story, now) -> {
            var rule = story.rule().orElseThrow(() -> new ApiRefusal(404, "no-rule"));
            var waiting = ApiWaiting.all(story.pending(now.trusted()), now, call.t());
            return from(rule.rule(), reasons, rule.since(), waiting);
        });
    }

    private static ApiRule from(Rule rule, List<String> reasons, Instant since, List<ApiWaiting> waiting) {
        return new ApiRule(
                rule.name(),
                ways(rule, PersonName.class),
                ways(rule, EmailAddress.class),
                ways(rule, PhoneNumber.class),
                ways(rule, Profile.class),
                rule.goBetweens().stream().map(Between::from).toList(),
                kind(rule),
                rule.kind().openTopics().stream().sorted().map(Topic::word).toList(),
                rule.acts().stream().sorted().map(Act::word).toList(),
                hours(rule.coolingOff()),
                hours(rule.replyPause()),
                rule.practice(),
                reasons,
                since,
                waiting);
    }

    static String kind(Rule rule) {
        return switch (rule.kind()) {
            case Kind.Indefinite() -> "indefinite";
            case Kind.Limited _ -> "limited";
        };
    }

    /// The reasons for the rule, in the order in which they were given.
    static List<String> reasons(Keeper keeper) {
        return keeper.look((story, _) -> story.notes(NoteKind.REASON)).stream()
                .flatMap(note -> keeper.ledger().entry(keeper.account(), note).stream())
                .map(ApiRule::reason)
                .toList();
    }

    static String reason(Entry note) {
        return note.event().words().text();
    }

    /// Hours where they are whole, else ISO 8601.
    static String hours(Duration duration) {
        return duration.equals(Duration.ofHours(duration.toHours())) ? duration.toHours() + "h" : duration.toString();
    }

    private static List<String> ways(Rule rule, Class<? extends Handle> sort) {
        return rule.ways().stream()
                .filter(way -> sort.isInstance(way.handle()))
                .map(Way::written)
                .toList();
    }
}
