package org.nocontact.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocontact.core.CalmTime;
import org.nocontact.core.Invalid;
import org.nocontact.core.LedgerFault;

class MailSettingsTest {
    static final MailSettings SETTINGS = new MailSettings(
            new MailServer("smtp.mine.test", 465, TlsMode.TLS),
            MailSettings.USUAL_LISTEN,
            0,
            new MailServer("imap.mine.test", 993, TlsMode.TLS),
            new MailServer("imap.mine.test", 4190, TlsMode.STARTTLS),
            "me@mine.test",
            "pass word ü",
            "",
            "Quiet",
            "notfall",
            new CalmTime(LocalTime.of(18, 0), LocalTime.of(20, 0)),
            LocalDate.of(2026, 3, 2));

    @TempDir
    private Path data;

    @Test
    void areKeptForTheirOwnerAlone() throws Exception {
        new MailFiles(data).keep(SETTINGS);
        assertThat(new MailFiles(data).settings()).contains(SETTINGS);
        assertThat(Files.getPosixFilePermissions(data.resolve("mail.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (var files = Files.list(data)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("mail.json");
        }
    }

    @Test
    void areGoneWhenTheGuardIsTakenAway() {
        var files = new MailFiles(data);
        files.keep(SETTINGS);
        files.keep(Progress.begin(LocalDate.of(2026, 3, 2), 1));
        files.forget();
        assertThat(files.settings()).isEmpty();
        assertThat(files.progress()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "{\"smtp\":{\"host\":\"a\",\"port\":1,\"tls\":\"NONE\"}}"})
    void sayInASentenceThatTheirFileCannotBeUsed(String content) throws Exception {
        Files.writeString(data.resolve("mail.json"), content);
        assertThatThrownBy(() -> new MailFiles(data).settings())
                .isInstanceOf(LedgerFault.class)
                .hasMessageContaining("mail.json")
                .hasMessageContaining("nocontact mail setup");
    }

    @Test
    void neverShowThePassword() {
        assertThat(SETTINGS.toString()).doesNotContain("pass word");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:587", "127.0.0.1:25", "[::1]:25"})
    void goWithoutEncryptionOnlyToThisMachine(String server) {
        assertThat(MailServer.parse(server, TlsMode.NONE).tls()).isEqualTo(TlsMode.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.example.org:587", "127.0.0.1.example.org:25", "10.0.0.1:25", "localhost.example:25"})
    void refuseToSendThePasswordInTheOpen(String server) {
        assertThatThrownBy(() -> MailServer.parse(server, TlsMode.NONE))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("starttls or tls");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mail.example.org",
                ":25",
                "mail.example.org:0",
                "mail.example.org:70000",
                "a b:25",
                "a\nb:25"
            })
    void refuseWhatIsNoServer(String server) {
        assertThatThrownBy(() -> MailServer.parse(server, TlsMode.TLS)).isInstanceOf(Invalid.class);
    }

    @Test
    void refuseAnEmergencyWordThatAnySubjectCouldHave() {
        assertThatThrownBy(() -> SETTINGS.withEmergencyWord("re"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("four characters");
        assertThat(SETTINGS.withEmergencyWord("").emergencyWord()).isEmpty();
    }
}
