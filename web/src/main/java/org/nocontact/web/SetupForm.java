package org.nocontact.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Keeper;
import org.nocontact.core.Kind;
import org.nocontact.core.NoteKind;
import org.nocontact.core.Rule;
import org.nocontact.core.Topic;
import org.nocontact.core.Words;

/// What a person said about the rule they begin.
///
/// @param notes what they laid ready with it
record SetupForm(Rule rule, @Nullable LocalDate lastContact, List<Ready> notes) {
    private static final Map<String, Duration> COOLING_OFF =
            Map.of("24h", Rule.SHORTEST_COOLING_OFF, "72h", Rule.USUAL_COOLING_OFF, "168h", Duration.ofHours(168));
    private static final int MOST_YEARS = 50;

    record Ready(NoteKind kind, Words words) {}

    /// Reads all fields, so that everything that is wrong is said at once.
    ///
    /// @return null when something is wrong; the form says what
    static @Nullable SetupForm read(Visit visit, Form form) {
        var name = form.name("name");
        var lines = new WayLines(visit, form);
        var ways = lines.ways("handles");
        var kind = kind(visit, form);
        var notes = new ArrayList<Ready>();
        form.paragraphs("reasons").forEach(reason -> notes.add(new Ready(NoteKind.REASON, Words.text(reason))));
        var coolingOff = coolingOff(form);
        friend(form, notes);
        var lastContact = lastContact(visit, form);
        var goBetweens = lines.goBetweens("go-betweens");
        form.lines("activities").forEach(activity -> notes.add(new Ready(NoteKind.ACTIVITY, Words.text(activity))));
        form.lines("places").forEach(place -> notes.add(place(place)));
        kind.openTopics().forEach(topic -> exit(form, topic, notes));
        if (!form.isRight()) {
            return null;
        }
        var rule = Rule.about(name)
                .withWays(ways)
                .withGoBetweens(goBetweens)
                .withKind(kind)
                .withCoolingOff(coolingOff)
                .withPractice(form.text("practice").equals("yes"));
        return new SetupForm(rule, lastContact, List.copyOf(notes));
    }

    /// Begins the rule and lays the notes ready.
    void begin(Keeper keeper) {
        keeper.setRule(rule, lastContact);
        notes.forEach(note -> keeper.addNote(note.kind(), note.words()));
    }

    /// A number of days begins the rule without an end; the page has said why.
    private static Kind kind(Visit visit, Form form) {
        if (!form.text("kind").equals("limited")) {
            return new Kind.Indefinite();
        }
        var topics = topics(visit);
        if (topics.isEmpty()) {
            form.wrong("topic", "setup.topic.needed");
        }
        return Kind.leaving(topics);
    }

    private static Set<Topic> topics(Visit visit) {
        return visit.fields("topic").stream()
                .flatMap(word -> Topic.of(word).stream())
                .collect(Collectors.toSet());
    }

    private static Duration coolingOff(Form form) {
        var chosen = form.text("wait");
        var coolingOff = COOLING_OFF.get(chosen.isEmpty() ? "72h" : chosen);
        if (coolingOff == null) {
            form.wrong("wait", "form.choice");
            return Rule.USUAL_COOLING_OFF;
        }
        return coolingOff;
    }

    private static void friend(Form form, List<Ready> notes) {
        var name = form.line("friend");
        var phone = form.line("friend-phone");
        if (name.isEmpty() && !phone.isEmpty()) {
            form.wrong("friend", "setup.friend.name");
        }
        if (!name.isEmpty()) {
            notes.add(new Ready(NoteKind.FRIEND, new Words(Map.of(Words.TEXT, name, "phone", phone))));
        }
    }

    private static @Nullable LocalDate lastContact(Visit visit, Form form) {
        if (form.text("last-contact").isEmpty()) {
            return null;
        }
        var day = form.day("last-contact");
        var today = visit.now().day();
        if (day != null && (day.isAfter(today) || day.isBefore(today.minusYears(MOST_YEARS)))) {
            form.wrong("last-contact", "setup.last.past");
        }
        return day;
    }

    /// `The climbing hall: I go on Thursdays`, as it is asked for.
    static Ready place(String line) {
        var colon = line.indexOf(": ");
        return colon < 1
                ? new Ready(NoteKind.PLACE, Words.text(line))
                : new Ready(
                        NoteKind.PLACE,
                        new Words(Map.of(
                                Words.TEXT,
                                line.substring(0, colon).strip(),
                                "plan",
                                line.substring(colon + 2).strip())));
    }

    private static void exit(Form form, Topic topic, List<Ready> notes) {
        var text = form.line("exit-" + topic.word());
        if (!text.isEmpty()) {
            notes.add(new Ready(NoteKind.EXIT, new Words(Map.of("topic", topic.word(), Words.TEXT, text))));
        }
    }
}
