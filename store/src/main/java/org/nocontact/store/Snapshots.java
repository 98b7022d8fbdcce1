package org.nocontact.store;

import java.util.Arrays;
import java.util.Optional;
import org.nocontact.core.Account;
import org.nocontact.core.Story;
import tools.jackson.core.JacksonException;

/// The latest snapshot of an account's story, as a row. One that is damaged, older than the program, or of another
/// chain is as good as none.
final class Snapshots {
    private final SqliteConnection connection;
    private final Account account;

    Snapshots(SqliteConnection connection, Account account) {
        this.connection = connection;
        this.account = account;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Row(long seq, byte[] hash, int version, byte[] story, byte[] digest) {
        byte[] digest(Account account) {
            return Hashes.of("nocontact-snapshot-1")
                    .add(account.name())
                    .add(seq)
                    .add(hash)
                    .add(version)
                    .add(story)
                    .hash();
        }
    }

    Optional<Story.Snapshot> snapshot() {
        return row().filter(row -> row.version == Story.Snapshot.VERSION)
                .filter(this::isAsWritten)
                .flatMap(Snapshots::story);
    }

    /// Whether what is kept is not as it was written.
    boolean isDamaged() {
        return row().filter(row -> !isAsWritten(row)).isPresent();
    }

    private Optional<Row> row() {
        return connection.one(
                "select seq, hash, version, story, digest from snapshot where account = ?",
                row -> new Row(row.getLong(1), row.getBytes(2), row.getInt(3), row.getBytes(4), row.getBytes(5)),
                account.name());
    }

    private boolean isAsWritten(Row row) {
        return Arrays.equals(row.digest, row.digest(account))
                && hashOf(row.seq).filter(hash -> Arrays.equals(hash, row.hash)).isPresent();
    }

    private Optional<byte[]> hashOf(long seq) {
        return connection.one(
                "select hash from entry where account = ? and seq = ?", row -> row.getBytes(1), account.name(), seq);
    }

    private static Optional<Story.Snapshot> story(Row row) {
        try {
            return Optional.of(StoredJson.MAPPER.readValue(row.story, Story.Snapshot.class));
        } catch (JacksonException notOne) {
            return Optional.empty();
        }
    }

    void keep(Story.Snapshot snapshot) {
        hashOf(snapshot.last()).ifPresent(hash -> keep(snapshot, hash));
    }

    private void keep(Story.Snapshot snapshot, byte[] hash) {
        var undigested = new Row(snapshot.last(), hash, snapshot.version(), StoredJson.bytes(snapshot), Hashes.NONE);
        connection.change(
                "insert into snapshot (account, seq, hash, version, story, digest)"
                        + " values (?, ?, ?, ?, cast(? as text), ?) on conflict (account) do update set"
                        + " seq = excluded.seq, hash = excluded.hash, version = excluded.version,"
                        + " story = excluded.story, digest = excluded.digest",
                account.name(),
                undigested.seq,
                undigested.hash,
                undigested.version,
                undigested.story,
                undigested.digest(account));
    }
}
