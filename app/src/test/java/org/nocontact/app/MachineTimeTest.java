package org.nocontact.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MachineTimeTest {
    /// A verdict has to answer within microseconds; the clock may not take more of it than this.
    private static final Duration LONGEST_READING = Duration.ofNanos(20_000);

    @TempDir
    Path proc;

    @Test
    void readsTheSteadyCounterOfLinuxAndNamesTheRunByItsBoot() throws IOException {
        var uptime = Files.writeString(proc.resolve("uptime"), "350735.47 1234.56\n");
        var boot = Files.writeString(proc.resolve("boot_id"), "0a1b2c3d-0000-4000-8000-000000000000\n");
        var vouched = new AtomicBoolean();
        var time = new LinuxTime(uptime, boot, vouched::get);

        var first = time.read();
        Files.writeString(uptime, "350736.5 1234.56\n");
        vouched.set(true);
        var second = time.read();

        assertThat(first.steady()).isEqualTo(Duration.ofMillis(350_735_470));
        assertThat(first.boot()).isEqualTo("0a1b2c3d-0000-4000-8000-000000000000");
        assertThat(first.vouchedFor()).isFalse();
        assertThat(second.steady()).isEqualTo(Duration.ofMillis(350_736_500));
        assertThat(second.vouchedFor()).isTrue();
    }

    @Test
    void asksWhoVouchesOnlyAfterReadingTheWall() throws IOException {
        var uptime = Files.writeString(proc.resolve("uptime"), "1.0 1.0\n");
        var boot = Files.writeString(proc.resolve("boot_id"), "boot\n");
        var asked = new Instant[1];
        var time = new LinuxTime(uptime, boot, () -> {
            asked[0] = Instant.now();
            return true;
        });

        assertThat(time.read().wall()).isBeforeOrEqualTo(asked[0]);
    }

    @Test
    void isNotOfLinuxWhereTheFilesAreMissingOrStrange() throws IOException {
        var boot = Files.writeString(proc.resolve("boot_id"), "boot\n");
        var strange = Files.writeString(proc.resolve("uptime"), "soon\n");

        assertThatThrownBy(() -> new LinuxTime(proc.resolve("missing"), boot, () -> true))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new LinuxTime(strange, boot, () -> true)).isInstanceOf(IOException.class);
    }

    @Test
    void countsElsewhereFromTheStartOfThisRunAndVouchesForNothing() throws InterruptedException {
        var one = MachineTime.ofThisRun();
        var first = one.read();
        Thread.sleep(2);
        var second = one.read();

        assertThat(second.steady()).isGreaterThan(first.steady());
        assertThat(second.boot())
                .isEqualTo(first.boot())
                .isNotEqualTo(MachineTime.ofThisRun().read().boot());
        assertThat(second.vouchedFor()).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void goesOnFromOneProgramToTheNextOnThisMachine() {
        var one = new MachineTime().read();
        var other = new MachineTime().read();

        assertThat(other.boot()).isEqualTo(one.boot());
        assertThat(other.steady()).isGreaterThanOrEqualTo(one.steady());
        assertThat(one.vouchedFor()).as("before it is known who vouches").isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void readsWithinMicrosecondsEvenWhenItAsksTheKernel() {
        var time = new MachineTime();
        time.learnWhoVouches();
        var fastest = Long.MAX_VALUE;
        for (var round = 0; round < 50; round++) {
            var begin = System.nanoTime();
            for (var reading = 0; reading < 200; reading++) {
                time.read();
            }
            fastest = Math.min(fastest, (System.nanoTime() - begin) / 200);
        }

        assertThat(Duration.ofNanos(fastest)).isLessThan(LONGEST_READING);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void asksTheKernelWhoseAnswerDoesNotChangeFromOneMomentToTheNext() {
        var kernel = KernelClock.find().orElseThrow();

        assertThat(kernel.isKeptByTheNetwork()).isEqualTo(kernel.isKeptByTheNetwork());
    }
}
