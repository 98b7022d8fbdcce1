package org.nocontact.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.nocontact.core.HeldMail;
import org.nocontact.core.Words;

class MessageWordsTest {
    private static Words words(String mail) throws IOException {
        return MessageWords.of(
                new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(UTF_8)));
    }

    @Test
    void readsPlainText() throws IOException {
        var words = words("Subject: Us\n\nI miss you\n\nD.\n");
        assertThat(words.part(Words.SUBJECT)).isEqualTo("Us");
        assertThat(words.text()).isEqualTo("I miss you\n\nD.");
        assertThat(words.part(Words.ATTACHED)).isEmpty();
    }

    @Test
    void decodesSubjectsAndText() throws IOException {
        var words = words(
                "Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?= =?iso-8859-1?B?YXVz?=\n"
                        + "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nsch=F6n=\n er\n");
        assertThat(words.part(Words.SUBJECT)).isEqualTo("Grüßeaus");
        assertThat(words.text()).isEqualTo("schön er");
        assertThat(words("Subject: Grüße\n\nx\n").part(Words.SUBJECT)).isEqualTo("Grüße");
        assertThat(words("Subject: x\nContent-Transfer-Encoding: base64\n\nSGVsbG8=\n")
                        .text())
                .isEqualTo("Hello");
    }

    @Test
    void prefersPlainTextToItsHtml() throws IOException {
        var words = words("Subject: x\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\nplain\n--b\n"
                + "Content-Type: text/html\n\n<p>html</p>\n--b--\n");
        assertThat(words.text()).isEqualTo("plain");
    }

    @Test
    void readsHtmlWhereThereIsNoPlainText() throws IOException {
        var words = words(
                "Subject: x\nContent-Type: text/html; charset=utf-8\n\n<html><style>p{}</style><script>bad()</script>"
                        + "<p>I&nbsp;miss <b>you</b></p><img src='https://evil.example/x.png'><div>D.<br>x</div>\n");
        assertThat(words.text()).isEqualTo("I miss you\n\nD.\nx");
    }

    @Test
    void readsHtmlBesideTextThatIsNotTheSame() throws IOException {
        var words = words("Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b\n"
                + "Content-Type: text/html\n\n<p>two</p>\n--b--\n");
        assertThat(words.text()).isEqualTo("one\n\ntwo");
    }

    private static final String WITH_ATTACHMENTS =
            "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\ntext\n--b\n"
                    + "Content-Type: image/png; name=\"=?UTF-8?Q?H=C3=BCtte.png?=\"\nContent-Transfer-Encoding: base64\n\nUE5H\n--b\n"
                    + "Content-Type: text/html\nContent-Disposition: attachment; filename*=UTF-8''..%2F..%2Fe%C3%A9.html\n\n"
                    + "<script>x</script><p>page</p>\n--b\nContent-Type: message/rfc822\n\nSubject: inner\n\ninner text\n--b--\n";

    @Test
    void namesWhatIsAttached() throws IOException {
        var words = words(WITH_ATTACHMENTS);
        assertThat(words.text()).isEqualTo("text");
        assertThat(words.part(Words.ATTACHED).lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches("[0-9a-f]{64} image/png Hütte.png"),
                        line -> assertThat(line).matches("[0-9a-f]{64} text/html eé.html"),
                        line -> assertThat(line).matches("[0-9a-f]{64} message/rfc822"));
        assertThat(words(WITH_ATTACHMENTS.replace("UE5H", "UE5I")).sayTheSameAs(words))
                .isFalse();
    }

    @Test
    void givesAttachmentsOneAtATime() throws IOException {
        var mails = new OneMail(WITH_ATTACHMENTS.replace("\n", "\r\n").getBytes(UTF_8));
        var attachments = new Attachments(mails);
        assertThat(attachments.list("m"))
                .containsExactly(
                        new Attachments.Attachment(1, "Hütte.png", "image/png", 3),
                        new Attachments.Attachment(2, "eé.html", "text/html", 29),
                        new Attachments.Attachment(3, "", "message/rfc822", 28));
        try (var picture = attachments.read("m", 1).orElseThrow()) {
            assertThat(picture).hasBinaryContent("PNG".getBytes(ISO_8859_1));
        }
        assertThat(attachments.text("m", 2)).contains("page");
        assertThat(attachments.text("m", 1)).isEmpty();
        assertThat(attachments.read("m", 4)).isEmpty();
        assertThat(mails.open).isZero();
    }

    @Test
    void takesTheWholeForWhatAMailSaysThatCannotBeRead() throws IOException {
        var nested = new StringBuilder("Subject: x\n");
        for (var depth = 0; depth < 100; depth++) {
            nested.append("Content-Type: multipart/mixed; boundary=b")
                    .append(depth)
                    .append("\n\n--b")
                    .append(depth)
                    .append("\n");
        }
        var words = words(nested + "\ndeep\n");
        assertThat(words.part(Words.SUBJECT)).isEqualTo("x");
        assertThat(words.part(Words.ATTACHED)).endsWith("message/rfc822 the whole");
        assertThat(words(nested + "\ndeeper\n").sayTheSameAs(words)).isFalse();
    }

    @Test
    void readsNoMoreThanAnybodyWould() throws IOException {
        var words = words("Subject: " + "s".repeat(50_000) + "\n\n" + "a long line\n".repeat(100_000));
        assertThat(words.part(Words.SUBJECT)).hasSize(2_000);
        assertThat(words.text().length()).isLessThanOrEqualTo(200_000);
        assertThat(words.part(Words.ATTACHED)).endsWith("the whole");
    }

    /// Holds one mail, and counts who reads it.
    static final class OneMail implements HeldMail {
        private final byte[] mail;
        int open;

        OneMail(byte[] mail) {
            this.mail = mail;
        }

        @Override
        public Incoming receive() {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputStream read(String name) {
            open++;
            return new ByteArrayInputStream(mail) {
                @Override
                public void close() {
                    open--;
                }
            };
        }

        @Override
        public void remove(String name) {}

        @Override
        public void tidy() {}
    }
}
