package org.nocontact.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Words;

class MailWordsTest {

    @Test
    void readsSubjectTextAndName() {
        var words = read("""
                From: daniel@climbing.example
                Subject: =?utf-8?q?Die_Schl=C3=BCssel?=
                Message-ID:  <a.b@c>

                They are
                with Mia.
                """);
        assertThat(words.part(Words.SUBJECT)).isEqualTo("Die Schlüssel");
        assertThat(words.text()).isEqualTo("They are\nwith Mia.");
        assertThat(words.part(MailWords.MESSAGE_ID)).isEqualTo("<a.b@c>");
    }

    @Test
    void takesThePlainOneOfTwoAlternatives() {
        assertThat(read(alternatives("text/html", "<p>rich</p>", "text/plain", "plain"))
                        .text())
                .isEqualTo("plain");
        assertThat(read(alternatives("text/plain", "plain", "text/html", "<p>rich</p>"))
                        .text())
                .isEqualTo("plain");
        assertThat(read(alternatives("text/plain", " ", "text/html", "<p>rich</p>"))
                        .text())
                .isEqualTo("rich");
    }

    @Test
    void readsHtmlAsAPersonWould() {
        var words = read("""
                Content-Type: text/html; charset=utf-8

                <html><head><title>x</title><style>p {}</style></head><body><script>alert(1)</script>
                <p>Hi&nbsp;there,<br>how <b>are</b> you?</p><img src="http://tracker.example/1.gif" alt="seen">
                <div>Sam</div></body></html>
                """);
        assertThat(words.text()).isEqualTo("Hi there,\nhow are you?\n\nSam");
    }

    @Test
    void decodesWhatIsEncodedOrSaysNothingOfItsLetters() {
        assertThat(read("Content-Type: text/plain\n\nfür").text()).isEqualTo("für");
        var base64 = Base64.getEncoder().encodeToString("für".getBytes(StandardCharsets.UTF_8));
        assertThat(read("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n" + base64)
                        .text())
                .isEqualTo("für");
    }

    @Test
    void namesWhatIsAttached() {
        var words = read("""
                Content-Type: multipart/mixed; boundary=b

                --b

                Look.
                --b
                Content-Type: image/jpeg; name="us.jpg"
                Content-Disposition: attachment; filename*=utf-8''am%20See.jpg
                Content-Transfer-Encoding: base64

                AAAA
                --b
                Content-Type: message/rfc822

                Subject: inner

                inner text
                --b--
                """);
        assertThat(words.text()).isEqualTo("Look.");
        assertThat(words.part(Words.ATTACHED).lines())
                .satisfiesExactly(
                        first -> assertThat(first).endsWith(" image/jpeg am See.jpg"),
                        second -> assertThat(second).contains(" message/rfc822"));
    }

    @Test
    void tellsMessagesWithoutANameApart() {
        var one = read("Subject: a\n\nhi").part(MailWords.MESSAGE_ID);
        assertThat(one)
                .startsWith("sha-256:")
                .isNotEqualTo(read("Subject: a\n\nho").part(MailWords.MESSAGE_ID));
    }

    @Test
    void readsAHeaderThatBeginsInTheMiddleOfAField() {
        assertThat(read(" folded\nMessage-ID:\n\t<a@b>\n\nhi").part(MailWords.MESSAGE_ID))
                .isEqualTo("<a@b>");
        assertThat(Senders.of(" x\nFrom: Daniel\n <daniel@climbing.example>\n".getBytes(StandardCharsets.UTF_8)))
                .hasSize(1);
    }

    @Test
    void readsTheBeginningOfWhatIsLong() {
        var words = read("Subject: " + "s".repeat(50_000) + "\n\n" + "word ".repeat(150_000));
        assertThat(words.text()).hasSizeBetween(100_000, 200_000);
        assertThat(words.length()).isLessThan(300_000);
    }

    @Test
    void readsAMillionTagsInEachOtherQuickly() {
        var begun = System.nanoTime();
        var words = read("Content-Type: text/html\n\n" + "<div>".repeat(200_000) + "deep");
        assertThat(words.part(MailWords.MESSAGE_ID)).isNotBlank();
        assertThat(System.nanoTime() - begun).isLessThan(20_000_000_000L);
    }

    @Test
    void comesToAnEndWithPartsWithinParts() {
        var message = new StringBuilder("Content-Type: multipart/mixed; boundary=b0\n\n");
        for (var i = 0; i < 500; i++) {
            message.append("--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n".formatted(i, i + 1));
        }
        assertThat(read(message.append("--b500\n\ndeep").toString()).part(MailWords.MESSAGE_ID))
                .isNotBlank();
    }

    private static String alternatives(String firstType, String first, String secondType, String second) {
        return """
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: %s

                %s
                --b
                Content-Type: %s

                %s
                --b--
                """.formatted(firstType, first, secondType, second);
    }

    private static Words read(String message) {
        return MailWords.of(message.getBytes(StandardCharsets.UTF_8));
    }
}
