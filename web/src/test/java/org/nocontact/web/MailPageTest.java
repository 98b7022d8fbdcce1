package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nocontact.core.Rules;

class MailPageTest extends Visits {
    private static final String[] WHOLE = {
        "smtp",
        "smtp.mine.test:465",
        "smtp-tls",
        "tls",
        "listen",
        "8425",
        "imap",
        "imap.mine.test:993",
        "imap-tls",
        "tls",
        "user",
        "me@mine.test",
        "password",
        "open sesame",
        "quiet",
        "Quiet",
        "word",
        "notfall",
        "calm-from",
        "18:00",
        "calm-until",
        "20:00"
    };

    @BeforeEach
    void begin() {
        site.keeper.setRule(Rules.noContact(), null);
    }

    @Test
    void proposesTheServersOfAKnownProvider() {
        assertThat(post("/mail/find", "address", "me@gmx.de").body())
                .contains("value=\"mail.gmx.net:465\"", "value=\"imap.gmx.net:993\"", "Found (a table)");
        assertThat(site.mail.setup).isNull();
    }

    @Test
    void saysWhatToDoAboutAnUnknownOne() {
        var answer = post("/mail/find", "address", "me@nowhere.test");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("put a tick below to ask it", "value=\"me@nowhere.test\"");
    }

    @Test
    void setsTheGuardUpAndNeverShowsThePassword() {
        assertThat(post("/mail", WHOLE).leadsTo()).isEqualTo("/mail?saved#main");
        assertThat(site.mail.password).isEqualTo("open sesame");
        assertThat(site.mail.setup)
                .isEqualTo(new Mailroom.Setup(
                        "smtp.mine.test:465",
                        "tls",
                        8425,
                        0,
                        "imap.mine.test:993",
                        "tls",
                        "",
                        "starttls",
                        "me@mine.test",
                        "Quiet",
                        "notfall",
                        "18:00",
                        "20:00"));
        assertThat(get("/mail?saved").body())
                .contains("It is set up", "<code>8425</code>", "<code>STARTTLS</code>", "AB:CD:EF")
                .doesNotContain("open sesame");
    }

    @ParameterizedTest
    @CsvSource({"smtp,nonsense", "smtp-tls,maybe", "listen,0", "listen,99999", "calm-from,noon", "quiet,''"})
    void saysWhatIsWrongAndKeepsWhatWasTyped(String field, String value) {
        var fields = WHOLE.clone();
        for (var i = 0; i < fields.length; i += 2) {
            if (fields[i].equals(field)) {
                fields[i + 1] = value;
            }
        }
        var answer = post("/mail", fields);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"" + field + "-e\"", "value=\"imap.mine.test:993\"");
        assertThat(site.mail.setup).isNull();
    }

    @Test
    void showsEachStepOfTheTest() {
        post("/mail", WHOLE);
        site.mail.steps = List.of(
                new Mailroom.Step("answers", Mailroom.Result.WORKS, ""),
                new Mailroom.Step("arrives", Mailroom.Result.FAILS, "It did not come <b>"),
                new Mailroom.Step("holds", Mailroom.Result.NOT_TRIED, ""));
        assertThat(post("/mail/test").body())
                .contains("The guard answers", "works", "It did not come &lt;b&gt;", "not tried", "Test again");
    }

    @Test
    void takesTheGuardAway() {
        post("/mail", WHOLE);
        assertThat(post("/mail/forget").leadsTo()).isEqualTo("/mail#main");
        assertThat(site.mail.setup).isNull();
    }

    @Test
    void saysThatMailIsGuardedOnlyWhileTheGateWasSeenLately() {
        assertThat(get("/rule").body()).doesNotContain(">guarded<", "guarded</span>");
        site.mail.state = TrialMailroom.open(clock.truth().minus(Duration.ofDays(2)));
        assertThat(get("/rule").body()).contains("guarded</span>");
        site.mail.state = TrialMailroom.open(clock.truth().minus(Duration.ofDays(8)));
        assertThat(get("/rule").body()).doesNotContain("guarded</span>");
        site.mail.state = TrialMailroom.open(null);
        assertThat(get("/rule").body()).doesNotContain("guarded</span>");
    }
}
