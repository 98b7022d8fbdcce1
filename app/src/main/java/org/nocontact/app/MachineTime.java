package org.nocontact.app;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.TimeSource;

/// The time of the machine that this runs on, as well as it can tell.
///
/// On Linux waits go on while the program is off and the machine sleeps. Elsewhere the steady counter is that of this
/// program's run, and nobody vouches for the clock: waits count only what passes while the program runs.
final class MachineTime implements TimeSource {
    private final TimeSource source;
    private volatile @Nullable KernelClock kernel;

    MachineTime() {
        source = onLinux(this::isVouchedFor);
    }

    private static TimeSource onLinux(BooleanSupplier vouchedFor) {
        try {
            return new LinuxTime(LinuxTime.UPTIME, LinuxTime.BOOT, vouchedFor);
        } catch (IOException otherSystem) {
            return ofThisRun();
        }
    }

    /// Counts from here on, under a name that no other run has.
    static TimeSource ofThisRun() {
        var run = UUID.randomUUID().toString();
        var start = System.nanoTime();
        return () -> new Reading(Instant.now(), run, Duration.ofNanos(System.nanoTime() - start), false);
    }

    @Override
    public Reading read() {
        return source.read();
    }

    /// Finds out how to ask whether the network keeps the clock. Until then nobody vouches for it, which holds waits
    /// back and never shortens them. Takes a quarter of a second.
    void learnWhoVouches() {
        if (source instanceof LinuxTime) {
            kernel = KernelClock.find().orElse(null);
        }
    }

    private boolean isVouchedFor() {
        var known = kernel;
        return known != null && known.isKeptByTheNetwork();
    }
}
