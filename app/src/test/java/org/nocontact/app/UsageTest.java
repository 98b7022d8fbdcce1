package org.nocontact.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class UsageTest {
    @TempDir
    Path data;

    static Stream<List<String>> everyCommand() {
        return below(List.of(), Main.commands()).stream();
    }

    private static List<List<String>> below(List<String> path, CommandLine command) {
        var found = new ArrayList<>(List.of(path));
        command.getSubcommands()
                .forEach((name, sub) -> found.addAll(
                        below(Stream.concat(path.stream(), Stream.of(name)).toList(), sub)));
        return found;
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void hasHelpForEveryCommand(List<String> command) {
        var words = Stream.concat(command.stream(), Stream.of("--help")).toArray(String[]::new);

        var help = new Commands(data).run(words);

        assertThat(help.code()).isZero();
        assertThat(help.out()).startsWith("Usage: nocontact");
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void describesEveryOption(List<String> command) {
        var line = Main.commands();
        for (var name : command) {
            line = line.getSubcommands().get(name);
        }
        assertThat(line.getCommandSpec().usageMessage().description()).isNotEmpty();
        assertThat(line.getCommandSpec().options())
                .allSatisfy(option -> assertThat(option.description())
                        .as(option.longestName())
                        .isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dance | Unmatched argument at index 0: 'dance'. See “nocontact --help”.",
                "--dance | Unknown option: '--dance'. See “nocontact --help”.",
                "ask --act text | Missing required option: '--to=HANDLE'. See “nocontact ask --help”.",
                "rule | A command is missing: show or set. See “nocontact rule --help”.",
                "device | A command is missing: add, list or remove. See “nocontact device --help”.",
                "serve --port many | Invalid value for option '--port': 'many' is not an int. See “nocontact serve --help”.",
                "serve --port 70000 | A port is a number from 0 to 65535, and 70000 is none: choose another one with --port.",
                "serve --host 192.0.2.7 | Other machines could reach the program at 192.0.2.7, and whatever they send would"
                        + " travel unencrypted: leave --host out, or add --reachable-by-others if you want just that.",
                "serve --host 0.0.0.0 --reachable-by-others | --host takes one numeric address of this machine, such as"
                        + " 127.0.0.1, and “0.0.0.0” is none: choose another one.",
                "serve --host evil.example | --host takes one numeric address of this machine, such as 127.0.0.1, and"
                        + " “evil.example” is none: choose another one.",
                "verify --database jdbc:postgresql://db/x | The ledger can be kept only in SQLite in the data folder as yet:"
                        + " leave --database out, and choose the folder with --data."
            })
    void saysInOneSentenceWhatIsWrongWithAnArgument(String line, String sentence) {
        var wrong = new Commands(data).run(line.split(" "));

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).isEqualTo(sentence + "\n");
        assertThat(wrong.out()).isEmpty();
    }

    @Test
    void tellsItsVersion() {
        assertThat(new Commands(data).run("--version").out()).startsWith("NoContact ");
    }

    @Test
    void takesTheFolderBeforeAndBehindTheCommand() {
        var elsewhere = data.resolve("elsewhere");
        var before = Main.commands()
                .setDefaultValueProvider(new Environment(Map.of()))
                .execute("--data", elsewhere.toString(), "rule", "set", "--name", "Daniel");

        assertThat(before).isZero();
        assertThat(new Commands(elsewhere)
                        .run("ask", "--act", "text", "--to", "daniel")
                        .code())
                .isEqualTo(3);
    }
}
