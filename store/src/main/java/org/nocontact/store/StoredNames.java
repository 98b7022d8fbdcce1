package org.nocontact.store;

import static java.util.Map.entry;

import org.nocontact.core.Change;
import org.nocontact.core.Clause;
import org.nocontact.core.Event;
import org.nocontact.core.Kind;
import org.nocontact.core.Loosening;
import org.nocontact.core.Opening;

/// Every name that stands in stored JSON for a case of a sealed type.
final class StoredNames {
    static final Names<Event> EVENTS = Names.of(
            entry(Event.RuleBegun.class, "rule-begun"),
            entry(Event.RuleTightened.class, "rule-tightened"),
            entry(Event.LooseningAsked.class, "loosening-asked"),
            entry(Event.LooseningCalledOff.class, "loosening-called-off"),
            entry(Event.LooseningConfirmed.class, "loosening-confirmed"),
            entry(Event.AttemptAllowed.class, "attempt-allowed"),
            entry(Event.AttemptHeld.class, "attempt-held"),
            entry(Event.AttemptNotSent.class, "attempt-not-sent"),
            entry(Event.LookTaken.class, "look-taken"),
            entry(Event.LetterWritten.class, "letter-written"),
            entry(Event.LetterBurned.class, "letter-burned"),
            entry(Event.LetterSent.class, "letter-sent"),
            entry(Event.ReachOutReceived.class, "reach-out-received"),
            entry(Event.ReachOutLabelled.class, "reach-out-labelled"),
            entry(Event.ReachOutClosed.class, "reach-out-closed"),
            entry(Event.UrgeBegan.class, "urge-began"),
            entry(Event.UrgeRated.class, "urge-rated"),
            entry(Event.UrgeEased.class, "urge-eased"),
            entry(Event.SlipRecorded.class, "slip-recorded"),
            entry(Event.DaysAnswered.class, "days-answered"),
            entry(Event.DaySeen.class, "day-seen"),
            entry(Event.NoteAdded.class, "note-added"),
            entry(Event.NoteRemoved.class, "note-removed"),
            entry(Event.SettingsChanged.class, "settings-changed"),
            entry(Event.DeviceAdded.class, "device-added"),
            entry(Event.DeviceRemoved.class, "device-removed"),
            entry(Event.DeviceSeen.class, "device-seen"));

    static final Names<Kind> KINDS =
            Names.of(entry(Kind.Indefinite.class, "indefinite"), entry(Kind.Limited.class, "limited"));

    static final Names<Change> CHANGES = Names.of(
            entry(Change.Rename.class, "rename"),
            entry(Change.AddWay.class, "add-way"),
            entry(Change.RemoveWay.class, "remove-way"),
            entry(Change.AddGoBetween.class, "add-go-between"),
            entry(Change.RemoveGoBetween.class, "remove-go-between"),
            entry(Change.RemoveGoBetweenWay.class, "remove-go-between-way"),
            entry(Change.HoldAct.class, "hold-act"),
            entry(Change.LeaveAct.class, "leave-act"),
            entry(Change.OpenTopic.class, "open-topic"),
            entry(Change.DropTopic.class, "drop-topic"),
            entry(Change.LengthenCoolingOff.class, "lengthen-cooling-off"),
            entry(Change.ShortenCoolingOff.class, "shorten-cooling-off"),
            entry(Change.LengthenReplyPause.class, "lengthen-reply-pause"),
            entry(Change.ShortenReplyPause.class, "shorten-reply-pause"),
            entry(Change.EndPractice.class, "end-practice"),
            entry(Change.BeginPractice.class, "begin-practice"));

    static final Names<Loosening> LOOSENINGS = Names.of(
            entry(Loosening.ChangeRule.class, "change-rule"),
            entry(Loosening.EndRule.class, "end-rule"),
            entry(Loosening.Release.class, "release"));

    static final Names<Clause> CLAUSES = Names.of(
            entry(Clause.HeldAct.class, "held-act"),
            entry(Clause.Practice.class, "practice"),
            entry(Clause.ThroughGoBetween.class, "through-go-between"),
            entry(Clause.NeedsALook.class, "needs-a-look"),
            entry(Clause.OutsideTheTopics.class, "outside-the-topics"),
            entry(Clause.ReplyLater.class, "reply-later"),
            entry(Clause.ReplyTooLong.class, "reply-too-long"),
            entry(Clause.Emergency.class, "emergency"),
            entry(Clause.ActLeftOut.class, "act-left-out"),
            entry(Clause.Reply.class, "reply"),
            entry(Clause.ReleasedLetter.class, "released-letter"),
            entry(Clause.LookedAt.class, "looked-at"),
            entry(Clause.OpenTopic.class, "open-topic"));

    static final Names<Opening> OPENINGS = Names.of(
            entry(Opening.ReplyWindow.class, "reply-window"),
            entry(Opening.Release.class, "release"),
            entry(Opening.Look.class, "look"));

    private StoredNames() {}
}
