package org.nocontact.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocontact.core.Account;
import org.nocontact.core.DraftReader;
import org.nocontact.core.Keeper;
import org.nocontact.core.Rules;
import org.nocontact.core.TurnedClock;
import org.nocontact.store.DataFolder;
import org.nocontact.store.SqliteLedger;

/// What a kill cannot show, but a power cut would: the order in which a held mail reaches the disk.
class GateDurabilityTest {
    @TempDir
    Path folder;

    @Test
    void bringsAMailToTheDiskBeforeItsLetterAndTheLetterBeforeTheReply() throws Exception {
        Parts.need(Files.isExecutable(Path.of("/usr/bin/strace")), "strace");
        var data = folder.resolve("data");
        try (var ledger = SqliteLedger.open(DataFolder.open(data));
                var keeper = new Keeper(
                        Account.ME, ledger, new TurnedClock(), ZoneOffset.UTC, DraftReader.leavingItToThePerson())) {
            keeper.setRule(Rules.noContact(), null);
        }
        var calls = traceOfAHeldMail(data);

        assertInOrder(
                calls,
                "fsync\\(\\d+<[^>]*/held/incoming[^>]*\\.new>\\) = 0",
                "rename\\(\"[^\"]*/held/incoming[^\"]*\\.new\", \"[^\"]*/held/[0-9a-f]{64}-[0-9a-f]{16}\"\\) = 0",
                "fsync\\(\\d+<[^>]*/held>\\) = 0",
                "f(data)?sync\\(\\d+<[^>]*/ledger\\.db-wal>\\) = 0",
                "(write|sendto)\\(.*\"250 2\\.0\\.0 Held by your rule");
    }

    /// Each has to come after the one before.
    private static void assertInOrder(List<String> calls, String... patterns) {
        var at = 0;
        for (var pattern : patterns) {
            var sought = Pattern.compile(pattern);
            while (at < calls.size() && !sought.matcher(calls.get(at)).find()) {
                at++;
            }
            assertThat(at)
                    .as("%s in order in%n%s", pattern, String.join("\n", calls))
                    .isLessThan(calls.size());
            at++;
        }
    }

    private List<String> traceOfAHeldMail(Path data) throws Exception {
        var trace = folder.resolve("trace");
        try (var provider = new SomeProvider("")) {
            var process = new ProcessBuilder(
                            "strace",
                            "-f",
                            "-y",
                            "-s",
                            "200",
                            "-e",
                            "trace=fsync,fdatasync,rename,renameat,renameat2,write,sendto",
                            "-o",
                            trace.toString(),
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            GateProcess.class.getName(),
                            data.toString(),
                            Integer.toString(provider.port()),
                            "0",
                            "PT0S")
                    .redirectErrorStream(true)
                    .start();
            try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
                var port = output.readLine();
                Parts.need(port != null && port.matches("[0-9]+"), "the right to trace system calls");
                try (var program = new MailProgram(Integer.parseInt(port))) {
                    assertThat(program.greet().mail("Subject: Us\r\n\r\nHi\r\n", "daniel@climbing.example"))
                            .contains("Held");
                }
                process.getOutputStream().close();
                assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            } finally {
                process.destroyForcibly();
            }
        }
        return completed(Files.readAllLines(trace));
    }

    /// Calls of one thread that strace shows in two lines, because another thread came in between, made one
    /// again at the place where they were done.
    private static List<String> completed(List<String> lines) {
        var begun = new HashMap<String, String>();
        return lines.stream()
                .map(line -> {
                    var thread = line.split(" ", 2)[0];
                    if (line.endsWith("<unfinished ...>")) {
                        begun.put(thread, line.replace(" <unfinished ...>", ""));
                        return "";
                    }
                    return line.contains(" resumed>")
                            ? begun.getOrDefault(thread, "") + line.replaceFirst(".* resumed>", "")
                            : line;
                })
                .map(line -> line.replaceAll("\\) +=", ") ="))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
