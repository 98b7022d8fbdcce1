package org.nocontact.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Account;
import org.nocontact.core.Entry;
import org.nocontact.core.Event;
import org.nocontact.core.Event.LetterBurned;
import org.nocontact.core.Event.LetterWritten;
import org.nocontact.core.Ledger.Verification.Whole;
import org.nocontact.core.LedgerFault;
import org.nocontact.core.Words;
import org.nocontact.store.Archive.Import.Done;
import org.nocontact.store.Archive.Import.Refused;

class ArchiveTest {
    private static final Account ME = Account.ME;
    private static final Account OTHER = new Account("other");

    private Path folder;

    private SqliteLedger ledger;

    @BeforeEach
    void open() throws IOException {
        folder = QuickFolder.make();
        ledger = SqliteLedger.open(DataFolder.open(folder.resolve("from")));
        append(new LetterWritten(Words.text("burn me")), new LetterBurned(1), new LetterWritten(Words.text("keep me")));
        append(Samples.events().toArray(new Event[0]));
    }

    @AfterEach
    void close() throws IOException {
        ledger.close();
        QuickFolder.remove(folder);
    }

    @Test
    void comesBackWithEveryHashAndWithoutWhatWasBurned() {
        var archive = export(ledger, ME, "2026-03-01T00:00:00Z");
        assertThat(parts(archive).get("events.jsonl")).contains("keep me").doesNotContain("burn me");

        try (var into = SqliteLedger.open(DataFolder.open(folder.resolve("into")))) {
            var whole = (Whole) ledger.verify(ME);
            assertThat(read(into, ME, archive)).isEqualTo(new Done(whole.entries(), whole.lastHash()));

            assertThat(all(into, ME)).isEqualTo(all(ledger, ME));
            assertThat(all(into, ME).getFirst().burned()).isTrue();
            assertThat(into.verify(ME)).isEqualTo(whole);
            assertThat(parts(export(into, ME, "2027-04-02T00:00:00Z")).get("events.jsonl"))
                    .isEqualTo(parts(archive).get("events.jsonl"));
        }
    }

    @Test
    void isTheSameByteForByteAfterARoundTrip() {
        var archive = export(ledger, ME, "2026-03-01T00:00:00Z");
        ledger.erase(ME);
        read(ledger, ME, archive);

        assertThat(export(ledger, ME, "2026-03-01T00:00:00Z")).isEqualTo(archive);
    }

    @Test
    void canBeReadWithoutThisProgram() {
        var parts = parts(export(ledger, ME, "2026-03-01T00:00:00Z"));

        assertThat(parts.keySet()).containsExactly("manifest.json", "events.jsonl", "mails.json");
        assertThat(parts.get("manifest.json"))
                .contains("\"format\" : \"nocontact-ledger\"", "\"entries\" : ", "\"program\" : \"1.2.3\"");
        assertThat(parts.get("events.jsonl").lines().toList().get(2))
                .startsWith("{\"seq\":3,\"at\":\"2026-03-01T01:02:03.130456789Z\",\"trusted\":")
                .contains("\"kind\":\"letter-written\",\"facts\":{},\"words\":{\"text\":\"keep me\"},\"salt\":\"");
    }

    @Test
    void linksTheChainAnewUnderAnotherName() {
        assertThat(read(ledger, OTHER, export(ledger, ME, "2026-03-01T00:00:00Z")))
                .isInstanceOf(Done.class);

        assertThat(all(ledger, OTHER)).isEqualTo(all(ledger, ME));
        assertThat(ledger.verify(OTHER)).isInstanceOf(Whole.class).isNotEqualTo(ledger.verify(ME));
    }

    @Test
    void takesTheClockUpFromTheLastEntryAndVouchesForNothing() {
        read(ledger, OTHER, export(ledger, ME, "2026-03-01T00:00:00Z"));

        var mark = ledger.mark(OTHER).orElseThrow();
        assertThat(mark.trusted()).isEqualTo(all(ledger, ME).getLast().trusted());
        assertThat(mark.reading().vouchedFor()).isFalse();
        assertThat(mark.reading().boot()).isEmpty();
    }

    @Test
    void holdsAnEmptyLedgerToo() {
        var archive = export(ledger, OTHER, "2026-03-01T00:00:00Z");

        assertThat(read(ledger, OTHER, archive)).isEqualTo(new Done(0, ""));
        assertThat(ledger.verify(OTHER)).isEqualTo(new Whole(0, ""));
    }

    @Test
    void goesIntoAnEmptyLedgerOnly() {
        var before = all(ledger, ME);

        assertRefused(read(ledger, ME, export(ledger, ME, "2026-03-01T00:00:00Z")), "there are entries here already");
        assertThat(all(ledger, ME)).isEqualTo(before);
    }

    @Test
    void isWrittenIntoAFileInPlaceOfAnEarlierOne() throws IOException {
        var file = folder.resolve("export.zip");
        Archive.write(ledger, ME, Instant.EPOCH, "1.2.3", file);
        Archive.write(ledger, ME, Instant.EPOCH, "1.2.3", file);

        assertThat(Files.readAllBytes(file)).isEqualTo(export(ledger, ME, "1970-01-01T00:00:00Z"));
        assertThatThrownBy(() ->
                        Archive.write(ledger, ME, Instant.EPOCH, "1.2.3", folder.resolve("no/such/folder/export.zip")))
                .isInstanceOf(LedgerFault.class)
                .hasMessageContaining("export.zip could not be written");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void isRefusedWhenALineWasChanged() {
        assertRefused(withLine(3, line -> line.replace("keep me", "keep you")), "line 3", "words of entry 3");
        assertRefused(withLine(3, line -> line.replace("keep me", "kéép me")), "line 3", "words of entry 3");
        assertRefused(withLine(3, line -> line.replace("03-01T", "03-02T")), "line 3", "not as it was written");
        assertRefused(withLine(2, line -> line.replace("\"letter\":1", "\"letter\":3")), "line 2");
        assertRefused(withLine(4, line -> line.replace("\"seq\":4", "\"seq\":5")), "line 4", "missing");
        assertRefused(withLine(4, line -> line.replace("{", "[")), "line 4", "not an entry");
        assertRefused(withLine(4, line -> line.replace("\"seq\"", "\"sec\"")), "line 4", "not an entry");
        assertRefused(withLine(4, line -> line.replace("\"seq\":4", "\"seq\":\"4\"")), "line 4", "not an entry");
        assertRefused(withLine(4, line -> line.replace("\"seq\":4", "\"seq\":4e99")), "line 4", "not an entry");
        assertRefused(withLine(4, line -> line.replace("\"hash\":\"", "\"hash\":\"zz")), "line 4", "not an entry");
        assertRefused(withLine(4, line -> line + line), "line 4", "not an entry");
        assertRefused(withLine(4, _ -> ""), "line 4", "not an entry");
        assertRefused(withLine(4, _ -> "\u0000"), "line 4", "not an entry");
        assertRefused(withLine(4, line -> "[".repeat(100_000) + line), "line 4", "not an entry");
    }

    @Test
    void isRefusedWhenLinesAreMissingOrInAnotherOrder() {
        assertRefused(withLines(lines -> lines.subList(1, lines.size())), "line 1", "missing");
        assertRefused(withLines(lines -> lines.subList(0, 4)), "line 5", "ends with 4");
        assertRefused(withLines(List::reversed), "line 1", "missing");
        assertRefused(
                withLines(lines -> {
                    var longer = new ArrayList<>(lines);
                    longer.add(2, lines.get(1));
                    return longer;
                }),
                "line 3");
        assertRefused(withLines(_ -> List.of()), "line 1", "ends with 0");
    }

    @Test
    void isRefusedWhenWordsAreMissingThatWereNotBurned() {
        assertRefused(
                withLine(3, line -> line.replaceAll("\"words\":.*\"commitment\"", "\"commitment\"")),
                "words of entry 3 are missing");
    }

    @Test
    void isRefusedWhenItIsNoArchive() {
        assertRefused(read(ledger, OTHER, new byte[0]), "manifest.json");
        assertRefused(read(ledger, OTHER, "not a zip".getBytes(UTF_8)), "manifest.json");
        assertRefused(read(ledger, OTHER, zip(Map.of("other.txt", "x"))), "manifest.json");
        assertRefused(read(ledger, OTHER, zip(Map.of("manifest.json", "{"))), "manifest.json");
        assertRefused(read(ledger, OTHER, zip(Map.of("manifest.json", "[]"))), "manifest.json");
        assertRefused(read(ledger, OTHER, zip(Map.of("manifest.json", "{}"))), "manifest.json");
        assertRefused(withManifest(manifest -> manifest.replace("\"me\"", "\"../me\"")), "manifest.json");
        assertRefused(
                withManifest(manifest -> manifest.replace("\"lastHash\" : \"", "\"lastHash\" : \"x")), "manifest");
        assertRefused(
                withManifest(manifest -> manifest.replace("\"version\" : 2", "\"version\" : 3")), "newer version");
        assertRefused(withManifest(manifest -> manifest + " ".repeat(100_000)), "too long");
        assertRefused(
                withManifest(manifest -> manifest.replaceAll("\"entries\" : [0-9]+", "\"entries\" : 99999999999")),
                "more entries");
    }

    @Test
    void isRefusedWhenItsFilesAreInTheWrongOrder() {
        var parts = parts(export(ledger, ME, "2026-03-01T00:00:00Z"));
        var turned = new LinkedHashMap<String, String>();
        turned.put("events.jsonl", parts.get("events.jsonl"));
        turned.put("manifest.json", parts.get("manifest.json"));

        assertRefused(read(ledger, OTHER, zip(turned)), "manifest.json");
    }

    @Test
    void isRefusedWhereverItIsCutOff() {
        var archive = export(ledger, ME, "2026-03-01T00:00:00Z");
        var needed = archive.length - 280;
        for (var length = 0; length < needed; length += 211) {
            assertRefused(read(ledger, OTHER, Arrays.copyOf(archive, length)), ":");
        }
    }

    @Test
    void isRefusedWhereverAByteIsChangedOrElseComesBackWhole() {
        var archive = export(ledger, ME, "2026-03-01T00:00:00Z");
        for (var index = 0; index < archive.length; index += 97) {
            var changed = archive.clone();
            changed[index] ^= 0x10;
            if (read(ledger, OTHER, changed) instanceof Done) {
                assertThat(all(ledger, OTHER)).isEqualTo(all(ledger, ME));
                ledger.erase(OTHER);
            }
        }
    }

    /// One line of zeros without an end: a few kilobytes that unpack to as much as anybody will read.
    @Test
    void isRefusedWhenItUnpacksToMoreThanAnyLine() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write(parts(export(ledger, ME, "2026-03-01T00:00:00Z"))
                    .get("manifest.json")
                    .getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("events.jsonl"));
            var zeros = new byte[1 << 20];
            for (var megabyte = 0; megabyte < 70; megabyte++) {
                zip.write(zeros);
            }
        }

        assertThat(out.size()).isLessThan(100_000);
        assertRefused(read(ledger, OTHER, out.toByteArray()), "line 1", "longer than any");
    }

    @Test
    void putsNothingWhereTheNamesInTheZipPoint() {
        var parts = parts(export(ledger, ME, "2026-03-01T00:00:00Z"));
        var hostile = new LinkedHashMap<String, String>();
        hostile.put("../manifest.json", parts.get("manifest.json"));
        hostile.put("events.jsonl", parts.get("events.jsonl"));

        assertRefused(read(ledger, OTHER, zip(hostile)), "manifest.json");
        assertThat(folder.resolve("manifest.json")).doesNotExist();
    }

    private Archive.Import withLine(int number, UnaryOperator<String> change) {
        return withLines(lines -> {
            var changed = new ArrayList<>(lines);
            changed.set(number - 1, change.apply(lines.get(number - 1)));
            assertThat(changed).isNotEqualTo(lines);
            return changed;
        });
    }

    private Archive.Import withLines(UnaryOperator<List<String>> change) {
        return with("events.jsonl", events -> {
            var lines = change.apply(events.lines().toList());
            return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
        });
    }

    private Archive.Import withManifest(UnaryOperator<String> change) {
        return with("manifest.json", change);
    }

    private Archive.Import with(String part, UnaryOperator<String> change) {
        var parts = parts(export(ledger, ME, "2026-03-01T00:00:00Z"));
        var before = parts.get(part);
        parts.replaceAll((name, text) -> name.equals(part) ? change.apply(text) : text);
        assertThat(parts.get(part)).isNotEqualTo(before);
        return read(ledger, OTHER, zip(parts));
    }

    private void assertRefused(Archive.Import outcome, String... parts) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.why())
                                .startsWith("Nothing was imported, because ")
                                .contains(parts)
                                .endsWith(".")
                                .doesNotContain("\n"));
        assertThat(ledger.last(OTHER)).isZero();
        assertThat(ledger.entry(OTHER, 1)).isEmpty();
    }

    private static Archive.Import read(SqliteLedger into, Account account, byte[] archive) {
        return Archive.read(into, account, new ByteArrayInputStream(archive));
    }

    private static byte[] export(SqliteLedger from, Account account, String at) {
        var out = new ByteArrayOutputStream();
        Archive.write(from, account, Instant.parse(at), "1.2.3", out);
        return out.toByteArray();
    }

    private static Map<String, String> parts(byte[] archive) {
        var parts = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
            return parts;
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] zip(Map<String, String> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return out.toByteArray();
    }

    private void append(Event... events) {
        var last = ledger.last(ME);
        ledger.append(ME, last, List.of(events), Times.minute(last));
    }

    private static List<Entry> all(SqliteLedger ledger, Account account) {
        var read = new ArrayList<Entry>();
        ledger.read(account, 0, read::add);
        return read;
    }
}
