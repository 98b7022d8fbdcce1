package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ApiLedgerTest extends ApiTestBase {

    @BeforeEach
    void beginTheRule() {
        begin("{\"name\": \"Daniel\"}");
    }

    @Test
    void keepsAReachOutAndOpensItsReplyWindowAfterThePause() {
        var taken = phone.post("/api/v1/reach-outs", """
                {"via": "email", "text": "Can I fetch my bike?", "at": "2026-03-02T09:00:00+01:00"}""");

        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.json().get("came").stringValue()).isEqualTo("2026-03-02T08:00:00Z");
        assertThat(taken.json().at("/replyWindow/from").stringValue())
                .isEqualTo(clock.truth().plus(Duration.ofHours(12)).toString());
        assertThat(phone.get("/api/v1/reach-outs").json().get("reachOuts").get(0))
                .isEqualTo(((ObjectNode) taken.json()).without("reading"));
    }

    @Test
    void opensTheReplyWindowAtOnceForWhatIsPracticalAndNeverForABoundary() {
        var practical = phone.post("/api/v1/reach-outs", "{\"via\": \"text\", \"label\": \"practical\"}");
        var boundary = phone.post("/api/v1/reach-outs", "{\"via\": \"text\", \"label\": \"boundary\"}");

        assertThat(practical.json().at("/replyWindow/from").stringValue())
                .isEqualTo(clock.truth().toString());
        assertThat(boundary.json().has("replyWindow")).isFalse();
    }

    @Test
    void keepsWhatHappensAndListsTheNewestFirst() {
        assertThat(phone.post("/api/v1/urges", "{\"strength\": 7, \"setOff\": \"A song.\"}")
                        .status())
                .isEqualTo(201);
        assertThat(phone.post("/api/v1/urges", "{}").status()).isEqualTo(201);
        assertThat(phone.post("/api/v1/letters", "{\"subject\": \"You\", \"text\": \"I miss you.\"}")
                        .status())
                .isEqualTo(201);
        assertThat(phone.post("/api/v1/slips", "{\"act\": \"call\", \"brought\": \"Nothing.\"}")
                        .status())
                .isEqualTo(201);

        assertThat(phone.get("/api/v1/urges").json().at("/urges/1/strength").intValue())
                .isEqualTo(7);
        assertThat(phone.get("/api/v1/letters").json().at("/letters/0/subject").stringValue())
                .isEqualTo("You");
        assertThat(phone.get("/api/v1/slips").json().at("/slips/0/brought").stringValue())
                .isEqualTo("Nothing.");
    }

    @Test
    void refusesWhatCannotHaveHappened() {
        for (var at : List.of("2027-01-01T00:00:00Z", "1900-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z")) {
            var slip = "{\"act\": \"call\", \"at\": \"" + at + "\"}";
            assertThat(phone.post("/api/v1/slips", slip).status()).as(at).isEqualTo(422);
        }
        assertThat(phone.post("/api/v1/urges", "{\"strength\": 11}").status()).isEqualTo(422);
        assertThat(phone.post("/api/v1/urges", "{\"strength\": 1.5}").status()).isEqualTo(422);
        assertThat(phone.post("/api/v1/letters", "{\"text\": \" \"}").status()).isEqualTo(422);
        assertThat(phone.post("/api/v1/reach-outs", "{\"via\": \"\"}").status()).isEqualTo(422);
        assertThat(phone.post("/api/v1/reach-outs", "{\"via\": \"text\", \"label\": \"nice\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void leadsThroughTheLedgerPageByPageWithoutAGap() {
        for (var count = 0; count < 25; count++) {
            phone.post("/api/v1/urges", "{\"strength\": 3}");
        }
        var seen = new ArrayList<Long>();
        for (Long after = 0L; after != null; ) {
            var page = phone.get("/api/v1/events?limit=10&after=" + after).json();
            page.get("events").forEach(event -> seen.add(event.get("id").longValue()));
            after = page.has("next") ? page.get("next").longValue() : null;
        }

        assertThat(seen)
                .hasSize((int) trial.ledger.last(trial.keeper.account()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void leadsThroughAListPageByPage() {
        for (var count = 0; count < 5; count++) {
            phone.post("/api/v1/urges", "{\"strength\": " + count + "}");
        }
        var first = phone.get("/api/v1/urges?limit=3").json();
        var second =
                phone.get("/api/v1/urges?limit=3&before=" + first.get("next")).json();

        assertThat(first.at("/urges/0/strength").intValue()).isEqualTo(4);
        assertThat(second.get("urges")
                        .valueStream()
                        .map(urge -> urge.get("strength").intValue()))
                .containsExactly(1, 0);
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void saysHowThingsStand() {
        phone.post("/api/v1/attempts", "{\"act\": \"text\", \"to\": \"Daniel\", \"text\": \"Hello\"}");
        phone.put("/api/v1/rule", "{\"coolingOff\": \"24h\"}");
        clock.passes(Duration.ofDays(2));

        var status = phone.get("/api/v1/status").json();

        assertThat(status.get("days").intValue()).isEqualTo(2);
        assertThat(status.get("held").intValue()).isEqualTo(1);
        assertThat(status.get("openHolds").intValue()).isEqualTo(1);
        assertThat(status.at("/waiting/0/changes/0/is").stringValue()).isEqualTo("shorten-cooling-off");
        assertThat(status.at("/guards/0/name").stringValue()).isEqualTo("phone");
        assertThat(status.at("/guards/0/lastSeen").stringValue()).isEqualTo("2026-03-04");
    }
}
