package org.nocontact.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// Asks the Linux kernel whether its clock is kept by the network: `adjtimex(2)`. Setting the clock by hand takes that
/// back at once, and a daemon such as chrony, ntpd or systemd-timesyncd has to earn it anew.
final class KernelClock {
    /// What `adjtimex` returns while the clock is not synchronised (`TIME_ERROR` in `linux/timex.h`).
    private static final int NOT_SYNCHRONISED = 5;

    /// More than `struct timex` takes on any system; all zero asks only.
    private static final int ROOM = 512;

    private final MethodHandle adjtimex;

    private KernelClock(MethodHandle adjtimex) {
        this.adjtimex = adjtimex;
    }

    /// Takes a quarter of a second the first time. Empty where the C library has no such function.
    static Optional<KernelClock> find() {
        var linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("adjtimex")
                .map(function -> new KernelClock(linker.downcallHandle(
                        function, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS))));
    }

    boolean isKeptByTheNetwork() {
        try (var arena = Arena.ofConfined()) {
            MemorySegment question = arena.allocate(ROOM, Long.BYTES);
            var state = (int) adjtimex.invokeExact(question);
            return state >= 0 && state != NOT_SYNCHRONISED;
        } catch (Throwable refused) {
            return false;
        }
    }
}
