package org.nocontact.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/// Changes a ledger file behind its back, as a damaged disk or another program would.
final class Tampering {
    private Tampering() {}

    static void with(Path folder, String script) throws SQLException {
        var url = "jdbc:sqlite:" + folder.resolve("ledger.db").toUri();
        try (var connection = JDBC.createConnection(url, new SQLiteConfig().toProperties());
                var statement = connection.createStatement()) {
            statement.executeUpdate(script);
        }
    }
}
