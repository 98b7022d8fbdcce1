package org.nocontact.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocontact.core.Account;
import org.nocontact.core.DraftReader;
import org.nocontact.core.Event;
import org.nocontact.core.Keeper;
import org.nocontact.core.Ledger.Verification.Whole;
import org.nocontact.core.Loosening;
import org.nocontact.core.Pending;
import org.nocontact.core.Rules;
import org.nocontact.core.TurnedClock;
import org.nocontact.core.Words;
import org.nocontact.store.DataFolder;
import org.nocontact.store.SqliteLedger;

/// Kills the gate at random instants while mails go through it and are held by it, again and again on the same ledger,
/// with mail programs that send again what was not taken. How often says `-Dnocontact.kills`.
class GateKillTest {
    private static final int KILLS = Integer.getInteger("nocontact.kills", 5);
    private static final int PROGRAMS = 6;
    private static final int LONGEST_LIFE_MILLIS = 600;
    private static final String EX = "daniel@climbing.example";

    @TempDir
    Path folder;

    private final Random random = new Random();
    private final AtomicInteger numbers = new AtomicInteger();
    /// What was sent and not taken, by number.
    private final Queue<Integer> outbox = new ConcurrentLinkedQueue<>();
    private final Set<Integer> taken = ConcurrentHashMap.newKeySet();
    /// Sent more than once, because nobody said that it was taken.
    private final Set<Integer> sentAgain = ConcurrentHashMap.newKeySet();
    private long letter;
    private Duration age = Duration.ZERO;
    private final List<String> outcomes = new ArrayList<>();

    @Test
    void losesNothingSendsNothingThatWasHeldAndNothingReleasedTwice() throws Exception {
        inTheLedger(keeper -> keeper.setRule(Rules.noContact(), null));
        try (var provider = new SomeProvider("")) {
            for (var kill = 0; kill < KILLS; kill++) {
                runUntilKilled(provider);
                checkTheLedger();
                chooseALetter();
            }
            checkTheProvider(provider);
        }
        assertThat(taken.size()).isGreaterThan(KILLS);
        System.out.printf(
                "%d kills, %d mails taken, %d sent again, %d letters sent by themselves%n",
                KILLS, taken.size(), sentAgain.size(), outcomes.size());
    }

    private void runUntilKilled(SomeProvider provider) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GateProcess.class.getName(),
                        folder.toString(),
                        Integer.toString(provider.port()),
                        Long.toString(letter),
                        age.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var programs = new ArrayList<Thread>();
        try (var output = process.inputReader(UTF_8)) {
            var port = Integer.parseInt(output.readLine());
            for (var number = 0; number < PROGRAMS; number++) {
                programs.add(Thread.ofVirtual().start(() -> sendUntilKilled(port)));
            }
            if (random.nextInt(4) > 0) {
                waitUntilItIsWarm();
            }
            Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
            process.toHandle().destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            output.lines().filter("Sent"::equals).forEach(outcomes::add);
        } finally {
            process.destroyForcibly();
        }
        for (var program : programs) {
            program.join();
        }
    }

    private void waitUntilItIsWarm() throws InterruptedException {
        var before = taken.size();
        for (var tries = 0; tries < 1_000 && taken.size() < before + 2 * PROGRAMS; tries++) {
            Thread.sleep(10);
        }
    }

    private void sendUntilKilled(int port) {
        try (var program = new MailProgram(port)) {
            program.reply();
            program.ask("EHLO me");
            while (true) {
                var again = outbox.poll();
                var number = again == null ? numbers.incrementAndGet() : again;
                if (again != null) {
                    sentAgain.add(number);
                }
                sendOne(program, number);
            }
        } catch (IOException killed) {
            return;
        }
    }

    private void sendOne(MailProgram program, int number) throws IOException {
        var wasTaken = false;
        try {
            wasTaken = isTaken(program, number);
            if (!wasTaken) {
                throw new IOException("killed");
            }
            taken.add(number);
        } finally {
            if (!wasTaken) {
                outbox.add(number);
            }
        }
    }

    private static boolean isTaken(MailProgram program, int number) throws IOException {
        program.ask("MAIL FROM:<me@mine.example>");
        program.ask("RCPT TO:<" + (number % 2 == 0 ? EX : "jonas@home.example") + ">");
        return program.ask("DATA").startsWith("354")
                && program.ask(content(number) + ".").startsWith("250");
    }

    private static String content(int number) {
        return "Subject: number " + number + "\r\n\r\n" + ("line " + number + "\r\n").repeat(number % 400) + "end\r\n";
    }

    private static int number(String content) {
        return Integer.parseInt(content.replaceFirst("(?s)Subject: number ([0-9]+)\r\n.*", "$1"));
    }

    private static int number(Words words) {
        return Integer.parseInt(words.part(Words.SUBJECT).replace("number ", ""));
    }

    private void checkTheLedger() throws IOException {
        try (var ledger = SqliteLedger.open(DataFolder.open(folder))) {
            assertThat(ledger.verify(Account.ME)).isInstanceOf(Whole.class);
            var letters = new HashMap<Integer, Integer>();
            for (var entry : ledger.newest(Account.ME, Set.of(Event.AttemptHeld.class), Long.MAX_VALUE, 100_000)) {
                var words = entry.event().words();
                try (var in = ledger.heldMail().read(words.part(Words.MESSAGE))) {
                    var content = new String(in.readAllBytes(), ISO_8859_1);
                    assertThat(content).isEqualTo(content(number(content)));
                    letters.merge(number(content), 1, Integer::sum);
                }
            }
            assertThat(letters.values()).allMatch(count -> count == 1);
            assertThat(letters.keySet())
                    .containsAll(
                            taken.stream().filter(number -> number % 2 == 0).toList());
        }
    }

    /// Releases a letter for the next life of the gate to send. The mail program knows that it was held, and so
    /// does not send it again.
    private void chooseALetter() {
        if (letter > 0
                && inTheLedger(keeper -> keeper.look((story, now) ->
                        story.openForSending(letter, now.trusted()).isPresent()))) {
            return;
        }
        letter = inTheLedger(keeper -> {
            var newest =
                    keeper.ledger().newest(Account.ME, Set.of(Event.AttemptHeld.class), Long.MAX_VALUE, 50).stream()
                            .filter(entry -> taken.contains(number(entry.event().words())))
                            .filter(entry -> keeper.<Boolean>look((story, _) -> !story.wasSent(entry.seq())))
                            .findFirst();
            newest.ifPresent(entry -> keeper.askToLoosen(new Loosening.Release(entry.seq())));
            return newest.map(entry -> entry.seq()).orElse(0L);
        });
        if (letter > 0) {
            age = age.plus(Rules.noContact().coolingOff().plusHours(1));
            confirmed(letter);
        }
    }

    private void confirmed(long released) {
        var opened = inTheLedger(keeper -> {
            for (var waiting : keeper.<List<Pending>>look((story, now) -> story.pending(now.trusted()))) {
                keeper.confirm(waiting.seq());
            }
            return keeper.look((story, now) -> story.openForSending(released, now.trusted()));
        });
        assertThat(opened).isPresent();
    }

    private <T> T inTheLedger(Function<Keeper, T> work) {
        try (var ledger = SqliteLedger.open(DataFolder.open(folder))) {
            var clock = new TurnedClock().passes(age);
            try (var keeper =
                    new Keeper(Account.ME, ledger, clock, ZoneOffset.UTC, DraftReader.leavingItToThePerson())) {
                return work.apply(keeper);
            }
        }
    }

    private void checkTheProvider(SomeProvider provider) {
        Map<Integer, Integer> arrived = new HashMap<>();
        for (var message : provider.messages) {
            var number = number(message.content());
            assertThat(message.content()).isEqualTo(content(number));
            arrived.merge(number, 1, Integer::sum);
        }
        assertThat(arrived.keySet())
                .containsAll(taken.stream().filter(number -> number % 2 == 1).toList());
        assertThat(arrived.entrySet().stream()
                        .filter(one -> one.getKey() % 2 == 1 && one.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()))
                .isSubsetOf(sentAgain);
        var released =
                arrived.entrySet().stream().filter(one -> one.getKey() % 2 == 0).toList();
        assertThat(released).allMatch(one -> one.getValue() == 1);
        assertThat(released.size()).isGreaterThanOrEqualTo(outcomes.size());
        assertThat(released.size())
                .isLessThanOrEqualTo(inTheLedger(keeper -> keeper.ledger()
                        .newest(Account.ME, Set.of(Event.AttemptAllowed.class), Long.MAX_VALUE, 100_000)
                        .size()));
    }
}
