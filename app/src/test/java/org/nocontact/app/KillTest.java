package org.nocontact.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocontact.store.DataFolder.Running;

/// Kills the program at random instants while guards ask it over HTTP, again and again on the same folder: what was
/// acknowledged is there, once. How often says `-Dnocontact.kills`.
class KillTest {
    private static final int KILLS = Integer.getInteger("nocontact.kills", 5);
    private static final int GUARDS = 3;
    private static final int LONGEST_STREAM_MILLIS = 400;
    private static final int LONGEST_START_MILLIS = 1_500;
    private static final int PAGE = 1_000;

    private final Random random = new Random();
    private final AtomicInteger attempts = new AtomicInteger();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> found = new HashSet<>();
    private long last;

    @TempDir
    Path folder;

    @Test
    void losesAndDoublesNothingThatWasAcknowledged() throws Exception {
        assertThat(Child.run(folder, "rule", "set", "--name", "Daniel").code()).isZero();
        for (var kill = 0; kill < KILLS; kill++) {
            if (kill % 5 == 4) {
                killDuringItsStart();
            }
            try (var child = Child.serve(folder)) {
                child.awaitOpen();
                check(child.running());
                streamUntilKilled(child);
            }
        }
        try (var child = Child.serve(folder)) {
            child.awaitOpen();
            check(child.running());
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
        System.out.println(KILLS + " kills, " + attempts + " attempts, " + acknowledged.size() + " acknowledged, "
                + found.size() + " kept.");
    }

    private void killDuringItsStart() throws Exception {
        try (var child = Child.serve(folder)) {
            Thread.sleep(random.nextInt(LONGEST_START_MILLIS));
            child.kill();
        }
    }

    private void streamUntilKilled(Child child) throws Exception {
        var running = child.running();
        var begun = new CountDownLatch(GUARDS);
        var guards = IntStream.range(0, GUARDS)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> stream(running, begun)))
                .toList();
        begun.await();
        Thread.sleep(random.nextInt(LONGEST_STREAM_MILLIS));
        child.kill();
        for (var guard : guards) {
            guard.join();
        }
    }

    private void stream(Running running, CountDownLatch begun) {
        try (var wire = Wire.to(running)) {
            while (true) {
                var text = "attempt " + attempts.incrementAndGet();
                var body = "{\"act\":\"text\",\"to\":\"daniel\",\"text\":\"" + text + "\"}";
                var answer = wire.call("POST", "/api/v1/attempts", running.token(), body);
                assertThat(answer.text()).startsWith("{\"verdict\":\"hold\"");
                acknowledged.add(text);
                begun.countDown();
            }
        } catch (IOException killed) {
            begun.countDown();
        }
    }

    private void check(Running running) {
        try (var wire = Wire.to(running)) {
            var verified = wire.call("GET", "/local/verification", running.token(), "");
            assertThat(verified.status()).isEqualTo(200);
            while (readPage(wire, running)) {
                // The next one.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(found).containsAll(acknowledged);
    }

    private boolean readPage(Wire wire, Running running) throws IOException {
        var page = Json.read(wire.call("GET", "/api/v1/events?limit=" + PAGE + "&after=" + last, running.token(), "")
                .body());
        for (var event : page.path("events")) {
            assertThat(event.path("id").longValue()).as("no gap").isEqualTo(last + 1);
            last++;
            var text = event.path("words").path("text").stringValue("");
            if (event.path("kind").stringValue("").equals("attempt-held")) {
                assertThat(text).as("a whole event").startsWith("attempt ");
                assertThat(found.add(text)).as("%s stands there once", text).isTrue();
            }
        }
        return page.has("next");
    }
}
