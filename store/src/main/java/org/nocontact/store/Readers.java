package org.nocontact.store;

import java.nio.file.Path;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;

/// Connections that only read, so that nobody who reads waits for one who writes. As many are opened as threads read at
/// the same time; a few are kept.
final class Readers implements AutoCloseable {
    private static final int KEPT = 4;

    private final Path file;
    private final Deque<SqliteConnection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Readers(Path file) {
        this.file = file;
    }

    <T> T read(Function<SqliteConnection, T> reading) {
        var connection = take();
        try {
            var result = reading.apply(connection);
            giveBack(connection);
            return result;
        } catch (Throwable fault) {
            connection.close();
            throw fault;
        }
    }

    private SqliteConnection take() {
        if (closed) {
            throw SqliteFaults.closed(file);
        }
        var kept = idle.pollFirst();
        return kept == null ? SqliteConnection.toRead(file) : kept;
    }

    private void giveBack(SqliteConnection connection) {
        if (closed || idle.size() >= KEPT) {
            connection.close();
        } else {
            idle.addFirst(connection);
        }
    }

    @Override
    public void close() {
        closed = true;
        for (var connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
            connection.close();
        }
    }
}
