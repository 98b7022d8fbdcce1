package org.nocontact.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocontact.core.DraftReader;
import org.nocontact.core.Event;
import org.nocontact.store.DataFolder;

/// Each command beside a running program, and without one: the same either way.
@ParameterizedClass(name = "running={0}")
@ValueSource(booleans = {false, true})
class CommandsTest {
    @Parameter
    boolean running;

    @TempDir
    Path folder;

    private Path data;
    private Commands commands;
    private Server.@Nullable Open server;

    @BeforeEach
    void open() {
        data = folder.resolve("data");
        commands = new Commands(data);
        server = running ? new Server(DataFolder.open(data), "127.0.0.1", 0).open() : null;
    }

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void setsARuleAndShowsIt() {
        var set = commands.run(
                "rule",
                "set",
                "--name",
                "Daniel",
                "--phone",
                "+1 415 555 0133",
                "--email",
                "daniel.k@mail.example",
                "--reason",
                "Talking brought nothing.",
                "--go-between",
                "Mia",
                "--kind",
                "limited",
                "--topic",
                "children",
                "--topic",
                "home",
                "--cooling-off",
                "5d",
                "--last-contact",
                "2026-01-02");

        assertThat(set.code()).isZero();
        assertThat(set.out()).isEqualTo("The rule has begun.\n");
        var shown = commands.run("rule", "show");
        assertThat(shown.code()).isZero();
        assertThat(Commands.lines(shown.out()))
                .contains(
                        "Name: Daniel",
                        "Kind: limited",
                        "Topics: children, home",
                        "E-mail: daniel.k@mail.example",
                        "Phone: +1 415 555 0133",
                        "Go-betweens: Mia",
                        "Cooling-off: 120h",
                        "Reason: Talking brought nothing.");
        assertThat(commands.run("rule", "show", "--json").json().path("topics").size())
                .isEqualTo(2);
    }

    @Test
    void tightensAtOnceAndSaysUntilWhenALooseningWaits() {
        begin();

        var changed = commands.run("rule", "set", "--email", "dan@mail.example", "--cooling-off", "24h");

        assertThat(changed.code()).isZero();
        assertThat(changed.out())
                .contains("Done: dan@mail.example is a way to reach them.")
                .containsPattern("Waits: A loosening waits less long: 24 hours\\. It can be confirmed from \\w+day");
        assertThat(commands.run("rule", "show").out()).contains("Waits: A loosening waits less long");
    }

    @Test
    void emptiesAListWithAnOptionThatHasNothingBehindIt() {
        begin();

        assertThat(commands.run("rule", "set", "--phone=").out())
                .contains("Waits: +14155550133 is no longer a way to reach them.");
    }

    @Test
    void holdsATextToTheExsNumberWrittenAnotherWayWithExitCodeThree() {
        begin();

        var held = commands.run("ask", "--act", "text", "--to", "(415) 555-0133", "--text", "Are you there?");

        assertThat(held.code()).isEqualTo(3);
        assertThat(held.json().path("verdict").stringValue("")).isEqualTo("hold");
        assertThat(held.json().path("letter").isNumber()).isTrue();
        assertThat(held.err()).isEmpty();
    }

    @Test
    void passesAFriendAndAllowsAnEmergency() {
        begin();

        var friend = commands.run("ask", "--act", "text", "--to", "mum@mail.example");
        var emergency = commands.run("ask", "--act", "call", "--to", "Daniel", "--emergency");

        assertThat(friend.code()).isZero();
        assertThat(friend.json().path("verdict").stringValue("")).isEqualTo("pass");
        assertThat(emergency.code()).isZero();
        assertThat(emergency.json().path("clause").stringValue("")).isEqualTo("emergency");
        assertThat(commands.run("verify").out()).startsWith("All 2 entries");
    }

    /// Beside a running program the first verdict may come before the model, and then it is held for a look.
    @Test
    void asksTheReadingModelUnderALimitedRule() throws InterruptedException {
        commands.run("rule", "set", "--name", "Daniel", "--kind", "limited", "--topic", "children");
        var form = "The school needs the form by Friday. Could you sign it?";
        var patience = Instant.now().plus(Duration.ofSeconds(60));
        while (clause(form).equals("needs-a-look")
                && server != null
                && Instant.now().isBefore(patience)) {
            Thread.sleep(200);
        }

        assertThat(clause(form)).isEqualTo("open-topic");
        assertThat(clause("I love you and I miss you so much")).isEqualTo("outside-the-topics");
        assertThat(clause("Pick the kids up at 6, you liar, you ruined everything"))
                .isEqualTo("outside-the-topics");
    }

    private String clause(String text) {
        return commands.run("ask", "--act", "text", "--to", "Daniel", "--text", text)
                .json()
                .path("clause")
                .stringValue("");
    }

    @Test
    void givesListsAndTakesBackTokensOfDevices() {
        var added = commands.run("device", "add", "phone");

        assertThat(added.code()).isZero();
        assertThat(added.out()).matches("[A-Za-z0-9_-]{43}\n");
        assertThat(commands.run("device", "list").out()).isEqualTo("phone\tnever seen\n");
        assertThat(commands.run("device", "add", "phone").code()).isEqualTo(1);
        assertThat(commands.run("device", "remove", "phone").code()).isZero();
        assertThat(commands.run("device", "list").out()).isEmpty();
        var unknown = commands.run("device", "remove", "phone");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err())
                .isEqualTo("There is no device named phone: “nocontact device list” shows all of them.\n");
    }

    @Test
    void exportsErasesAndImportsTheSameLedger() throws IOException {
        begin();
        commands.run("ask", "--act", "text", "--to", "Daniel", "--text", "Are you there?");
        var verified = commands.run("verify").out();
        var file = folder.resolve("ledger.zip");

        assertThat(commands.run("export", "--to", file.toString()).code()).isZero();
        assertThat(commands.run("import", file.toString()).err()).contains("there are entries here already");
        assertThat(commands.run("backup").out()).startsWith("Backed up to " + data.resolve("backups"));
        assertThat(commands.run("erase", "--yes").code()).isZero();
        assertThat(commands.run("rule", "show").code()).isEqualTo(1);
        try (var backups = Files.list(data.resolve("backups"))) {
            assertThat(backups).isEmpty();
        }

        var imported = commands.run("import", file.toString());
        assertThat(imported.out()).isEqualTo("Imported 2 entries.\n");
        assertThat(commands.run("verify").out()).isEqualTo(verified);
        assertThat(commands.run("ask", "--act", "text", "--to", "Daniel").code())
                .isEqualTo(3);
    }

    @Test
    void asksBeforeItErases() {
        begin();

        var refused = commands.run("erase");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo("Erasing has to be confirmed on a terminal, or with --yes; nothing was erased.\n");
        assertThat(commands.run("verify").out()).startsWith("All 1 entries");
    }

    @Test
    void refusesAFileThatIsNoExport() throws IOException {
        var file = Files.writeString(folder.resolve("other.zip"), "PK nothing");

        for (var name :
                new String[] {file.toString(), folder.resolve("missing.zip").toString()}) {
            var refused = commands.run("import", name);
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err())
                    .startsWith("Nothing was imported, because")
                    .hasLineCount(1);
        }
    }

    @Test
    void saysInOneSentenceWhatAWrongValueIs() {
        begin();

        var wrong = commands.run("ask", "--act", "dance", "--to", "Daniel");

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err())
                .startsWith("The field “act” has to be one of: text, call,")
                .hasLineCount(1);
        assertThat(commands.run("rule", "set", "--kind", "30 days").code()).isEqualTo(2);
    }

    @Test
    void takesOptionsFromTheEnvironment() {
        var begun = commands.run(Map.of("NOCONTACT_NAME", "Daniel", "NOCONTACT_COOLING_OFF", "100h"), "rule", "set");

        assertThat(begun.code()).isZero();
        assertThat(commands.run("rule", "show").out()).contains("Cooling-off: 100h");
        assertThat(commands.run(Map.of("NOCONTACT_EMERGENCY", "true"), "ask", "--act", "call", "--to", "Daniel")
                        .code())
                .isZero();
    }

    @Test
    void namesItselfInTheLedgerAsTheGuard() {
        begin();
        commands.run("ask", "--act", "text", "--to", "Daniel");
        close();
        server = null;

        try (var home = Home.open(DataFolder.open(data), new MachineTime(), DraftReader.leavingItToThePerson())) {
            var last = home.keeper().ledger().last(home.keeper().account());
            assertThat(home.keeper()
                            .ledger()
                            .entry(home.keeper().account(), last)
                            .orElseThrow()
                            .event())
                    .isInstanceOfSatisfying(
                            Event.AttemptHeld.class,
                            held -> assertThat(held.guard()).isEqualTo("hand"));
        }
    }

    private void begin() {
        assertThat(commands.run("rule", "set", "--name", "Daniel", "--phone", "+1 415 555 0133")
                        .code())
                .isZero();
    }
}
