package org.nocontact.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocontact.core.LedgerFault;
import org.nocontact.store.DataFolder.Running;

class DataFolderTest {
    private static final Running RUNNING = new Running("127.0.0.1", 8420, "secret");

    @TempDir
    Path path;

    @Test
    void isMadeForOneselfOnly() throws IOException {
        Parts.need(Files.getFileStore(path).supportsFileAttributeView("posix"), "file permissions");
        var folder = DataFolder.open(path.resolve("above/data"));
        try (var _ = SqliteLedger.open(folder);
                var holding = folder.hold().orElseThrow()) {
            holding.announce(RUNNING);

            assertThat(permissions(folder.path())).isEqualTo("rwx------");
            try (var files = Files.list(folder.path())) {
                assertThat(files.map(file -> file.getFileName() + " " + permissions(file)))
                        .containsExactlyInAnyOrder(
                                "ledger.db rw-------",
                                "ledger.db-wal rw-------",
                                "ledger.db-shm rw-------",
                                "serve.lock rw-------",
                                "running.json rw-------");
            }
        }
    }

    @Test
    void isClosedToOthersWhenItIsOurs() throws IOException {
        Parts.need(Files.getFileStore(path).supportsFileAttributeView("posix"), "file permissions");
        SqliteLedger.open(DataFolder.open(path)).close();
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));

        DataFolder.open(path);

        assertThat(permissions(path)).isEqualTo("rwx------");
    }

    @Test
    void isRefusedWhenOthersMayOpenItAndItHoldsOtherThings() throws IOException {
        Parts.need(Files.getFileStore(path).supportsFileAttributeView("posix"), "file permissions");
        Files.writeString(path.resolve("shopping list"), "milk");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThatThrownBy(() -> DataFolder.open(path))
                .isInstanceOf(LedgerFault.class)
                .hasMessageContaining(path.toString())
                .hasMessageContaining("--data");
        assertThat(permissions(path)).isEqualTo("rwxr-xr-x");
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }

    @Test
    void isServedByOneProgramAtATime() {
        var folder = DataFolder.open(path);
        assertThat(folder.whoServes()).isEmpty();

        try (var holding = folder.hold().orElseThrow()) {
            assertThat(folder.whoServes()).isEmpty();
            holding.announce(RUNNING);

            assertThat(DataFolder.open(path).hold()).isEmpty();
            assertThat(DataFolder.open(path).whoServes()).contains(RUNNING);
        }
        assertThat(folder.whoServes()).isEmpty();
        folder.hold().orElseThrow().close();
    }

    @Test
    void doesNotBelieveWhatAKilledProgramLeftBehind() throws Exception {
        var folder = DataFolder.open(path);
        var process = serving(path);
        try (var output = process.inputReader()) {
            assertThat(output.readLine()).isEqualTo("serving");
            assertThat(folder.whoServes()).contains(RUNNING);
            assertThat(folder.hold()).isEmpty();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();

        assertThat(path.resolve("running.json")).exists();
        assertThat(folder.whoServes()).isEmpty();
        folder.hold().orElseThrow().close();
    }

    /// On POSIX, a program lets go of its lock when it closes the file anywhere.
    @Test
    void staysHeldWhenTheSameProgramAsksWhoServes() throws Exception {
        var folder = DataFolder.open(path);
        try (var holding = folder.hold().orElseThrow()) {
            holding.announce(RUNNING);
            assertThat(folder.hold()).isEmpty();
            assertThat(folder.whoServes()).contains(RUNNING);

            var process = serving(path);
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(3);
        }
    }

    private static Process serving(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Serving.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static final class Serving {
        private Serving() {}

        public static void main(String[] arguments) throws InterruptedException {
            var holding = DataFolder.open(Path.of(arguments[0])).hold().orElse(null);
            if (holding == null) {
                System.exit(3);
            }
            holding.announce(RUNNING);
            System.out.println("serving");
            Thread.sleep(60_000);
            holding.close();
        }
    }

    @Test
    void doesNotTellItsTokenByAccident() {
        assertThat(RUNNING.toString()).isEqualTo("http://127.0.0.1:8420");
        assertThat(new Running("::1", 80, "secret").address()).isEqualTo("http://[::1]:80");
    }

    @Test
    void liesWhereTheSystemKeepsSuchThings() {
        var home = Path.of("/home/sam");

        assertThat(DataFolder.usual(Map.of(), "Linux", home)).isEqualTo(home.resolve(".local/share/nocontact"));
        assertThat(DataFolder.usual(Map.of("XDG_DATA_HOME", "/data"), "Linux", home))
                .isEqualTo(Path.of("/data/nocontact"));
        assertThat(DataFolder.usual(Map.of(), "Mac OS X", home))
                .isEqualTo(home.resolve("Library/Application Support/NoContact"));
        assertThat(DataFolder.usual(Map.of("LOCALAPPDATA", "/local"), "Windows 11", home))
                .isEqualTo(Path.of("/local/NoContact"));
        assertThat(DataFolder.usual(Map.of("NOCONTACT_DATA", "/mine"), "Linux", home))
                .isEqualTo(Path.of("/mine"));
    }
}
