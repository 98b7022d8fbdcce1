package org.nocontact.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Words;

class GateProperties {
    private static final String MAIL_TO_THE_EX = "MAIL FROM:<a@b.example>\r\nRCPT TO:<daniel@climbing.example>\r\n";

    private static @Nullable GateScene strict;
    private static @Nullable GateScene lax;

    @BeforeContainer
    static void begin() throws IOException {
        strict = new GateScene("");
        lax = new GateScene("lax");
    }

    @AfterContainer
    static void end() throws IOException {
        if (strict != null && lax != null) {
            strict.close();
            lax.close();
        }
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void nothingGoesToTheExWhateverIsSaid(@ForAll("conversations") String said, @ForAll boolean careless)
            throws IOException {
        var scene = careless ? lax : strict;
        if (scene == null) {
            throw new AssertionError("The scene was not set.");
        }
        say(said, scene);
        assertThat(scene.provider.messages)
                .noneMatch(message -> message.to().stream().anyMatch(GateProperties::isTheEx));
        scene.provider.messages.clear();
        scene.provider.heard.clear();
    }

    private static boolean isTheEx(String recipient) {
        var plain = recipient.toLowerCase(Locale.ROOT).replaceAll("[\"\\\\\\x00]", "");
        return plain.matches(".*daniel(\\+[^@]*)?[@%]climbing\\.example.*");
    }

    /// Says it, hangs up, and waits until the gate has nothing more to say.
    private static void say(String said, GateScene scene) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), scene.gate.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(said.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            while (socket.getInputStream().read(new byte[8192]) > 0) {
                continue;
            }
        } catch (SocketException hungUp) {
            assertThat(hungUp).hasMessageMatching(".*(reset|Broken pipe).*");
        }
    }

    @Provide
    Arbitrary<String> conversations() {
        var line = Arbitraries.of(
                "EHLO me\r\n",
                "HELO me\r\n",
                "MAIL FROM:<a@b.example>\r\n",
                "MAIL FROM:<> SIZE=10\r\n",
                "RCPT TO:<jonas@home.example>\r\n",
                "RCPT TO:<daniel@climbing.example>\r\n",
                "rcpt to: <Daniel+x@CLIMBING.example.>\r\n",
                "RCPT TO:<\"daniel\"@climbing.example>\r\n",
                "RCPT TO:<@x.example:daniel@climbing.example>\r\n",
                "RCPT TO:<daniel%climbing.example@x.example>\r\n",
                "RCPT TO:<a@b.example> <daniel@climbing.example>\r\n",
                "RCPT TO:<\"a>\"@b.example>\r\n",
                "DATA\r\n",
                "RSET\r\n",
                "NOOP\r\n",
                "STARTTLS\r\n",
                "AUTH PLAIN AGdvb2QAeA==\r\n",
                "BDAT 5 LAST\r\n",
                "Subject: x\r\n\r\ny\r\n.\r\n",
                ".\r\n",
                "..\r\n",
                ".\n",
                "\r\n",
                "\n",
                "\r",
                "\0",
                "x",
                "MAIL",
                MAIL_TO_THE_EX,
                "MAIL FROM:<a@b.example>\r\nRCPT TO:<jonas@home.example>\r\nDATA\r\n");
        var noise = Arbitraries.strings()
                .withChars('\r', '\n', '.', '\0', '<', '>', ' ', '@', 'a', '\u00e9')
                .ofMaxLength(6);
        var piece = Arbitraries.frequencyOf(Tuple.of(12, line), Tuple.of(1, noise));
        return piece.list().ofMaxSize(25).map(pieces -> "EHLO me\r\n" + String.join("", pieces));
    }

    @Property(tries = 10_000)
    void findsTheEndOfContentWhereverItIsCut(@ForAll("contents") String content, @ForAll("cuts") List<Integer> cuts) {
        var bytes = content.getBytes(ISO_8859_1);
        var scan = new DataScan();
        var taken = new ByteArrayOutputStream();
        var from = 0;
        var to = 0;
        var cut = 0;
        while (scan.state() == DataScan.State.MORE && to < bytes.length) {
            to = Math.min(bytes.length, to + (cuts.isEmpty() ? bytes.length : cuts.get(cut++ % cuts.size())));
            var end = scan.scan(bytes, from, to);
            taken.write(bytes, from, end - from);
            from = end;
        }
        assertThat(taken.toString(ISO_8859_1)).isEqualTo(expected(content));
        assertThat(scan.state()).isEqualTo(state(content));
    }

    /// As one would look for it in the whole.
    private static String expected(String content) {
        var end = end(content);
        var bad = firstBad(content);
        if (end >= 0 && (bad < 0 || end <= bad)) {
            return content.substring(0, end);
        }
        if (bad >= 0) {
            return content.substring(0, bad);
        }
        return content.replaceAll("(?<=^|\r\n)\\.\r?$|\r$", "");
    }

    private static DataScan.State state(String content) {
        var end = end(content);
        var bad = firstBad(content);
        if (end >= 0 && (bad < 0 || end <= bad)) {
            return DataScan.State.ENDED;
        }
        return bad >= 0 ? DataScan.State.BAD : DataScan.State.MORE;
    }

    private static int end(String content) {
        if (content.startsWith(".\r\n")) {
            return 3;
        }
        var at = content.indexOf("\r\n.\r\n");
        return at < 0 ? -1 : at + 5;
    }

    private static int firstBad(String content) {
        for (var at = 0; at < content.length(); at++) {
            var c = content.charAt(at);
            var after = at + 1 < content.length() ? content.charAt(at + 1) : '\n';
            var before = at > 0 ? content.charAt(at - 1) : ' ';
            if (c == 0 || c == '\r' && after != '\n' || c == '\n' && before != '\r') {
                return at;
            }
        }
        return -1;
    }

    @Provide
    Arbitrary<String> contents() {
        return Arbitraries.frequencyOf(
                        Tuple.of(6, Arbitraries.of("a", "\r\n", ".", "..", "\r\n.", "\u00e9", ".\r\n")),
                        Tuple.of(1, Arbitraries.of("\r", "\n", "\0")))
                .list()
                .ofMaxSize(20)
                .map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(1, 4).list().ofMaxSize(6);
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void readsWhateverComesAsAMail(@ForAll("mails") String mail) throws IOException {
        var bytes = mail.getBytes(ISO_8859_1);
        var words = MessageWords.of(new ByteArrayInputStream(bytes));
        assertThat(words.length()).isLessThanOrEqualTo(Words.LONGEST);
        assertThat(words.sayTheSameAs(MessageWords.of(new ByteArrayInputStream(bytes))))
                .isTrue();
        var attachments = new Attachments(new MessageWordsTest.OneMail(bytes));
        for (var attachment : attachments.list("m")) {
            assertThat(attachment.name()).doesNotContain("/", "\\", "\n", "\r");
            assertThat(attachments.read("m", attachment.number())).isPresent();
        }
    }

    @Provide
    Arbitrary<String> mails() {
        var header = Arbitraries.of(
                "Subject: Hi\r\n",
                "Subject: =?utf-8?b?/////w==?=\r\n",
                "Subject: =?x?q?=\r\n",
                "subject:\r\n",
                "Content-Type: multipart/mixed; boundary=b\r\n",
                "Content-Type: multipart/alternative; boundary=\"b\"\r\n",
                "Content-Type: multipart/mixed\r\n",
                "Content-Type: text/html; charset=utf-7\r\n",
                "Content-Type: text/plain; charset=\"\0\"\r\n",
                "Content-Type: message/rfc822\r\n",
                "Content-Type: ;;=\r\n",
                "Content-Type: image/png; name=../../x.png\r\n",
                "Content-Disposition: attachment; filename*0*=utf-8''%;\r\n",
                "Content-Disposition: attachment; filename*=x\r\n",
                "Content-Transfer-Encoding: base64\r\n",
                "Content-Transfer-Encoding: quoted-printable\r\n",
                "Content-Transfer-Encoding: x\r\n",
                " folded\r\n",
                "\t\r\n",
                ":\r\n");
        var body = Arbitraries.of(
                "--b\r\n",
                "--b--\r\n",
                "\r\n",
                "--b",
                "SGVsbG8=\r\n",
                "=E4=\r\n",
                "=\r\n",
                "<p><b>x</p>",
                "<!--",
                "<script>",
                "&#0;",
                "text\r\n",
                "\u00ff\u00fe",
                "----b--\r\n",
                "&nbsp;");
        var noise = Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(8);
        var piece = Arbitraries.frequencyOf(Tuple.of(5, header), Tuple.of(5, body), Tuple.of(1, noise));
        return Combinators.combine(header.list().ofMaxSize(4), piece.list().ofMaxSize(40))
                .as((head, rest) -> String.join("", head) + "\r\n" + String.join("", rest));
    }
}
