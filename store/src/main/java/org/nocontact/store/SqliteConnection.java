package org.nocontact.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/// One connection to a ledger file that keeps its statements prepared. For one thread at a time. Every fault is a
/// [org.nocontact.core.LedgerFault].
final class SqliteConnection implements AutoCloseable {
    private static final int WAIT_MILLIS = 3_000;
    private static final int LOG_WAIT_MILLIS = 500;

    private static final List<String> EVERY = List.of(
            "pragma busy_timeout = " + WAIT_MILLIS,
            "pragma foreign_keys = on",
            "pragma temp_store = memory",
            "pragma trusted_schema = off",
            "pragma cell_size_check = on");

    private static final List<String> WRITING = List.of(
            "pragma journal_mode = wal",
            "pragma synchronous = full",
            "pragma fullfsync = on",
            "pragma checkpoint_fullfsync = on",
            "pragma secure_delete = on");

    private final Path file;
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    private SqliteConnection(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    static SqliteConnection toWrite(Path file) {
        return open(file, WRITING);
    }

    /// A connection that cannot change anything, beside one that writes.
    static SqliteConnection toRead(Path file) {
        return open(file, List.of("pragma query_only = on"));
    }

    /// A connection that writes a copy of the file as it is now into an empty file.
    static SqliteConnection toCopy(Path file) {
        return open(file, List.of());
    }

    private static SqliteConnection open(Path file, List<String> more) {
        // Asking for generated keys would leave a statement open after every change, and so keep the file from being
        // vacuumed.
        var config = new SQLiteConfig();
        config.setGetGeneratedKeys(false);
        SqliteConnection opened;
        try {
            opened = new SqliteConnection(
                    file, JDBC.createConnection("jdbc:sqlite:" + file.toUri(), config.toProperties()));
        } catch (SQLException fault) {
            throw SqliteFaults.of(fault, file);
        }
        try {
            EVERY.forEach(opened::run);
            more.forEach(opened::run);
            return opened;
        } catch (RuntimeException fault) {
            opened.close();
            throw fault;
        }
    }

    /// Reads one row of a result.
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) {
        return with(sql, values, statement -> {
            var found = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.read(rows));
                }
            }
            return found;
        });
    }

    <T> Optional<T> one(String sql, Row<T> row, @Nullable Object... values) {
        return list(sql, row, values).stream().findFirst();
    }

    /// Runs one statement that changes something.
    ///
    /// @return how many rows it changed
    int change(String sql, @Nullable Object... values) {
        return with(sql, values, PreparedStatement::executeUpdate);
    }

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private <T> T with(String sql, @Nullable Object[] values, Use<T> use) {
        try {
            var statement = prepared(sql);
            for (var index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            return use.of(statement);
        } catch (SQLException fault) {
            // The driver gives up a statement that failed.
            statements.remove(sql);
            throw SqliteFaults.of(fault, file);
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        var statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }

    /// Runs any number of statements, without keeping them.
    void run(String script) {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(script);
        } catch (SQLException fault) {
            throw SqliteFaults.of(fault, file);
        }
    }

    /// Does the work in one transaction that holds the file for writing from its start: all of it, or nothing.
    <T> T transaction(Supplier<T> work) {
        change("begin immediate");
        try {
            var result = work.get();
            change("commit");
            return result;
        } catch (Throwable fault) {
            rollBack(fault);
            throw fault;
        }
    }

    /// Reads one state of the file, whatever is written meanwhile.
    <T> T atOneInstant(Supplier<T> reading) {
        change("begin");
        try {
            return reading.get();
        } finally {
            change("rollback");
        }
    }

    /// Moves the log into the file and empties it.
    ///
    /// @return false if somebody who reads an older state kept it from being emptied
    boolean emptyLog() {
        run("pragma busy_timeout = " + LOG_WAIT_MILLIS);
        try {
            return list("pragma wal_checkpoint(truncate)", row -> row.getInt(1)).equals(List.of(0));
        } finally {
            run("pragma busy_timeout = " + WAIT_MILLIS);
        }
    }

    /// What SQLite finds wrong with the file, its indexes and references included; empty when it is sound.
    Optional<String> fileCheck() {
        var structure =
                one("pragma integrity_check(1)", row -> row.getString(1)).filter(found -> !found.equals("ok"));
        return structure.isPresent()
                ? structure
                : one("pragma foreign_key_check", row -> "a row in " + row.getString(1) + " belongs to no entry");
    }

    private void rollBack(Throwable because) {
        try (var statement = connection.createStatement()) {
            statement.execute("rollback");
        } catch (SQLException alreadyRolledBack) {
            because.addSuppressed(alreadyRolledBack);
        }
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            for (var statement : statements.values()) {
                statement.close();
            }
            connection.close();
        } catch (SQLException fault) {
            throw SqliteFaults.of(fault, file);
        }
    }
}
