package org.nocontact.app;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.nocontact.core.TimeSource;

/// The time of a Linux machine. The steady counter is the time since the machine started, sleep included (proc(5),
/// `/proc/uptime`; the kernel fills it from its boot-time clock), so it goes on from one program to the next.
///
/// Safe for several threads. A reading takes about 10 µs.
final class LinuxTime implements TimeSource {
    static final Path UPTIME = Path.of("/proc/uptime");
    static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    private final RandomAccessFile uptime;
    private final String boot;
    private final BooleanSupplier vouchedFor;
    private final byte[] text = new byte[64];

    /// @throws IOException where there are no such files
    LinuxTime(Path uptime, Path boot, BooleanSupplier vouchedFor) throws IOException {
        this.boot = Files.readString(boot).strip();
        this.uptime = new RandomAccessFile(uptime.toFile(), "r");
        this.vouchedFor = vouchedFor;
        steady();
    }

    /// Reads the wall before asking who vouches for it: whoever set it in between has lost the voucher by then.
    @Override
    public synchronized Reading read() {
        try {
            var wall = Instant.now();
            var vouched = vouchedFor.getAsBoolean();
            return new Reading(wall, boot, steady(), vouched);
        } catch (IOException gone) {
            throw new IllegalStateException("The system's time could be read before and cannot be now.", gone);
        }
    }

    /// `4182.55 16083.01`: the first is seconds since the start.
    private Duration steady() throws IOException {
        uptime.seek(0);
        var length = Math.max(0, uptime.read(text));
        var line = new String(text, 0, length, StandardCharsets.US_ASCII);
        var space = line.indexOf(' ');
        try {
            return Duration.ofMillis(
                    new BigDecimal(line.substring(0, space < 0 ? length : space).strip())
                            .movePointRight(3)
                            .longValue());
        } catch (NumberFormatException notSeconds) {
            throw new IOException("Not seconds: " + line, notSeconds);
        }
    }
}
