package org.nocontact.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nocontact.core.Rules;

/// Plays conversations out of files: `C: ` is a line from the mail program, `C> ` raw bytes with escapes, `S: ` a line
/// of the gate, where `...` stands for anything. `tls` starts TLS at the mail program, `closed` waits for the
/// gate to hang up.
///
/// The head of a file: `provider` with the options of [SomeProvider], `rule practice`. At its end what has to be true:
/// `arrived N`, `letters N`, `never TEXT` (the provider did not hear it), `heard TEXT` (it did), `files N`.
class TranscriptTest {
    private static final Path FILES = Path.of("src/test/resources/org/nocontact/mail/transcripts");

    static Stream<Path> files() throws IOException {
        return Files.list(FILES).sorted();
    }

    @ParameterizedTest
    @MethodSource("files")
    void goesAsWritten(Path file) throws IOException {
        var lines = Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        try (var scene = new GateScene(
                        lines.contains("rule practice")
                                ? Rules.noContactWithGoBetween().withPractice(true)
                                : Rules.noContactWithGoBetween(),
                        head(lines, "provider "));
                var program = scene.mailProgram()) {
            for (var line : lines) {
                play(line, scene, program);
            }
        }
    }

    private static String head(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst()
                .orElse("");
    }

    private static void play(String line, GateScene scene, MailProgram program) throws IOException {
        var word = line.split(" ", 2)[0];
        var rest = line.length() > word.length() ? line.substring(word.length() + 1) : "";
        switch (word) {
            case "provider", "rule" -> {}
            case "C:" -> program.send(rest + "\r\n");
            case "C>" -> program.send(rest.translateEscapes());
            case "S:" ->
                assertThat(program.line())
                        .matches(Pattern.compile(Pattern.quote(rest).replace("...", "\\E.*\\Q")));
            case "tls" -> program.secure();
            case "closed" -> assertThat(program.line()).isEqualTo("(closed)");
            case "arrived" -> assertThat(scene.provider.messages).hasSize(Integer.parseInt(rest));
            case "letters" -> assertThat(scene.letters()).hasSize(Integer.parseInt(rest));
            case "files" -> assertThat(scene.heldFiles()).hasSize(Integer.parseInt(rest));
            case "never" -> assertThat(said(scene)).doesNotContain(rest);
            case "heard" -> assertThat(said(scene)).contains(rest);
            default -> throw new IllegalArgumentException("Not a line of a transcript: " + line);
        }
    }

    private static String said(GateScene scene) {
        return String.join("\n", scene.provider.heard) + scene.provider.messages;
    }
}
