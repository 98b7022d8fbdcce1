package org.nocontact.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocontact.core.Event;
import org.nocontact.core.Words;
import org.nocontact.mail.GateConfig.Limits;
import org.nocontact.mail.GateConfig.Upstream;
import org.nocontact.mail.ReleasedMail.Outcome;

class GateReleaseTest {
    private static final String EX = "daniel@climbing.example";
    private static final String US = "Message-ID: <1@mine.example>\r\nSubject: Us\r\n\r\n.I miss you\r\n..\r\n";
    private static final Credentials ME = new Credentials("me", "good");

    private GateScene scene;

    @BeforeEach
    void begin() throws IOException {
        scene = new GateScene("auth");
    }

    @AfterEach
    void end() throws IOException {
        scene.close();
    }

    private String mail(String content, String... to) throws IOException {
        try (var program = scene.mailProgram()) {
            return program.greet().signIn().mail(content, to);
        }
    }

    private long held(String... to) throws IOException {
        assertThat(mail(US, to)).contains("Held");
        return scene.letters().getLast().seq();
    }

    private Outcome send(long letter) {
        var upstream = new Upstream("127.0.0.1", scene.provider.port(), TlsMode.NONE, "");
        return new ReleasedMail(scene.keeper, scene.held, upstream, Limits.USUAL).send(letter, ME);
    }

    @Test
    void keepsTheWordsTheMailAndWhomItWasToGoTo() throws IOException {
        var letter = held("jonas@home.example", EX);
        var words = scene.keeper.letter(letter).orElseThrow().event().words();
        assertThat(words.part(Words.SUBJECT)).isEqualTo("Us");
        assertThat(words.text()).isEqualTo(".I miss you\n..");
        assertThat(words.part(Words.ENVELOPE))
                .isEqualTo("FROM:<me@mine.example>\nTO:<jonas@home.example>\nTO:<" + EX + ">");
        try (var in = scene.held.read(words.part(Words.MESSAGE))) {
            assertThat(in).hasBinaryContent(US.getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void letsAReleasedLetterOutOnceWhenTheMailProgramSendsItAgain() throws IOException {
        var letter = held(EX);
        scene.release(letter);
        assertThat(mail(US.replace("<1@", "<2@"), EX)).startsWith("250 2.0.0 Taken");
        assertThat(scene.provider.messages.getLast().content()).isEqualTo(US.replace("<1@", "<2@"));
        assertThat(mail(US.replace("<1@", "<3@"), EX)).contains("Held");
        assertThat(scene.provider.messages).hasSize(1);
    }

    @Test
    void holdsAReleasedLetterThatSaysMoreOrCarriesMore() throws IOException {
        scene.release(held(EX));
        assertThat(mail(US + "And another thing\r\n", EX)).contains("Held");
        var withPicture =
                "Subject: Us\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n.I miss you\r\n..\r\n"
                        + "--b\r\nContent-Type: image/png; name=us.png\r\n\r\nPNG\r\n--b--\r\n";
        assertThat(mail(withPicture, EX)).contains("Held");
        assertThat(mail(US, EX)).startsWith("250 2.0.0 Taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth end=452", "auth end=550", "auth data=451", "auth drop=data", "auth mail=550"})
    void letsItBeTriedAgainWhenTheProviderDoesNotTakeIt(String trouble) throws IOException {
        var letter = held(EX);
        scene.release(letter);
        scene.provider.become(trouble);
        assertThat(sendAnyhow()).matches("(4|5).*");
        assertThat(scene.provider.messages).isEmpty();
        assertThat(scene.letters()).hasSize(1);
        assertThat(send(letter)).isInstanceOf(Outcome.NotSent.class);
        scene.provider.become("auth");
        assertThat(mail(US, EX)).startsWith("250 2.0.0 Taken");
        assertThat(scene.events(Event.AttemptAllowed.class).size()
                        - scene.events(Event.AttemptNotSent.class).size())
                .isEqualTo(1);
    }

    private String sendAnyhow() throws IOException {
        try (var program = scene.mailProgram()) {
            program.greet().signIn();
            program.ask("MAIL FROM:<me@mine.example>");
            var to = program.ask("RCPT TO:<" + EX + ">");
            if (!to.startsWith("250")) {
                return to;
            }
            assertThat(program.ask("DATA")).startsWith("354");
            return program.ask(US.replace("\r\n.", "\r\n..") + ".");
        }
    }

    @Test
    void isNotTriedTwiceWhenNobodyKnowsWhetherItWentOut() throws IOException {
        var letter = held(EX);
        scene.release(letter);
        scene.provider.become("auth drop=end");
        assertThat(sendAnyhow()).startsWith("421").contains("not known");
        scene.provider.become("auth");
        assertThat(mail(US, EX)).contains("Held");
        assertThat(send(letter)).isInstanceOf(Outcome.NotOpen.class);
        assertThat(scene.provider.messages).hasSize(1);
    }

    @Test
    void sendsTheMailThatWasKeptToThoseWhomItWasFor() throws IOException {
        var letter = held("jonas@home.example", EX);
        assertThat(send(letter)).isInstanceOf(Outcome.NotOpen.class);
        scene.release(letter);
        assertThat(send(letter)).isEqualTo(new Outcome.Sent());
        var sent = scene.provider.messages.getLast();
        assertThat(sent.content()).isEqualTo(US);
        assertThat(sent.from()).isEqualTo("<me@mine.example>");
        assertThat(sent.to()).containsExactly("<jonas@home.example>", "<" + EX + ">");
        assertThat(send(letter)).isInstanceOf(Outcome.NotOpen.class);
        assertThat(scene.provider.messages).hasSize(1);
    }

    @Test
    void saysWhatIsNotKnownAndDoesNotSendItAgain() throws IOException {
        var letter = held(EX);
        scene.release(letter);
        scene.provider.become("auth drop=end");
        assertThat(send(letter)).isInstanceOf(Outcome.NotKnown.class);
        scene.provider.become("auth");
        assertThat(send(letter)).isInstanceOf(Outcome.NotOpen.class);
    }

    @Test
    void doesNotSendWithAWrongPassword() throws IOException {
        var letter = held(EX);
        scene.release(letter);
        var upstream = new Upstream("127.0.0.1", scene.provider.port(), TlsMode.NONE, "");
        assertThat(new ReleasedMail(scene.keeper, scene.held, upstream, Limits.USUAL)
                        .send(letter, new Credentials("me", "wrong")))
                .isInstanceOf(Outcome.NotSent.class);
        assertThat(send(letter)).isEqualTo(new Outcome.Sent());
    }

    @Test
    void sendsNothingThatIsNoMail() throws IOException {
        var letter = held(EX);
        scene.release(letter);
        Files.writeString(scene.heldFiles().getFirst(), "Subject: Us\r\n\r\nx\n.\nMAIL FROM:<a@b>\r\n");
        assertThat(send(letter)).isInstanceOf(Outcome.NotSent.class);
        assertThat(scene.provider.messages).isEmpty();
    }

    @Test
    void removesTheMailOfALetterThatIsBurned() throws IOException {
        var letter = held(EX);
        scene.keeper.burn(letter);
        assertThat(scene.heldFiles()).isEmpty();
        assertThat(send(letter)).isInstanceOf(Outcome.NotOpen.class);
    }
}
