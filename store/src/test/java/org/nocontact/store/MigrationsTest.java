package org.nocontact.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    @Test
    void appliesEveryScriptThereIsInTheOrderOfTheirNumbers() throws IOException {
        try (var scripts = Files.list(Path.of("src/main/resources/org/nocontact/store/sqlite"))) {
            assertThat(scripts.map(script -> script.getFileName().toString()).sorted())
                    .isEqualTo(Migrations.SCRIPTS)
                    .isSorted();
        }
    }

    /// Each key begins with the account, so that one file can hold many people's ledgers.
    @Test
    void putsTheAccountIntoEveryKey() throws IOException {
        for (var script : Migrations.SCRIPTS) {
            var text = Files.readString(Path.of("src/main/resources/org/nocontact/store/sqlite", script));
            assertThat(text.lines().filter(line -> line.matches("\\s*(primary key|unique|foreign key) ?\\(.*")))
                    .isNotEmpty()
                    .allMatch(line -> line.contains("(account"));
            assertThat(text.lines().filter(line -> line.contains("primary key,")))
                    .allMatch(line -> line.strip().startsWith("account text"));
        }
    }
}
