package org.nocontact.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Act;
import org.nocontact.core.Event;
import org.nocontact.core.Loosening;
import org.nocontact.core.Rule;
import org.nocontact.core.Way;

/// The facts of an event as JSON values. Their names are part of the interface.
final class ApiFacts {
    private ApiFacts() {}

    static String kind(Event event) {
        return switch (event) {
            case Event.RuleBegun _ -> "rule-begun";
            case Event.RuleTightened _ -> "rule-tightened";
            case Event.LooseningAsked _ -> "loosening-asked";
            case Event.LooseningCalledOff _ -> "loosening-called-off";
            case Event.LooseningConfirmed _ -> "loosening-confirmed";
            case Event.AttemptAllowed _ -> "attempt-allowed";
            case Event.AttemptHeld _ -> "attempt-held";
            case Event.AttemptNotSent _ -> "attempt-not-sent";
            case Event.LookTaken _ -> "look-taken";
            case Event.LetterWritten _ -> "letter-written";
            case Event.LetterBurned _ -> "letter-burned";
            case Event.LetterSent _ -> "letter-sent";
            case Event.ReachOutReceived _ -> "reach-out-received";
            case Event.ReachOutLabelled _ -> "reach-out-labelled";
            case Event.ReachOutClosed _ -> "reach-out-closed";
            case Event.UrgeBegan _ -> "urge-began";
            case Event.UrgeRated _ -> "urge-rated";
            case Event.UrgeEased _ -> "urge-eased";
            case Event.SlipRecorded _ -> "slip-recorded";
            case Event.DaysAnswered _ -> "days-answered";
            case Event.DaySeen _ -> "day-seen";
            case Event.NoteAdded _ -> "note-added";
            case Event.NoteRemoved _ -> "note-removed";
            case Event.SettingsChanged _ -> "settings-changed";
            case Event.DeviceAdded _ -> "device-added";
            case Event.DeviceRemoved _ -> "device-removed";
            case Event.DeviceSeen _ -> "device-seen";
        };
    }

    static Map<String, Object> of(Event event) {
        return switch (event) {
            case Event.RuleBegun(var rule, var day, var lastContact) ->
                facts("rule", rule(rule), "day", day, "lastContact", lastContact);
            case Event.RuleTightened(var changes) -> facts("changes", ApiChange.all(changes, Texts.in(Locale.ENGLISH)));
            case Event.LooseningAsked(var loosening) -> loosening(loosening);
            case Event.LooseningCalledOff(var asked) -> facts("loosening", asked);
            case Event.LooseningConfirmed(var asked) -> facts("loosening", asked);
            case Event.AttemptAllowed(var act, var to, var clause, var guard) ->
                facts("act", act.word(), "to", to.shown(), "clause", clause.id(), "guard", guard);
            case Event.AttemptHeld(var act, var to, var clause, var guard, var _) ->
                facts("act", act.word(), "to", to.shown(), "clause", clause.id(), "guard", guard);
            case Event.AttemptNotSent(var attempt) -> facts("attempt", attempt);
            case Event.LookTaken(var held, var topic) -> facts("held", held, "topic", topic.word());
            case Event.LetterWritten _ -> facts();
            case Event.LetterBurned(var letter) -> facts("letter", letter);
            case Event.LetterSent(var letter) -> facts("letter", letter);
            case Event.ReachOutReceived(var via, var came, var _) -> facts("via", via, "came", came);
            case Event.ReachOutLabelled(var reachOut, var label) -> facts("reachOut", reachOut, "label", label.word());
            case Event.ReachOutClosed(var reachOut, var answered) -> facts("reachOut", reachOut, "answered", answered);
            case Event.UrgeBegan(var strength, var _) -> facts("strength", strength);
            case Event.UrgeRated(var urge, var strength) -> facts("urge", urge, "strength", strength);
            case Event.UrgeEased(var urge, var strength, var helped, var _) ->
                facts("urge", urge, "strength", strength, "helped", helped);
            case Event.SlipRecorded(var happened, var day, var act, var startAgain, var _) ->
                facts("happened", happened, "day", day, "act", act.word(), "startAgain", startAgain);
            case Event.DaysAnswered(var first, var last, var answer) ->
                facts("first", first, "last", last, "answer", answer.name().toLowerCase(Locale.ROOT));
            case Event.DaySeen(var day) -> facts("day", day);
            case Event.NoteAdded(var kind, var _) -> facts("note", kind.word());
            case Event.NoteRemoved(var note) -> facts("note", note);
            case Event.SettingsChanged(var settings) -> facts("settings", settings);
            case Event.DeviceAdded(var name, var _) -> facts("name", name);
            case Event.DeviceRemoved(var device) -> facts("device", device);
            case Event.DeviceSeen(var device, var day) -> facts("device", device, "day", day);
        };
    }

    private static Map<String, Object> loosening(Loosening loosening) {
        return switch (loosening) {
            case Loosening.ChangeRule(var changes) ->
                facts("loosening", "change-rule", "changes", ApiChange.all(changes, Texts.in(Locale.ENGLISH)));
            case Loosening.EndRule() -> facts("loosening", "end-rule");
            case Loosening.Release(var letter) -> facts("loosening", "release", "letter", letter);
        };
    }

    private static Map<String, Object> rule(Rule rule) {
        return facts(
                "name", rule.name(),
                "ways", written(rule.ways()),
                "goBetweens",
                        rule.goBetweens().stream().map(ApiRule.Between::from).toList(),
                "kind", ApiRule.kind(rule),
                "topics",
                        rule.kind().openTopics().stream()
                                .sorted()
                                .map(topic -> topic.word())
                                .toList(),
                "acts", rule.acts().stream().sorted().map(Act::word).toList(),
                "coolingOff", ApiRule.hours(rule.coolingOff()),
                "replyPause", ApiRule.hours(rule.replyPause()),
                "practice", rule.practice());
    }

    private static List<String> written(List<Way> ways) {
        return ways.stream().map(Way::written).collect(Collectors.toList());
    }

    /// Names and values in turn; a null is left out.
    private static Map<String, Object> facts(@Nullable Object... namesAndValues) {
        var facts = new LinkedHashMap<String, Object>();
        for (var index = 0; index < namesAndValues.length; index += 2) {
            var value = namesAndValues[index + 1];
            if (value != null) {
                facts.put(String.valueOf(namesAndValues[index]), value);
            }
        }
        return facts;
    }
}
