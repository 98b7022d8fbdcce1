package org.nocontact.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.nocontact.core.Words;

/// Whatever is sent, it is read, and it stays within bounds.
class MailWordsProperties {
    private static final List<String> PIECES = List.of(
            "\r\n",
            "\n",
            "\r",
            "\r\n\r\n",
            " ",
            "\t",
            "\0",
            "--b",
            "--b--",
            "--",
            "b",
            "=",
            "=?utf-8?q?",
            "=?x?b?",
            "?=",
            "Content-Type: multipart/mixed; boundary=b",
            "Content-Type: multipart/alternative; boundary=\"b\"",
            "Content-Type: text/html; charset=utf-8",
            "Content-Type: text/plain; charset=nonsense",
            "Content-Type: message/rfc822",
            "Content-Type: ;;;=",
            "Content-Type: multipart/mixed",
            "Content-Transfer-Encoding: base64",
            "Content-Transfer-Encoding: quoted-printable",
            "Content-Transfer-Encoding: x-uuencode",
            "Content-Disposition: attachment; filename=\"a\nb\"",
            "Content-Disposition: attachment; filename*=utf-8''%ff%00",
            "Subject: =?utf-8?b?8J+YgA==?=",
            "Subject:",
            "From: a@b, <c@d",
            "Reply-To: <<<>>>",
            "Sender: group: daniel@climbing.example;",
            "Message-ID: <a@b>",
            "begin 644 a",
            "<html><body><p>",
            "<script>",
            "<div><div><div>",
            "&#x110000;",
            "<![CDATA[",
            "<!--",
            "=C3=28",
            "SGFsbG8=",
            "\uD83D",
            "é",
            "\u202e",
            "Content-Type: multipart/digest; boundary=\"\"");

    @Property(tries = 10_000)
    void readsAnythingWithinItsBounds(@ForAll("messages") byte[] message) {
        var words = MailWords.of(message);
        assertThat(words.part(MailWords.MESSAGE_ID)).isNotBlank();
        assertThat(words.length()).isLessThan(Words.LONGEST);
        assertThat(MailWords.of(message)).as("read again").isEqualTo(words);
    }

    @Property(tries = 10_000)
    void findsSendersInAnythingWithoutAFault(@ForAll("messages") byte[] message) {
        assertThat(Senders.of(message)).doesNotContainNull();
    }

    @Provide
    Arbitrary<byte[]> messages() {
        var pieces = Arbitraries.of(PIECES);
        var letters = Arbitraries.strings().ofMaxLength(20);
        var text = Arbitraries.frequencyOf(Tuple.of(8, pieces), Tuple.of(1, letters))
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts).getBytes(StandardCharsets.UTF_8));
        var noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(2_000);
        return Arbitraries.frequencyOf(Tuple.of(9, text), Tuple.of(1, noise));
    }
}
