package org.nocontact.web;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.nocontact.core.Act;
import org.nocontact.core.Attempt;
import org.nocontact.core.InboundLabel;
import org.nocontact.core.Kind;
import org.nocontact.core.Loosening;
import org.nocontact.core.NoteKind;
import org.nocontact.core.PersonName;
import org.nocontact.core.Rule;
import org.nocontact.core.Topic;
import org.nocontact.core.Words;

/// Somebody with a bit of everything in their ledger, and the way to every page from Today.
final class Everywhere {
    private static final List<String> NOT_LINKED = List.of(
            "/letters?q=nothing+has+this", "/letters?q=tram", "/slips?day=2026-03-02", "/setup", "/danger", "/nowhere");

    private Everywhere() {}

    /// After three weeks: letters in every state, slips, messages, weak hours, a gap.
    static PersonWithARule aPersonWithEverything() {
        var person =
                new PersonWithARule(Rule.about("Daniel").withKind(new Kind.Limited(Set.of(Topic.HOME, Topic.MONEY))));
        var keeper = person.trial.keeper;
        var daniel = new PersonName("Daniel");
        keeper.addNote(NoteKind.REASON, Words.text("I asked three times. The third answer was the same."));
        keeper.addNote(NoteKind.REASON, Words.text("Donaudampfschifffahrtsgesellschaftskapitänswitwenrente".repeat(3)));
        keeper.addNote(NoteKind.FRIEND, new Words(Map.of("text", "Amira", "phone", "+1 555 0142")));
        var walk = keeper.addNote(NoteKind.ACTIVITY, Words.text("Walk to the bridge and back"));
        var ready = keeper.writeLetter(Words.text("Daniel,\n\ntoday somebody on the tram wore your green jacket."));
        for (var hour = 0; hour < 4; hour++) {
            person.lives(Duration.ofDays(1));
            var urge = keeper.urge(8, Words.NONE);
            person.clock.passes(Duration.ofMinutes(20));
            keeper.ease(new org.nocontact.core.Event.UrgeEased(urge, 3, walk, Words.NONE));
        }
        keeper.slip(
                person.clock.truth(),
                Act.TEXT,
                false,
                new Words(Map.of("setOff", "A song", "brought", "One word.", "next", "I ring Amira.")));
        keeper.burn(keeper.writeLetter(Words.text("gone")));
        keeper.receive("email", person.clock.truth(), Words.text("An old one"));
        person.lives(Duration.ofDays(10));
        keeper.askToLoosen(new Loosening.Release(ready));
        var sent = keeper.writeLetter(Words.text("Sent in the end"));
        keeper.askToLoosen(new Loosening.Release(sent));
        var open = keeper.writeLetter(Words.text("May go out"));
        keeper.askToLoosen(new Loosening.Release(open));
        person.lives(Duration.ofDays(3));
        keeper.look((story, now) -> story.pending(now.trusted())).stream()
                .filter(waiting -> List.of(new Loosening.Release(open), new Loosening.Release(sent))
                        .contains(waiting.loosening()))
                .forEach(waiting -> keeper.confirm(waiting.seq()));
        keeper.sent(sent);
        keeper.askToLoosen(new Loosening.Release(keeper.writeLetter(Words.text("Waits"))));
        keeper.askToLoosen(new Loosening.EndRule());
        keeper.attempt(new Attempt(Act.EMAIL, daniel, Words.text("The boiler is broken again."), false, "mail"));
        keeper.attempt(new Attempt(Act.CALL, daniel, Words.NONE, false, "phone"));
        keeper.label(
                keeper.receive("text", person.clock.truth(), Words.text("The landlord comes on Thursday.")),
                InboundLabel.PRACTICAL);
        keeper.label(keeper.receive("letter", person.clock.truth(), Words.text("Please stop.")), InboundLabel.BOUNDARY);
        keeper.label(
                keeper.receive(
                        "text", person.clock.truth(), Words.text("I made a mistake leaving you. Can we try again?")),
                InboundLabel.WANTS_BACK);
        keeper.label(
                keeper.receive("text", person.clock.truth(), Words.text("We are at the hospital.")),
                InboundLabel.EMERGENCY);
        keeper.receive("text", person.clock.truth(), Words.text("Kannst du mir bitte schreiben, wann du Zeit hast?"));
        keeper.close(keeper.receive("call", person.clock.truth(), Words.text("She rang")), false);
        keeper.receive("text", person.clock.truth(), Words.text("https://example.org/" + "a".repeat(200)));
        keeper.attempt(new Attempt(
                Act.EMAIL,
                daniel,
                new Words(
                        Map.of("text", "Look.", "attached", "00 text/html us.html", "message", TrialMailroom.MESSAGE)),
                false,
                "mail"));
        person.trial.mail.setup = TrialMailroom.GMX;
        person.trial.mail.state = TrialMailroom.open(person.clock.truth());
        person.clock.passes(Duration.ofHours(5));
        return person;
    }

    /// The paths of all pages that can be reached, of each kind one: pages of one address are alike when they offer the
    /// same buttons.
    static List<String> pages(Visitor visitor) {
        var seen = new HashSet<String>();
        var kinds = new HashSet<String>();
        var pages = new ArrayList<String>();
        var next = new ArrayDeque<>(List.of("/"));
        next.addAll(NOT_LINKED);
        while (!next.isEmpty()) {
            var path = next.remove();
            if (!seen.add(path)) {
                continue;
            }
            var answer = visitor.get(path);
            if (answer.statusCode() / 100 == 3) {
                next.add(withoutFragment(answer.headers().firstValue("Location").orElseThrow()));
                continue;
            }
            if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                continue;
            }
            var page = Jsoup.parse(answer.body());
            if (kinds.add(path.replaceAll("\\d+", "N") + page.select("button").eachText())) {
                pages.add(path);
            }
            next.addAll(links(page));
        }
        return pages;
    }

    private static List<String> links(Document page) {
        return page.select("a[href^=/]").eachAttr("href").stream()
                .map(Everywhere::withoutFragment)
                .distinct()
                .toList();
    }

    private static String withoutFragment(String path) {
        var fragment = URI.create(path).getRawFragment();
        return fragment == null ? path : path.substring(0, path.length() - fragment.length() - 1);
    }
}
