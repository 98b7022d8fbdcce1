package org.nocontact.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.nocontact.core.LedgerFault;

/// Brings the tables of a ledger file to what this program expects: the scripts that are missing, in order, each in one
/// transaction with a row that says it was applied. A script that has once been published is never changed.
final class Migrations {
    static final List<String> SCRIPTS = List.of("0001-ledger.sql");

    private record Applied(int version, String name, String checksum) {}

    private Migrations() {}

    static void apply(SqliteConnection connection) {
        var applied = applied(connection);
        if (applied.size() > SCRIPTS.size()) {
            throw SqliteFaults.newer(connection.file());
        }
        applied.forEach(one -> check(one, connection));
        for (var version = applied.size() + 1; version <= SCRIPTS.size(); version++) {
            apply(version, connection);
        }
    }

    private static List<Applied> applied(SqliteConnection connection) {
        var begun = connection.one(
                "select 1 from sqlite_schema where type = 'table' and name = 'migration'", row -> row.getInt(1));
        return begun.isEmpty()
                ? List.of()
                : connection.list(
                        "select version, name, sha256 from migration order by version",
                        row -> new Applied(row.getInt(1), row.getString(2), row.getString(3)));
    }

    private static void check(Applied applied, SqliteConnection connection) {
        var name = SCRIPTS.get(applied.version - 1);
        if (!applied.name.equals(name) || !applied.checksum.equals(checksum(text(name)))) {
            throw new LedgerFault(connection.file() + " has tables that were made by another program (" + applied.name
                    + ") and was left as it is: start the program that made it.");
        }
    }

    private static void apply(int version, SqliteConnection connection) {
        var name = SCRIPTS.get(version - 1);
        var script = text(name);
        connection.transaction(() -> {
            connection.run("""
                    create table if not exists migration (
                      version integer not null primary key,
                      name text not null,
                      sha256 text not null
                    ) strict
                    """);
            connection.run(script);
            return connection.change(
                    "insert into migration (version, name, sha256) values (?, ?, ?)", version, name, checksum(script));
        });
    }

    private static String text(String name) {
        try (var script = Migrations.class.getResourceAsStream("sqlite/" + name)) {
            if (script == null) {
                throw new IllegalStateException("The program was built without sqlite/" + name + ".");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String checksum(String script) {
        return HexFormat.of().formatHex(Hashes.sha256().digest(script.getBytes(StandardCharsets.UTF_8)));
    }
}
