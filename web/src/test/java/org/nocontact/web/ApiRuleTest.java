package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ApiRuleTest extends ApiTestBase {
    private static final String RULE = "/api/v1/rule";

    @Test
    void hasNoneAtFirst() {
        assertThat(phone.get(RULE).status()).isEqualTo(404);
        assertThat(phone.get("/api/v1/status").json().get("rule").booleanValue())
                .isFalse();
        assertThat(phone.put(RULE, "{\"emails\": []}").detail()).isEqualTo("The field “name” is missing.");
    }

    @Test
    void beginsWithEverythingThatIsSaid() {
        var reply = phone.put(RULE, """
                {"name": "Daniel", "names": ["Dan"], "emails": ["daniel.k@mail.example"], "phones": ["+1 415 555 0133"],
                 "profiles": ["https://www.instagram.com/daniel_climbs"], "goBetweens": ["Mia", {"name": "Jo",
                 "ways": ["jo@mail.example"]}], "kind": "limited", "topics": ["children"], "acts": ["text", "call"],
                 "coolingOff": "5d", "replyPause": "24h", "practice": false, "reasons": ["Talking brought nothing."],
                 "lastContact": "2026-02-20"}""");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("begun").booleanValue()).isTrue();
        var rule = phone.get(RULE).json();
        assertThat(reply.json().get("rule")).isEqualTo(rule);
        assertThat(rule.get("emails").toString()).isEqualTo("[\"daniel.k@mail.example\"]");
        assertThat(rule.get("profiles").toString()).isEqualTo("[\"https://www.instagram.com/daniel_climbs\"]");
        assertThat(rule.at("/goBetweens/1/ways/0").stringValue()).isEqualTo("jo@mail.example");
        assertThat(rule.get("coolingOff").stringValue()).isEqualTo("120h");
        assertThat(rule.get("reasons").toString()).isEqualTo("[\"Talking brought nothing.\"]");
        assertThat(phone.get("/api/v1/status").json().get("days").intValue()).isEqualTo(9);
    }

    @Test
    void tightensAtOnceAndLetsALooseningWait() {
        begin("{\"name\": \"Daniel\", \"emails\": [\"daniel@mail.example\"]}");

        var reply = phone.put(RULE, "{\"emails\": [\"dan@mail.example\"], \"topics\": [\"work\"]}")
                .json();

        assertThat(reply.at("/done/0/what").stringValue()).isEqualTo("dan@mail.example is a way to reach them.");
        assertThat(reply.get("waiting")
                        .valueStream()
                        .map(waiting -> waiting.at("/changes/0/is").stringValue()))
                .containsExactlyInAnyOrder("remove-way", "open-topic");
        assertThat(reply.get("waiting")
                        .valueStream()
                        .map(waiting -> waiting.get("until").stringValue()))
                .containsOnly(clock.truth().plus(Duration.ofHours(72)).toString());
        assertThat(reply.at("/rule/emails").valueStream().map(JsonNode::stringValue))
                .containsExactlyInAnyOrder("daniel@mail.example", "dan@mail.example");
        assertThat(reply.at("/rule/kind").stringValue()).isEqualTo("indefinite");
    }

    @Test
    void changesNothingWhenTheSameIsSaidAgain() {
        var rule = "{\"name\": \"Daniel\", \"emails\": [\"daniel@mail.example\"], \"goBetweens\": [{\"name\": \"Jo\","
                + " \"ways\": [\"jo@mail.example\"]}], \"reasons\": [\"One\", \"Two\"]}";
        begin(rule);
        var before = trial.ledger.last(trial.keeper.account());

        begin(rule);
        begin("{\"goBetweens\": [\"jo\"]}");
        begin("{}");

        assertThat(trial.ledger.last(trial.keeper.account())).isEqualTo(before);
    }

    @Test
    void takesTheListOfReasonsAsTheWholeList() {
        begin("{\"name\": \"Daniel\", \"reasons\": [\"One\", \"Two\"]}");
        begin("{\"reasons\": [\"Two\", \"Three\"]}");

        assertThat(phone.get(RULE).json().get("reasons").toString()).isEqualTo("[\"Two\",\"Three\"]");
    }

    @Test
    void asksToLetGoOfAWayToAGoBetweenThatIsNotNamedAgain() {
        begin("{\"name\": \"Daniel\", \"goBetweens\": [{\"name\": \"Jo\", \"ways\": [\"jo@mail.example\"]}]}");

        var reply = phone.put(RULE, "{\"goBetweens\": [{\"name\": \"Jo\", \"ways\": []}]}")
                .json();

        assertThat(reply.at("/waiting/0/changes/0/what").stringValue())
                .isEqualTo("jo@mail.example is no longer a way to reach Jo.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"\"}",
                "{\"emails\": [\"daniel\"]}",
                "{\"phones\": [\"daniel@mail.example\"]}",
                "{\"profiles\": [\"daniel@mail.example\"]}",
                "{\"emails\": \"daniel@mail.example\"}",
                "{\"emails\": [7]}",
                "{\"kind\": \"limited\"}",
                "{\"kind\": \"indefinite\", \"topics\": [\"work\"]}",
                "{\"kind\": \"forever\"}",
                "{\"topics\": [\"weather\"]}",
                "{\"acts\": []}",
                "{\"coolingOff\": \"1h\"}",
                "{\"coolingOff\": \"999d\"}",
                "{\"coolingOff\": \"soon\"}",
                "{\"coolingOff\": 72}",
                "{\"replyPause\": \"-1h\"}",
                "{\"practice\": \"yes\"}",
                "{\"goBetweens\": [7]}",
                "{\"goBetweens\": [{\"ways\": []}]}",
                "{\"lastContact\": \"yesterday\"}",
                "{\"names\": [\"a\\u0007b\"]}"
            })
    void refusesWhatCannotBeARule(String rule) {
        begin("{\"name\": \"Daniel\"}");
        var before = trial.ledger.last(trial.keeper.account());

        var reply = phone.put(RULE, rule);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.detail()).matches("(?s)[“A-Z].*[.?]");
        assertThat(trial.ledger.last(trial.keeper.account())).isEqualTo(before);
    }

    @Test
    void saysWhyThereIsNoRuleOfThirtyDays() {
        assertThat(phone.put(RULE, "{\"name\": \"Daniel\", \"kind\": \"30 days\"}")
                        .detail())
                .startsWith("No contact counts up and has no end date");
    }
}
