package org.nocontact.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocontact.app.Commands.Outcome;
import org.nocontact.store.DataFolder;
import tools.jackson.databind.JsonNode;

class ReadTest {
    @TempDir
    Path folder;

    @Test
    void readsEachLineByTheModelInTheOrderOfTheLines() throws IOException {
        var read = json(
                read("in", lines("Please stop writing to me.", "can you pick Ella up from school at 4 on Thursday?")));

        assertThat(read)
                .hasSize(2)
                .allSatisfy(
                        line -> assertThat(line.path("model").booleanValue()).isTrue());
        assertThat(read.getFirst().at("/labels/0").stringValue()).isEqualTo("boundary");
        assertThat(read.getLast().at("/labels/0").stringValue()).isEqualTo("practical");
        var evidence = read.getFirst().path("evidence").get(0);
        assertThat("Please stop writing to me."
                        .substring(
                                evidence.path("start").intValue(),
                                evidence.path("end").intValue()))
                .isEqualTo("stop writing");
    }

    @Test
    void countsPlacesInTheMessageWithItsEscapesTakenBack() throws IOException {
        var line = json(read("in", lines("hey\\n\\tplease stop writing to me"))).getFirst();

        var evidence = line.path("evidence").get(0);
        assertThat("hey\n\tplease stop writing to me"
                        .substring(
                                evidence.path("start").intValue(),
                                evidence.path("end").intValue()))
                .contains("stop");
    }

    @Test
    void readsDraftsAgainstTheTopicsAsTsv() throws IOException {
        var drafts = lines("please take me back, I beg you", "The school needs the form by Friday. Could you sign it?");

        var read = run("read", "out", "--topic", "children", "--format", "tsv", drafts.toString());

        assertThat(read.code()).isZero();
        assertThat(read.out().lines().toList().getFirst())
                .matches("begging,.*off-topic\\t[01]\\.\\d{3}\\t.*:begging.*");
        assertThat(read.out().lines().toList().getLast()).startsWith("practical\t");
    }

    @Test
    void answersAnEmptyLineAndTheLastOneWithoutAnEnd() throws IOException {
        var file = Files.writeString(folder.resolve("messages"), "\uFEFFhi\r\n\nhello there");

        assertThat(json(read("in", file))).hasSize(3);
        assertThat(read("in", Files.writeString(folder.resolve("none"), "")).out())
                .isEmpty();
    }

    @Test
    void readsStandardInput() {
        var before = System.in;
        System.setIn(new ByteArrayInputStream("hey you\n".getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(json(run("read", "in"))).hasSize(1);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void saysOnceThatBytesAreNotUtf8AndAnswersAllTheSame() throws IOException {
        var file =
                Files.write(folder.resolve("latin"), "ok\ncaf\u00e9\n\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        var read = read("in", file);

        assertThat(json(read)).hasSize(3);
        assertThat(read.err()).startsWith("Line 2 is not UTF-8").hasLineCount(1);
    }

    @Test
    void keepsTheOrderOfManyLines() throws IOException {
        var messages = IntStream.range(0, 400)
                .mapToObj(number -> number % 2 == 0 ? "please stop writing to me" : "ok " + "so ".repeat(number % 7))
                .toList();

        var read = json(read("in", Files.write(folder.resolve("many"), messages)));

        assertThat(read).hasSize(400);
        for (var line = 0; line < 400; line++) {
            assertThat(read.get(line).at("/labels/0").stringValue().equals("boundary"))
                    .isEqualTo(line % 2 == 0);
        }
    }

    @Test
    void refusesALineThatNoMessageIsAsLongAs() throws IOException {
        var file = Files.writeString(folder.resolve("long"), "hi\n" + "a".repeat(MessageLines.LONGEST + 1));

        var read = read("in", file);

        assertThat(read.code()).isEqualTo(1);
        assertThat(json(read)).hasSize(1);
        assertThat(read.err()).startsWith("Line 2 is longer than 4 MB").hasLineCount(1);
    }

    @Test
    void saysInOneSentenceWhatIsWrong() {
        saysOnce(1, "There is no file /nowhere that can be read", "read", "in", "/nowhere");
        saysOnce(1, folder + " is a folder", "read", "in", folder.toString());
        saysOnce(2, "“sideways” is neither in nor out", "read", "sideways");
        saysOnce(2, "“xml” is no format: choose json or tsv", "read", "in", "--format", "xml");
        saysOnce(2, "“pets” is no topic", "read", "out", "--topic", "pets");
        saysOnce(2, "Missing required parameter", "read");
    }

    @Test
    void needsNoLedgerAndMakesNone() throws IOException {
        read("in", lines("hey"));

        assertThat(folder.resolve("data/ledger.db")).doesNotExist();
        DataFolder.open(folder.resolve("data")).hold().orElseThrow().close();
    }

    @Test
    void answersByCuesAndSaysSoOnceWhenTheModelCannotBeUnpacked() throws IOException {
        Files.writeString(DataFolder.open(folder.resolve("data")).reading(), "in the way");

        var read = run("read", "in", lines("Please stop writing to me.", "hey").toString());

        assertThat(read.code()).isZero();
        assertThat(read.err()).contains("The cues read alone").hasLineCount(1);
        assertThat(json(read))
                .hasSize(2)
                .allSatisfy(line ->
                        assertThat(line.path("model").booleanValue(true)).isFalse());
    }

    private void saysOnce(int code, String beginning, String... args) {
        var said = run(args);
        assertThat(said.code()).as(said.err()).isEqualTo(code);
        assertThat(said.err()).startsWith(beginning).hasLineCount(1);
        assertThat(said.out()).isEmpty();
    }

    private Outcome read(String direction, Path file) {
        return run("read", direction, file.toString());
    }

    private Outcome run(String... args) {
        return new Commands(folder.resolve("data")).run(args);
    }

    private Path lines(String... messages) throws IOException {
        return Files.write(folder.resolve("messages"), List.of(messages));
    }

    private static List<JsonNode> json(Outcome read) {
        return read.out()
                .lines()
                .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
