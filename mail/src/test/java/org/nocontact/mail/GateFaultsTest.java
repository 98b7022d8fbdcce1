package org.nocontact.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Account;
import org.nocontact.core.Act;
import org.nocontact.core.DraftReader;
import org.nocontact.core.Keeper;
import org.nocontact.core.Rules;
import org.nocontact.core.TurnedClock;
import org.nocontact.mail.GateConfig.Limits;
import org.nocontact.mail.GateConfig.Upstream;
import org.nocontact.store.DataFolder;
import org.nocontact.store.SmallDisk;
import org.nocontact.store.SqliteLedger;

/// When something around the gate fails.
class GateFaultsTest {
    private static final String EX = "daniel@climbing.example";
    private static final String FRIEND = "jonas@home.example";
    private static final String HI = "Subject: Hi\r\n\r\nHi\r\n";
    private static final Limits IMPATIENT =
            new Limits(3, 1 << 20, Duration.ofMillis(700), Duration.ofMillis(500), Duration.ofMillis(700));

    @Test
    void saysThatTheProviderIsDown() throws IOException {
        try (var scene = new GateScene("")) {
            scene.provider.close();
            try (var program = scene.mailProgram()) {
                assertThat(program.reply()).startsWith("421 4.4.1");
                assertThat(program.line()).isEqualTo("(closed)");
            }
            assertThat(scene.gate.state().trouble()).isNotNull();
        }
    }

    @Test
    void givesUpOnAProviderThatDoesNotAnswer() throws IOException {
        try (var scene = new GateScene("");
                var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            scene.reopen(
                    GateConfig.onThisMachine(0, 0, new Upstream("127.0.0.1", silent.getLocalPort(), TlsMode.NONE, ""))
                            .withLimits(IMPATIENT));
            try (var program = scene.mailProgram()) {
                assertThat(program.reply()).startsWith("421 4.4.1").contains("in time");
            }
        }
    }

    @Test
    void waitsForASlowProvider() throws IOException {
        try (var scene = new GateScene("slow=1500");
                var program = scene.mailProgram()) {
            assertThat(program.greet().mail(HI, FRIEND)).startsWith("250 2.0.0 Taken");
        }
    }

    @Test
    void sendsAndKeepsNothingOfAMailWhoseProgramDies() throws Exception {
        for (var to : new String[] {FRIEND, EX}) {
            try (var scene = new GateScene("")) {
                try (var program = scene.mailProgram()) {
                    program.greet();
                    program.ask("MAIL FROM:<me@mine.example>");
                    program.ask("RCPT TO:<" + to + ">");
                    program.ask("DATA");
                    program.send(HI + ".");
                }
                for (var tries = 0; tries < 100 && !scene.provider.heard.contains("(gone)"); tries++) {
                    Thread.sleep(20);
                }
                assertThat(scene.provider.messages).isEmpty();
                assertThat(scene.letters()).isEmpty();
                assertThat(scene.heldFiles()).isEmpty();
            }
        }
    }

    @Test
    void hangsUpOnAProgramThatSaysNothing() throws IOException {
        try (var scene = new GateScene("")) {
            scene.reopen(scene.config().withLimits(IMPATIENT));
            try (var program = scene.mailProgram()) {
                program.greet();
                assertThat(program.line()).isEqualTo("(closed)");
            }
        }
    }

    @Test
    void takesAMailByteForByteFromASlowProgram() throws IOException {
        try (var scene = new GateScene("");
                var program = scene.mailProgram()) {
            program.greet();
            var said = "MAIL FROM:<me@mine.example>\r\nRCPT TO:<" + FRIEND + ">\r\nDATA\r\n" + HI + "..x\r\n.\r\n";
            for (var at = 0; at < said.length(); at++) {
                program.send(said.substring(at, at + 1));
            }
            assertThat(program.line()).startsWith("250");
            assertThat(program.line()).startsWith("250");
            assertThat(program.line()).startsWith("354");
            assertThat(program.line()).startsWith("250 2.0.0 Taken");
            assertThat(scene.provider.messages.getFirst().content()).isEqualTo(HI + ".x\r\n");
        }
    }

    @Test
    void answersTwoHundredProgramsAtOnce() throws IOException {
        try (var scene = new GateScene("")) {
            var programs = new ArrayList<MailProgram>();
            for (var number = 0; number < 200; number++) {
                programs.add(scene.mailProgram());
            }
            try (var late = scene.mailProgram()) {
                assertThat(late.greet().mail(HI, FRIEND)).startsWith("250 2.0.0 Taken");
            }
            for (var program : programs) {
                assertThat(program.greet().mail(HI, FRIEND)).startsWith("250 2.0.0 Taken");
                program.close();
            }
            assertThat(scene.provider.messages).hasSize(201);
            assertThat(scene.gate.state().passed()).isEqualTo(201);
        }
    }

    @Test
    void turnsAwayMoreThanItCanAnswer() throws IOException {
        try (var scene = new GateScene("")) {
            scene.reopen(scene.config()
                    .withLimits(new Limits(
                            2, 1 << 20, Duration.ofSeconds(20), Duration.ofSeconds(5), Duration.ofSeconds(20))));
            try (var one = scene.mailProgram();
                    var two = scene.mailProgram();
                    var three = scene.mailProgram()) {
                one.greet();
                two.greet();
                assertThat(three.reply()).startsWith("421 4.3.2");
            }
        }
    }

    @Test
    void holdsWhenTheLedgerCannotBeAsked() throws IOException {
        try (var scene = new GateScene("");
                var program = scene.mailProgram()) {
            program.greet();
            program.ask("MAIL FROM:<me@mine.example>");
            scene.loseTheLedger();
            assertThat(program.ask("RCPT TO:<" + FRIEND + ">")).startsWith("451 4.3.0");
            assertThat(program.ask("RCPT TO:<" + EX + ">")).startsWith("451 4.3.0");
            assertThat(program.ask("DATA")).startsWith("451 4.3.0");
            assertThat(scene.provider.messages).isEmpty();
        }
    }

    @Test
    void seesARecipientWhoBecameTheExsMeanwhile() throws IOException {
        try (var scene = new GateScene("");
                var program = scene.mailProgram()) {
            program.greet();
            program.ask("MAIL FROM:<me@mine.example>");
            program.ask("RCPT TO:<" + FRIEND + ">");
            var ways = new ArrayList<>(Rules.noContact().ways());
            ways.add(Rules.way(Rules.A_FRIEND));
            scene.keeper.setRule(Rules.noContactWithGoBetween().withWays(ways), null);
            assertThat(program.ask("DATA")).startsWith("354");
            assertThat(program.ask(HI + ".")).contains("Held");
            assertThat(scene.provider.messages).isEmpty();
        }
    }

    @Test
    void letsMailThroughWhereTheRuleLeavesItOut() throws IOException {
        try (var scene = new GateScene(Rules.leavingOut(Act.EMAIL), "");
                var program = scene.mailProgram()) {
            assertThat(program.greet().mail(HI, EX, FRIEND)).startsWith("250 2.0.0 Taken");
            assertThat(scene.provider.messages.getFirst().to()).hasSize(2);
        }
    }

    @Test
    void refusesTheWholeWhenTheProviderRefusesOneWhoWasKeptBack() throws IOException {
        try (var scene = new GateScene("rcpt=550");
                var program = scene.mailProgram()) {
            scene.keeper.setRule(
                    Rules.noContact().withWays(List.of(Rules.way(Rules.mail("bad@climbing.example")))), null);
            assertThat(program.greet().mail("Subject: SOS\r\n\r\nx\r\n", "bad@climbing.example", FRIEND))
                    .startsWith("550");
            assertThat(scene.provider.messages).isEmpty();
            assertThat(program.mail(HI, FRIEND)).startsWith("250 2.0.0 Taken");
        }
    }

    @Test
    void saysThatTheDiskIsFullAndGoesOnWhenItIsNot() throws Exception {
        try (var disk = SmallDisk.ofKilobytes(1_200);
                var provider = new SomeProvider("")) {
            try (var ledger = SqliteLedger.open(DataFolder.open(disk.folder()));
                    var keeper = new Keeper(
                            Account.ME,
                            ledger,
                            new TurnedClock(),
                            ZoneOffset.UTC,
                            DraftReader.leavingItToThePerson())) {
                keeper.setRule(Rules.noContact(), null);
                var config = GateConfig.onThisMachine(
                        0, GateConfig.NO_PORT, new Upstream("127.0.0.1", provider.port(), TlsMode.NONE, ""));
                try (var gate = MailGate.open(
                                config, keeper, ledger.heldMail(), OneCertificate.get(), Clock.systemUTC());
                        var program = new MailProgram(gate.port())) {
                    program.greet();
                    var large = "Subject: Hi\r\n\r\n" + ("x".repeat(998) + "\r\n").repeat(2_000);
                    assertThat(program.mail(large, EX)).startsWith("452 4.3.1");
                    assertThat(disk.folder().resolve("held")).isEmptyDirectory();
                    assertThat(program.mail(HI, EX)).contains("Held");
                    try (var filler = Files.newOutputStream(disk.folder().resolve("filler"))) {
                        fill(filler);
                    }
                    assertThat(program.mail(HI + "more\r\n", EX)).startsWith("452 4.3.1");
                    assertThat(disk.folder().resolve("held")).isDirectoryNotContaining("glob:**.new");
                    Files.delete(disk.folder().resolve("filler"));
                    assertThat(program.mail(HI + "more\r\n", EX)).contains("Held");
                    assertThat(program.mail(HI, FRIEND)).startsWith("250 2.0.0 Taken");
                }
            }
        }
    }

    private static void fill(OutputStream out) {
        try {
            while (true) {
                out.write(new byte[512]);
            }
        } catch (IOException full) {
            return;
        }
    }
}
