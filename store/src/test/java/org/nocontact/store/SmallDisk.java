package org.nocontact.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A file system of its own that can be full and can be read-only, in memory. Needs the right to mount.
public final class SmallDisk implements AutoCloseable {
    private final Path mount;

    private SmallDisk(Path mount) {
        this.mount = mount;
    }

    public static SmallDisk ofKilobytes(int size) throws IOException, InterruptedException {
        var mount = Files.createTempDirectory("small-disk");
        var mounted = run("mount", "-t", "tmpfs", "-o", "size=" + size + "k", "tmpfs", mount.toString());
        if (!mounted) {
            Files.delete(mount);
        }
        Parts.need(mounted, "the right to mount a small disk");
        return new SmallDisk(mount);
    }

    public Path folder() {
        return mount.resolve("data");
    }

    public void growTo(int kilobytes) throws IOException, InterruptedException {
        remount("size=" + kilobytes + "k");
    }

    public void makeReadOnly() throws IOException, InterruptedException {
        remount("ro");
    }

    private void remount(String option) throws IOException, InterruptedException {
        Parts.need(run("mount", "-o", "remount," + option, mount.toString()), "the right to mount a disk again");
    }

    /// Writes until not a byte more fits.
    public void fillUp() throws IOException {
        var block = new byte[1024];
        try (var out = Files.newOutputStream(mount.resolve("filler"))) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            return;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", "-l", mount.toString());
        Files.delete(mount);
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
