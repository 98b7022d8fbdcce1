package org.nocontact.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Act;
import org.nocontact.core.Clause;
import org.nocontact.core.Entry;
import org.nocontact.core.Event;
import org.nocontact.core.Loosening;
import org.nocontact.core.NoteKind;
import org.nocontact.core.Rule;

/// Says each event of the ledger in one plain sentence.
///
/// @param zone where the person is
/// @param entry finds the entry that another one refers to
record EventWords(Texts t, ZoneId zone, LocalDate today, LongFunction<Optional<Entry>> entry) {
    private static final int SHORT = 120;

    String say(Entry said) {
        return switch (said.event()) {
            case Event.RuleBegun(var rule, var _, var last) -> begun(rule, last);
            case Event.RuleTightened(var changes) -> t.say("timeline.tightened", words().say(changes));
            case Event.LooseningAsked(var loosening) -> t.say("timeline.asked", words().say(loosening));
            case Event.LooseningCalledOff(var asked) -> t.say("timeline.called-off", loosening(asked));
            case Event.LooseningConfirmed(var asked) -> t.say("timeline.confirmed", loosening(asked));
            case Event.AttemptAllowed(var act, var _, var clause, var _) -> allowed(act, clause);
            case Event.AttemptHeld(var act, var _, var _, var _, var words) ->
                t.say("timeline.held", one(act))
                        + (words.isEmpty() ? "" : " " + t.say("timeline.held.kept"))
                        + gone(said);
            case Event.AttemptNotSent _ -> t.say("timeline.not-sent");
            case Event.LookTaken(var _, var topic) -> t.say("timeline.look", t.say("topic." + topic.word()));
            case Event.LetterWritten _ -> t.say("timeline.letter") + gone(said);
            case Event.LetterBurned _ -> t.say("timeline.burned");
            case Event.LetterSent _ -> t.say("timeline.sent");
            case Event.ReachOutReceived _ -> t.say("timeline.received");
            case Event.ReachOutLabelled(var _, var label) ->
                t.say("timeline.labelled", t.say("timeline.label." + label.word()));
            case Event.ReachOutClosed(var _, var answered) ->
                t.say(answered ? "timeline.answered" : "timeline.laid-aside");
            case Event.UrgeBegan(var strength, var _) ->
                strength == null ? t.say("timeline.urge") : t.say("timeline.urge.strength", strength);
            case Event.UrgeRated(var _, var strength) -> t.say("timeline.urge.rated", strength);
            case Event.UrgeEased(var _, var strength, var _, var _) ->
                strength == null ? t.say("timeline.eased") : t.say("timeline.eased.strength", strength);
            case Event.SlipRecorded(var happened, var _, var act, var startAgain, var _) ->
                t.say("timeline.slip", t.moment(happened.atZone(zone), today), one(act))
                        + (startAgain ? " " + t.say("timeline.slip.again") : "");
            case Event.DaysAnswered(var first, var last, var answer) ->
                first.equals(last)
                        ? t.say("timeline.day." + word(answer), t.day(first, today))
                        : t.say("timeline.days." + word(answer), t.day(first, today), t.day(last, today));
            case Event.DaySeen _ -> t.say("timeline.here");
            case Event.NoteAdded(var kind, var _) -> t.say("timeline.note." + kind.word());
            case Event.NoteRemoved(var note) -> t.say("timeline.note.removed." + kind(note));
            case Event.SettingsChanged _ -> t.say("timeline.settings");
            case Event.DeviceAdded(var name, var _) -> t.say("timeline.device", name);
            case Event.DeviceRemoved(var device) -> t.say("timeline.device.removed", device(device));
            case Event.DeviceSeen(var device, var _) -> t.say("timeline.device.seen", device(device));
        };
    }

    /// The person's own words where they are short; letters and messages stay on their own pages.
    static String own(Entry said) {
        if (!(said.event() instanceof Event.NoteAdded)) {
            return "";
        }
        return Note.shortened(said.event().words().text(), SHORT);
    }

    /// The page that shows more of it; empty where there is none.
    static String page(Entry said) {
        return switch (said.event()) {
            case Event.AttemptHeld held -> held.words().isEmpty() ? "" : "/letters/" + said.seq();
            case Event.LetterWritten _ -> said.burned() ? "" : "/letters/" + said.seq();
            case Event.ReachOutReceived _ -> "/received/" + said.seq();
            case Event.ReachOutLabelled(var reachOut, var _) -> "/received/" + reachOut;
            case Event.ReachOutClosed(var reachOut, var _) -> "/received/" + reachOut;
            case Event.LookTaken(var held, var _) -> "/letters/" + held;
            case Event.LetterSent(var letter) -> "/letters/" + letter;
            case Event.SlipRecorded _ -> "/slips";
            case Event.RuleBegun _,
                    Event.RuleTightened _,
                    Event.LooseningAsked _,
                    Event.LooseningCalledOff _,
                    Event.LooseningConfirmed _,
                    Event.AttemptAllowed _,
                    Event.AttemptNotSent _,
                    Event.LetterBurned _,
                    Event.UrgeBegan _,
                    Event.UrgeRated _,
                    Event.UrgeEased _,
                    Event.DaysAnswered _,
                    Event.DaySeen _,
                    Event.NoteAdded _,
                    Event.NoteRemoved _,
                    Event.SettingsChanged _,
                    Event.DeviceAdded _,
                    Event.DeviceRemoved _,
                    Event.DeviceSeen _ -> "";
        };
    }

    private String begun(Rule rule, @Nullable LocalDate last) {
        var topics = rule.kind().openTopics().stream()
                .sorted()
                .map(topic -> t.say("topic." + topic.word()))
                .toList();
        var begun = topics.isEmpty() ? t.say("timeline.begun") : t.say("timeline.begun.limited", t.list(topics));
        return last == null ? begun : begun + " " + t.say("timeline.begun.last", t.day(last, today));
    }

    private String allowed(Act act, Clause clause) {
        return t.say("timeline.allowed." + clause.id(), one(act));
    }

    private String one(Act act) {
        return t.say("act." + act.word() + ".one");
    }

    private String gone(Entry said) {
        return said.burned() ? " " + t.say("timeline.gone") : "";
    }

    private String loosening(long asked) {
        return entry.apply(asked)
                .map(Entry::event)
                .map(event -> event instanceof Event.LooseningAsked(Loosening loosening) ? words().say(loosening) : "")
                .orElse("");
    }

    private String kind(long note) {
        return entry.apply(note)
                .map(Entry::event)
                .map(event -> event instanceof Event.NoteAdded(NoteKind kind, var _) ? kind.word() : "reason")
                .orElse("reason");
    }

    private String device(long device) {
        return entry.apply(device)
                .map(Entry::event)
                .map(event -> event instanceof Event.DeviceAdded(var name, var _) ? name : "")
                .orElse("");
    }

    private ChangeWords words() {
        return new ChangeWords(t);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
