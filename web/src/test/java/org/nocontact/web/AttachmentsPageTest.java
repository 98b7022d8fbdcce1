package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Act;
import org.nocontact.core.Attempt;
import org.nocontact.core.Rules;
import org.nocontact.core.Words;

class AttachmentsPageTest extends Visits {
    private String letter = "";

    @BeforeEach
    void begin() {
        site.keeper.setRule(Rules.noContact(), null);
        letter = "/letters/"
                + held(Map.of("text", "Look.", "attached", "00 text/html us", "message", TrialMailroom.MESSAGE));
    }

    @Test
    void listsWhatIsAttachedToAHeldMail() {
        assertThat(get(letter).body()).contains("href=\"" + letter + "/attachments\"");
        assertThat(get(letter + "/attachments").body())
                .contains("us &lt;b&gt;.html", "Attachment 2", "text/html, 18 bytes", letter + "/attachments/1/text")
                .doesNotContain(letter + "/attachments/2/text");
    }

    @Test
    void handsEachOverAsAFileThatNoBrowserOpens() {
        var answer = get(letter + "/attachments/1");
        assertThat(answer.body()).isEqualTo("<script>x</script>");
        assertThat(answer.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename*=UTF-8''us%20%3Cb%3E.html");
        assertThat(answer.header("Content-Security-Policy")).startsWith("sandbox;");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void showsHtmlAsPlainText() {
        var answer = get(letter + "/attachments/1/text");
        assertThat(answer.body()).isEqualTo("<plain>");
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain;charset=utf-8");
        assertThat(answer.header("Content-Security-Policy")).startsWith("sandbox;");
        assertThat(get(letter + "/attachments/2/text").status()).isEqualTo(404);
    }

    @Test
    void hasNothingWhereNothingWasHeldOrItWasLetGo() {
        assertThat(get(letter + "/attachments/3").status()).isEqualTo(404);
        var bare = "/letters/" + held(Map.of("text", "No mail"));
        assertThat(get(bare).body()).doesNotContain("/attachments");
        assertThat(get(bare + "/attachments").status()).isEqualTo(404);
        site.keeper.burn(Long.parseLong(letter.substring("/letters/".length())));
        assertThat(get(letter + "/attachments").status()).isEqualTo(404);
    }

    private long held(Map<String, String> words) {
        var attempt = new Attempt(Act.EMAIL, Rules.DANIEL, new Words(words), false, "mail");
        var letter = site.keeper.attempt(attempt).letter();
        return letter == null ? 0 : letter;
    }
}
