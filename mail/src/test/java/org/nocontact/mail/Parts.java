package org.nocontact.mail;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// Parts of a machine that a test needs. Where one is missing the test is skipped, unless `NOCONTACT_REQUIRE_PARTS` is
/// 1: then it fails.
final class Parts {
    private Parts() {}

    static void need(boolean there, String what) {
        if ("1".equals(System.getenv("NOCONTACT_REQUIRE_PARTS"))) {
            Assertions.assertTrue(there, "This machine has to have " + what + ".");
        }
        Assumptions.assumeTrue(there, "This machine does not have " + what + ".");
    }

    /// A server that only an administrator can start.
    static void needServer(Path program, String what) {
        need(Files.isExecutable(program), what);
        need("root".equals(System.getProperty("user.name")), what + " started by root");
    }
}
