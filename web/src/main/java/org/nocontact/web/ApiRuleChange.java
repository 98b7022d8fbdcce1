package org.nocontact.web;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Act;
import org.nocontact.core.EmailAddress;
import org.nocontact.core.GoBetween;
import org.nocontact.core.Handle;
import org.nocontact.core.Handles;
import org.nocontact.core.Keeper;
import org.nocontact.core.Kind;
import org.nocontact.core.NoteKind;
import org.nocontact.core.PersonName;
import org.nocontact.core.PhoneNumber;
import org.nocontact.core.Profile;
import org.nocontact.core.Rule;
import org.nocontact.core.RuleInForce;
import org.nocontact.core.Topic;
import org.nocontact.core.Way;
import org.nocontact.core.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Sets the rule: a field that is left out stays as it is, a list is the whole wanted list of its sort.
///
/// @param begun whether there was no rule before
/// @param done what tightens, in force now
/// @param waiting what loosens, and when it can be confirmed
record ApiRuleChange(boolean begun, List<ApiChange> done, List<ApiWaiting> waiting, ApiRule rule) {
    private static final List<Sort<?>> SORTS = List.of(
            new Sort<>("names", PersonName.class),
            new Sort<>("emails", EmailAddress.class),
            new Sort<>("phones", PhoneNumber.class),
            new Sort<>("profiles", Profile.class));

    private record Sort<H extends Handle>(String field, Class<H> type) {}

    static ApiReply set(ApiCall call) {
        var fields = call.fields(
                "name",
                "names",
                "emails",
                "phones",
                "profiles",
                "goBetweens",
                "kind",
                "topics",
                "acts",
                "coolingOff",
                "replyPause",
                "practice",
                "reasons",
                "lastContact");
        var keeper = call.keeper();
        var current = keeper.look((story, _) -> story.rule()).map(RuleInForce::rule);
        var lastContact = fields.day("lastContact");
        var reasons = fields.has("reasons") ? fields.texts("reasons") : null;
        var outcome = keeper.setRule(wanted(current, fields, call), lastContact);
        if (reasons != null) {
            setReasons(reasons, keeper);
        }
        var waiting = keeper.look((_, now) -> ApiWaiting.all(outcome.waiting(), now, call.t()));
        return ApiReply.ok(
                new ApiRuleChange(outcome.begun(), ApiChange.all(outcome.done(), call.t()), waiting, ApiRule.of(call)));
    }

    private static Rule wanted(Optional<Rule> current, ApiFields fields, ApiCall call) {
        var rule = current.isPresent() ? named(current.get(), fields) : Rule.about(fields.line("name"));
        for (var sort : SORTS) {
            rule = withWays(rule, sort, fields, call);
        }
        if (fields.has("goBetweens")) {
            rule = rule.withGoBetweens(goBetweens(rule, fields.list("goBetweens"), call));
        }
        if (fields.has("acts")) {
            rule = rule.withActs(new HashSet<>(
                    fields.listOf("acts", Act::of, Arrays.stream(Act.values()).map(Act::word))));
        }
        rule = rule.withKind(kind(rule.kind(), fields));
        return withDurations(rule, fields).withPractice(fields.flag("practice", rule.practice()));
    }

    private static Rule named(Rule rule, ApiFields fields) {
        var name = fields.lineOrNull("name");
        return name == null ? rule : rule.withName(name);
    }

    private static Rule withDurations(Rule rule, ApiFields fields) {
        var coolingOff = fields.duration("coolingOff");
        var replyPause = fields.duration("replyPause");
        var cooled = coolingOff == null ? rule : rule.withCoolingOff(coolingOff);
        return replyPause == null ? cooled : cooled.withReplyPause(replyPause);
    }

    private static <H extends Handle> Rule withWays(Rule rule, Sort<H> sort, ApiFields fields, ApiCall call) {
        if (!fields.has(sort.field)) {
            return rule;
        }
        var others = rule.ways().stream().filter(way -> !sort.type.isInstance(way.handle()));
        var wanted = fields.lines(sort.field).stream()
                .filter(written -> !written.isEmpty())
                .map(written -> new Way(read(written, sort, call), written));
        return rule.withWays(Stream.concat(others, wanted).toList());
    }

    /// A name is taken as it stands: one that looks like a number is a name when the person says so.
    private static Handle read(String written, Sort<?> sort, ApiCall call) {
        if (sort.type != PersonName.class) {
            return call.read(written, sort.type, sort.field);
        }
        try {
            return new PersonName(written);
        } catch (IllegalArgumentException noName) {
            throw new ApiRefusal(422, "field.handle.names", ApiFields.echo(written));
        }
    }

    private static Kind kind(Kind current, ApiFields fields) {
        var word = fields.lineOrNull("kind");
        if (word == null && !fields.has("topics")) {
            return current;
        }
        var topics = topics(current, fields);
        return switch (word) {
            case null -> Kind.leaving(topics);
            case "indefinite" -> indefinite(fields, topics);
            case "limited" -> new Kind.Limited(topics);
            default -> throw new ApiRefusal(422, word.matches(".*\\d.*") ? "field.kind.days" : "field.kind");
        };
    }

    private static Kind indefinite(ApiFields fields, Set<Topic> topics) {
        if (fields.has("topics") && !topics.isEmpty()) {
            throw new ApiRefusal(422, "field.kind.topics");
        }
        return new Kind.Indefinite();
    }

    private static Set<Topic> topics(Kind current, ApiFields fields) {
        return fields.has("topics")
                ? new HashSet<>(fields.listOf(
                        "topics", Topic::of, Arrays.stream(Topic.values()).map(Topic::word)))
                : current.openTopics();
    }

    private static List<GoBetween> goBetweens(Rule rule, List<JsonNode> wanted, ApiCall call) {
        return wanted.stream().map(one -> goBetween(rule, one, call)).toList();
    }

    /// A name, or an object with a name and the whole wanted list of ways; ways that are not spoken of stay.
    private static GoBetween goBetween(Rule rule, JsonNode one, ApiCall call) {
        if (one.isString()) {
            return goBetween(rule, one.stringValue(), null);
        }
        if (!(one instanceof ObjectNode object)) {
            throw new ApiRefusal(422, "field.go-between");
        }
        var fields = ApiFields.of(object, "name", "ways");
        var ways = fields.lines("ways").stream().map(way -> way(way, call)).toList();
        return goBetween(rule, fields.line("name"), fields.has("ways") ? ways : null);
    }

    private static GoBetween goBetween(Rule rule, String name, @Nullable List<Way> ways) {
        var wanted = new GoBetween(name, ways == null ? List.of() : ways);
        return rule.goBetweens().stream()
                .filter(other -> other.name().equalsIgnoreCase(wanted.name()))
                .findFirst()
                .map(known -> new GoBetween(known.name(), ways == null ? known.ways() : ways))
                .orElse(wanted);
    }

    private static Way way(String written, ApiCall call) {
        return switch (call.read(written)) {
            case Handles.Read(var handle) -> new Way(handle, written);
            case Handles.Unreadable _ -> throw new ApiRefusal(422, "field.handle.ways", ApiFields.echo(written));
        };
    }

    private static void setReasons(List<String> wanted, Keeper keeper) {
        var notes = keeper.look((story, _) -> story.notes(NoteKind.REASON));
        var known = new HashSet<String>();
        for (var note : notes) {
            var text = reason(note, keeper);
            if (text == null || !wanted.contains(text) || !known.add(text)) {
                keeper.removeNote(note);
            }
        }
        wanted.stream()
                .filter(reason -> !reason.isBlank() && known.add(reason))
                .forEach(reason -> keeper.addNote(NoteKind.REASON, Words.text(reason)));
    }

    private static @Nullable String reason(long note, Keeper keeper) {
        return keeper.ledger()
                .entry(keeper.account(), note)
                .map(ApiRule::reason)
                .orElse(null);
    }
}
