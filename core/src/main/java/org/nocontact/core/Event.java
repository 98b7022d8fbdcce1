package org.nocontact.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Something that happened. Events are only added, never changed. Where one refers to another, it does so by that
/// entry's number
/// in the ledger.
///
/// A component `words` is what a person wrote or received; everything else is a fact, needed to decide and to count.
public sealed interface Event {

    /// @param day the day on which it began, where the person is
    /// @param lastContact the day of the last contact before the rule, where the person said it
    record RuleBegun(Rule rule, LocalDate day, @Nullable LocalDate lastContact) implements Event {}

    record RuleTightened(List<Change> changes) implements Event {
        public RuleTightened {
            changes = List.copyOf(changes);
        }
    }

    record LooseningAsked(Loosening loosening) implements Event {}

    record LooseningCalledOff(long loosening) implements Event {}

    record LooseningConfirmed(long loosening) implements Event {}

    record AttemptAllowed(Act act, Handle to, Clause clause, String guard) implements Event {}

    /// What was allowed did not go out after all: the opening that it used is open again.
    record AttemptNotSent(long attempt) implements Event {}

    /// The words, if there were any, are an unsent letter from now on.
    record AttemptHeld(Act act, Handle to, Clause clause, String guard, Words words) implements Event {}

    /// The person says which topic a held draft serves; it may go out once as it was.
    record LookTaken(long held, Topic topic) implements Event {}

    /// A letter written on purpose.
    record LetterWritten(Words words) implements Event {}

    /// The words of the letter are gone for good; that it existed stays.
    record LetterBurned(long letter) implements Event {}

    /// The person says that they sent a released letter themselves.
    record LetterSent(long letter) implements Event {}

    /// @param via how it came: `text`, `email`, `call`, `letter`, …
    /// @param came when it came, as far as is known
    record ReachOutReceived(String via, Instant came, Words words) implements Event {}

    record ReachOutLabelled(long reachOut, InboundLabel label) implements Event {}

    /// @param answered whether the person answered it by themselves; otherwise it stays without an answer
    record ReachOutClosed(long reachOut, boolean answered) implements Event {}

    /// @param strength from 0 to 10; null when the person did not say
    record UrgeBegan(@Nullable Integer strength, Words words) implements Event {}

    /// The person says how strong it is, in the midst of it.
    record UrgeRated(long urge, int strength) implements Event {}

    /// @param helped the note (an activity, a friend) that helped; null for none of them
    record UrgeEased(
            long urge, @Nullable Integer strength, @Nullable Long helped, Words words) implements Event {}

    /// Contact that happened against the rule.
    ///
    /// @param day the day of `happened`, where the person is
    /// @param startAgain the person counts from here on; otherwise from where they counted before. Days kept
    /// stay kept either way.
    /// @param words `setOff`, `brought`, `next`: the answers to the three questions
    record SlipRecorded(Instant happened, LocalDate day, Act act, boolean startAgain, Words words) implements Event {}

    /// What happened on the days from `first` to `last`, both included, on which nothing was heard of the person.
    record DaysAnswered(LocalDate first, LocalDate last, DayAnswer answer) implements Event {}

    /// The person was here on this day.
    record DaySeen(LocalDate day) implements Event {}

    record NoteAdded(NoteKind kind, Words words) implements Event {}

    record NoteRemoved(long note) implements Event {}

    /// An empty value takes a setting back to its default.
    record SettingsChanged(SortedMap<String, String> settings) implements Event {
        public SettingsChanged {
            settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        }
    }

    /// @param tokenHash SHA-256 of the token, in hexadecimal; the token itself is kept nowhere
    record DeviceAdded(String name, String tokenHash) implements Event {}

    record DeviceRemoved(long device) implements Event {}

    /// A guard asked the gate on this day for the first time.
    record DeviceSeen(long device, LocalDate day) implements Event {}

    /// The words that belong to the event, empty for most.
    default Words words() {
        return Words.NONE;
    }
}
