package org.nocontact.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocontact.core.Account;
import org.nocontact.core.Ledger.Verification.Whole;

/// Kills a program that appends, at random instants, again and again on the same ledger. How often says
/// `-Dnocontact.kills`.
class KillTest {
    private static final Account ME = Account.ME;
    private static final int KILLS = Integer.getInteger("nocontact.kills", 30);
    private static final int LONGEST_LIFE_MILLIS = 150;

    private static final Pattern LETTER = Pattern.compile("letter <([0-9]+)>");

    private final Random random = new Random();

    @TempDir
    Path folder;

    @TempDir
    Path libraries;

    @Test
    void losesAndDoublesNothingThatWasAcknowledged() throws Exception {
        var before = 0L;
        for (var kill = 0; kill < KILLS; kill++) {
            var acknowledged = Math.max(before, appendUntilKilled());

            try (var ledger = SqliteLedger.open(DataFolder.open(folder))) {
                assertThat(ledger.verify(ME)).isInstanceOf(Whole.class);
                assertThat(ledger.last(ME)).isBetween(acknowledged, acknowledged + 4);
                ledger.read(ME, before, entry -> {
                    if (!entry.burned()) {
                        assertThat(entry.event()).isEqualTo(StreamOfLetters.expected(entry.seq()));
                    }
                });
                before = ledger.last(ME);
                assertThatBurnedWordsAreGone(before);
            }
        }
        assertThat(before).isGreaterThan(KILLS);
    }

    private void assertThatBurnedWordsAreGone(long last) throws IOException {
        for (var file : List.of("ledger.db", "ledger.db-wal")) {
            if (Files.exists(folder.resolve(file))) {
                var bytes = Files.readString(folder.resolve(file), ISO_8859_1);
                assertThat(LETTER.matcher(bytes).results().map(found -> Long.parseLong(found.group(1))))
                        .noneMatch(letter -> letter % 10 == 5 && letter + 5 <= last);
            }
        }
    }

    /// @return the last entry that was acknowledged, 0 when none was
    private long appendUntilKilled() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xmx64m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.sqlite.tmpdir=" + libraries,
                        "-cp",
                        System.getProperty("java.class.path"),
                        StreamOfLetters.class.getName(),
                        folder.toString(),
                        Long.toString(random.nextLong()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var output = process.inputReader(UTF_8)) {
            assertThat(output.readLine()).isEqualTo(StreamOfLetters.READY);
            var acknowledged = new AtomicLong();
            if (random.nextInt(4) > 0) {
                acknowledged.set(Long.parseLong(output.readLine()));
            }
            var listener = Thread.ofVirtual().start(() -> listen(output, acknowledged));
            Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
            // Process.destroyForcibly would throw away what was said and not yet heard.
            assertThat(process.toHandle().destroyForcibly()).isTrue();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            listener.join();
            return acknowledged.get();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void listen(BufferedReader output, AtomicLong acknowledged) {
        output.lines().filter(line -> line.matches("[0-9]+")).forEach(line -> acknowledged.set(Long.parseLong(line)));
    }
}
