package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Act;
import org.nocontact.core.Attempt;
import org.nocontact.core.Change;
import org.nocontact.core.GoBetween;
import org.nocontact.core.Loosening;
import org.nocontact.core.NoteKind;
import org.nocontact.core.Rule;
import org.nocontact.core.Rules;
import org.nocontact.core.Topic;
import org.nocontact.core.Words;

class RulePageTest extends Visits {
    private static final Rule BEFORE = Rules.limitedTo(Topic.HOME, Topic.MONEY)
            .withGoBetweens(List.of(new GoBetween("Mia", List.of())))
            .withActs(Rules.leavingOut(Act.LIKE).acts());

    @BeforeEach
    void begin() {
        site.keeper.setRule(BEFORE, null);
    }

    @Test
    void tightensAtOnce() {
        var answer = post(
                "/rule/tighten",
                "drop",
                "home",
                "hold",
                "like",
                "cooling-off",
                "168",
                "reply-pause",
                "24",
                "name",
                "Dan");

        assertThat(answer.leadsTo()).isEqualTo("/rule?done=tightened#main");
        assertThat(rule().kind().openTopics()).containsExactly(Topic.MONEY);
        assertThat(rule().acts()).contains(Act.LIKE);
        assertThat(rule().coolingOff()).isEqualTo(Duration.ofDays(7));
        assertThat(rule().replyPause()).isEqualTo(Duration.ofDays(1));
        assertThat(rule().name()).isEqualTo("Dan");
        assertThat(pending()).isEmpty();
    }

    @Test
    void loosensNothingThroughTheFormThatTightens() {
        post("/rule/tighten", "cooling-off", "24", "reply-pause", "0", "drop", "work", "practice", "begin");

        assertThat(rule()).isEqualTo(BEFORE);
        assertThat(pending()).isEmpty();
    }

    @Test
    void addsWaysAndGoBetweensAtOnce() {
        post("/rule/tighten", "ways", "new@mail.example\n@daniel_new", "go-betweens", "Tom, tom@mail.example");

        assertThat(rule().ways()).hasSize(BEFORE.ways().size() + 2);
        assertThat(rule().goBetweens()).extracting(GoBetween::name).containsExactly("Mia", "Tom");
    }

    @Test
    void keepsWhatWasTypedWhenAWayCannotBeRead() {
        var answer = post("/rule/tighten", "ways", "fine@mail.example\nnot an address@");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(rule()).isEqualTo(BEFORE);
        assertThat(answer.body())
                .contains("<title>Error: Your rule")
                .contains("“not an address@”")
                .contains(">fine@mail.example\r\nnot an address@</textarea>");
    }

    @Test
    void endsPractice() {
        site.keeper.askToLoosen(new Loosening.ChangeRule(List.of(new Change.BeginPractice())));
        clock.passes(Duration.ofHours(73));
        site.keeper.confirm(pending().getFirst().seq());
        assertThat(get("/rule").body()).contains("id=\"practice\"");

        post("/rule/tighten", "practice", "end");

        assertThat(rule().practice()).isFalse();
        assertThat(get("/rule").body()).doesNotContain("id=\"practice\"");
    }

    @Test
    void showsWhenALooseningCouldTakeEffectBeforeItIsAskedFor() {
        assertThat(get("/rule/loosen").body()).contains("Thursday 5 March, 11:00");
        assertThat(get("/rule/end").body()).contains("Thursday 5 March, 11:00");
    }

    @Test
    void loosensNothingWhenItIsAskedFor() {
        var answer = post(
                "/rule/loosen",
                "open",
                "work",
                "leave",
                "look",
                "cooling-off",
                "24",
                "reply-pause",
                "0",
                "way",
                Rules.DANIEL.canonical(),
                "go-between",
                "Mia",
                "practice",
                "begin");

        assertThat(answer.leadsTo()).isEqualTo("/rule?done=asked#main");
        assertThat(rule()).isEqualTo(BEFORE);
        assertThat(pending()).hasSize(7);
        assertThat(get("/rule").body()).contains("Not before").contains("Take it back");
    }

    @Test
    void tightensNothingThroughTheFormThatLoosens() {
        var answer = post(
                "/rule/loosen",
                "cooling-off",
                "168",
                "open",
                "home",
                "leave",
                "like",
                "way",
                "mailto:nobody@x.example");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("At least one thing that should be looser");
        assertThat(rule()).isEqualTo(BEFORE);
        assertThat(pending()).isEmpty();
    }

    @Test
    void confirmsOnlyAfterTheWaitAndASecondYes() {
        post("/rule/loosen", "leave", "look");
        var asked = pending().getFirst().seq();

        var tooEarly = post("/rule/waiting/" + asked, "answer", "confirm");
        assertThat(tooEarly.leadsTo()).isEqualTo("/rule?done=not-yet#main");
        assertThat(rule()).isEqualTo(BEFORE);

        clock.passes(Duration.ofHours(73));
        assertThat(get("/rule").body()).contains("Both answers are right.");
        assertThat(rule()).isEqualTo(BEFORE);

        post("/rule/waiting/" + asked, "answer", "confirm");
        assertThat(rule().acts()).doesNotContain(Act.LOOK);
    }

    @Test
    void takesALooseningBackAtAnyMoment() {
        post("/rule/loosen", "leave", "look");

        var answer = post("/rule/waiting/" + pending().getFirst().seq(), "answer", "back");

        assertThat(answer.leadsTo()).isEqualTo("/rule?done=back#main");
        assertThat(pending()).isEmpty();
        assertThat(rule()).isEqualTo(BEFORE);
    }

    @Test
    void endsByTheSamePath() {
        post("/rule/end");
        assertThat(hasRule()).isTrue();

        clock.passes(Duration.ofHours(73));
        var answer = post("/rule/waiting/" + pending().getFirst().seq(), "answer", "confirm");

        assertThat(answer.leadsTo()).isEqualTo("/rule/ended#main");
        assertThat(hasRule()).isFalse();
        assertThat(get("/rule/ended").body()).contains("Your rule has ended.");
        assertThat(get("/rule").leadsTo()).isEqualTo("/setup");
    }

    @Test
    void addsAndRemovesWhatIsLaidReady() {
        post("/rule/notes/reason", "reason", "My own words");
        post("/rule/notes/friend", "friend", "Amira", "phone", "+1 555 0142");
        post("/rule/notes/activity", "activity", "Tea");
        post("/rule/notes/place", "place", "The bakery", "plan", "Another one");
        post("/rule/notes/exit", "exit", "The lease", "topic", "home");

        assertThat(get("/rule").body())
                .contains("My own words", "Amira", "+1 555 0142", "Tea", "The bakery", "Another one", "The lease");
        for (var kind : NoteKind.values()) {
            var note = Note.all(site.keeper, kind).getFirst().seq();
            post("/rule/notes/" + kind.word() + "/remove", "note", String.valueOf(note));
            assertThat(notes(kind)).isEmpty();
        }
    }

    @Test
    void asksForWordsWhereANoteHasNone() {
        var answer = post("/rule/notes/place", "place", " ", "plan", "I go home");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("This one is needed").contains("value=\"I go home\"");
        assertThat(notes(NoteKind.PLACE)).isEmpty();
    }

    @Test
    void showsHostileNamesAndWordsAsWords() {
        var hostile = "<img src=x onerror=alert(1)>\"'&";
        site.keeper.addNote(NoteKind.REASON, Words.text(hostile));
        post("/rule/tighten", "ways", hostile, "go-betweens", hostile, "name", hostile);

        assertThat(rule().name()).isEqualTo(hostile);
        for (var path :
                List.of("/rule", "/rule/loosen", "/rule/end", "/timeline", "/rule/loosen?way=" + "%22%3E%3Cimg")) {
            assertThat(get(path).body()).as(path).doesNotContain("<img");
        }
    }

    @Test
    void saysOfADeviceThatItWatchesOnlyWhatItWasSeenToAskAbout() {
        assertThat(states("/rule", "watched")).isZero();

        site.keeper.addDevice("Phone automation", "a".repeat(64));
        site.keeper.see(devices().iterator().next());
        site.keeper.attempt(new Attempt(Act.CALL, Rules.DANIELS_PHONE, Words.NONE, false, "Phone automation"));

        assertThat(states("/rule", "watched")).isEqualTo(1);
        assertThat(states("/rule", "guarded")).isZero();
        assertThat(get("/rule").body()).contains("<td>Phone automation</td>");

        clock.passes(Duration.ofDays(9));
        assertThat(states("/rule", "watched")).isZero();
    }

    private long states(String path, String state) {
        return Pattern.compile("</svg>\\s*" + state + "</span>")
                .matcher(get(path).body())
                .results()
                .count();
    }

    @Test
    void showsManyWaysAndGoBetweensAPageAtATime() {
        var many = new StringBuilder();
        for (var index = 0; index < 90; index++) {
            many.append("a").append(index).append("@mail.example\n");
        }
        post(
                "/rule/tighten",
                "ways",
                many.toString(),
                "go-betweens",
                many.toString().replace("@mail.example", ""));

        assertThat(get("/rule").body())
                .contains("a3@mail.example", "/rule?from=20#reach", "/rule?from=20#between")
                .doesNotContain("a80@mail.example");
        assertThat(get("/rule?from=80").body()).contains("a80@mail.example");
    }
}
