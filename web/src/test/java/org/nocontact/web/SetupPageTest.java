package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Act;
import org.nocontact.core.GoBetween;
import org.nocontact.core.Kind;
import org.nocontact.core.NoteKind;
import org.nocontact.core.Rule;
import org.nocontact.core.Rules;
import org.nocontact.core.Topic;

class SetupPageTest extends Visits {

    @Test
    void needsOnlyTheName() {
        var answer = post("/setup", "name", "Daniel", "kind", "indefinite", "wait", "72h");

        assertThat(answer.leadsTo()).isEqualTo("/#main");
        assertThat(rule()).isEqualTo(Rule.about("Daniel"));
    }

    @Test
    void keepsEverythingThatWasSaid() {
        post(
                "/setup",
                "name",
                "Daniel",
                "handles",
                "daniel@climbing.example\n+1 555 0133\n\n",
                "kind",
                "limited",
                "topic",
                "home",
                "topic",
                "children",
                "exit-home",
                "The lease is in one name",
                "exit-money",
                "not a topic that was chosen",
                "reasons",
                "First line\nsecond line\n\nAnother reason",
                "wait",
                "168h",
                "friend",
                "Amira",
                "friend-phone",
                "+1 555 0142",
                "last-contact",
                "2026-02-20",
                "go-betweens",
                "Mia, mia@office.example\nTom",
                "activities",
                "Once round the block\nTea",
                "places",
                "Climbing hall: I go on Thursdays\nThe bakery",
                "practice",
                "yes");

        assertThat(rule().ways())
                .extracting(way -> way.handle().shown())
                .containsExactly("daniel@climbing.example", "+15550133");
        assertThat(rule().kind().openTopics()).containsExactlyInAnyOrder(Topic.HOME, Topic.CHILDREN);
        assertThat(rule().coolingOff()).isEqualTo(Duration.ofDays(7));
        assertThat(rule().practice()).isTrue();
        assertThat(rule().acts()).isEqualTo(EnumSet.allOf(Act.class));
        assertThat(rule().goBetweens()).extracting(GoBetween::name).containsExactly("Mia", "Tom");
        assertThat(notes(NoteKind.REASON)).containsExactly("First line\nsecond line", "Another reason");
        assertThat(notes(NoteKind.ACTIVITY)).containsExactly("Once round the block", "Tea");
        assertThat(notes(NoteKind.PLACE)).containsExactly("Climbing hall", "The bakery");
        assertThat(Note.all(site.keeper, NoteKind.PLACE).getFirst().part("plan"))
                .isEqualTo("I go on Thursdays");
        assertThat(Note.all(site.keeper, NoteKind.FRIEND).getFirst().part("phone"))
                .isEqualTo("+1 555 0142");
        assertThat(Note.all(site.keeper, NoteKind.EXIT)).singleElement().satisfies(exit -> {
            assertThat(exit.part("topic")).isEqualTo("home");
            assertThat(exit.text()).isEqualTo("The lease is in one name");
        });
        assertThat(countedFrom()).isEqualTo(LocalDate.of(2026, 2, 21));
    }

    @Test
    void saysOfEachLineThatCannotBeReadWhatIsNeededAndLosesNothing() {
        var answer = post(
                "/setup",
                "name",
                "Daniel",
                "handles",
                "daniel@climbing.example\ndaniel@\ndaniel.k.mail.example",
                "kind",
                "limited",
                "topic",
                "home",
                "reasons",
                "I asked three times.",
                "wait",
                "24h",
                "activities",
                "Tea");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(hasRule()).isFalse();
        assertThat(notes(NoteKind.REASON)).isEmpty();
        assertThat(answer.body())
                .contains("<title>Error: Make your rule")
                .contains("“daniel@”: an e-mail address with an @ in it")
                .contains("“daniel.k.mail.example”: an e-mail address with an @ in it")
                .contains("<a href=\"#handles\">")
                .contains("aria-describedby=\"handles-e handles-h\" aria-invalid=\"true\"")
                .containsPattern(
                        "<textarea[^>]*name=\"handles\"[^>]*>daniel@climbing.example\r\ndaniel@\r\ndaniel.k.mail.example<")
                .contains(">I asked three times.</textarea>")
                .contains("value=\"Daniel\"")
                .contains("name=\"kind\" value=\"limited\" id=\"limited\" checked")
                .contains("value=\"home\" id=\"topic\" checked")
                .contains("value=\"24h\" id=\"wait\" checked")
                .containsPattern("<details class=\"field more\" open");
    }

    @Test
    void saysWhatIsTooMuchAndKeepsIt() {
        var tooLong = "x".repeat(2_001);
        for (var field : List.of("handles", "reasons", "activities", "places", "friend", "go-betweens")) {
            var answer = post("/setup", "name", "Daniel", field, tooLong);
            assertThat(answer.status()).as(field).isEqualTo(422);
            assertThat(answer.body()).contains(tooLong).contains("<a href=\"#" + field + "\">At most 2,000 characters");
        }
        assertThat(post("/setup", "name", "Daniel", "activities", "tea\n".repeat(101))
                        .body())
                .contains("At most 100 at once");
        assertThat(hasRule()).isFalse();
    }

    @Test
    void asksForANameThatCanBeSeen() {
        for (var name : List.of("", "   ", "\u200b", "x".repeat(201))) {
            assertThat(post("/setup", "name", name).status()).as(name).isEqualTo(422);
        }
        assertThat(hasRule()).isFalse();
    }

    @Test
    void asksALimitedRuleForATopic() {
        var answer = post("/setup", "name", "Daniel", "kind", "limited");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("At least one topic");
    }

    @Test
    void takesNoLastContactThatIsStillToCome() {
        var answer = post("/setup", "name", "Daniel", "last-contact", "2026-03-03");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("A day in the past").contains("value=\"2026-03-03\"");
    }

    @Test
    void beginsTheRuleWithoutAnEndForWhoAsksForThirtyDaysAndSaysWhy() {
        var byChoice = post("/setup", "name", "Daniel", "kind", "30-days");

        assertThat(rule().kind()).isEqualTo(new Kind.Indefinite());
        assertThat(byChoice.leadsTo()).isEqualTo("/rule?days#main");
        assertThat(get("/rule?days").body())
                .contains(
                        "A last day turns every day before it into waiting for the moment you write. So this rule counts");
    }

    @Test
    void tellsWhoWritesThirtyDaysOfNoContactWhyThereIsNoLastDay() {
        var asked = post("/setup", "name", "Daniel", "reasons", "I want 30 days of no contact.");

        assertThat(asked.leadsTo()).isEqualTo("/rule?days#main");
        assertThat(notes(NoteKind.REASON)).containsExactly("I want 30 days of no contact.");
    }

    @Test
    void leadsToTheRuleWhereThereIsOneAndChangesNothing() {
        site.keeper.setRule(Rules.noContact(), null);

        assertThat(get("/setup").leadsTo()).isEqualTo("/rule");
        assertThat(post("/setup", "name", "Tom").leadsTo()).isEqualTo("/rule");
        assertThat(rule()).isEqualTo(Rules.noContact());
    }

    @Test
    void showsHostileWordsAsWords() {
        var hostile = "\"><script>alert(1)</script>";
        var answer = post("/setup", "name", hostile, "handles", hostile + "@", "reasons", "</textarea>" + hostile);

        assertThat(answer.body()).doesNotContain("<script>alert").doesNotContain("</textarea>\">");
    }

    @Test
    void isThereInGermanToo() {
        visitor = visitor.speaking("de-DE");

        assertThat(get("/setup").body()).contains("<html lang=\"de\"").contains("Um wen geht es?");
        assertThat(post("/setup", "name", "").body()).contains("<title>Fehler: Deine Regel");
    }
}
