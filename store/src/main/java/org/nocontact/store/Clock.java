package org.nocontact.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Account;
import org.nocontact.core.TimeSource;
import org.nocontact.core.TrustedClock.Anchor;
import org.nocontact.core.TrustedClock.Mark;

/// The latest mark of an account's trusted clock, as a row. It never goes back: of two marks the later one stays.
final class Clock {
    /// No computer's steady counter runs under this name, so that none is compared with it.
    private static final String NO_BOOT = "";

    private final SqliteConnection connection;
    private final Account account;

    Clock(SqliteConnection connection, Account account) {
        this.connection = connection;
        this.account = account;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Row(
            String trusted, String wall, String boot, String steady, int vouchedFor, String anchor, byte[] digest) {
        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5),
                    row.getString(6),
                    row.getBytes(7));
        }

        static Row of(Mark mark, Account account) {
            var reading = mark.reading();
            var undigested = new Row(
                    mark.trusted().toString(),
                    reading.wall().toString(),
                    reading.boot(),
                    reading.steady().toString(),
                    reading.vouchedFor() ? 1 : 0,
                    text(mark.anchor()),
                    Hashes.NONE);
            return undigested.withDigest(undigested.digest(account));
        }

        Row withDigest(byte[] digest) {
            return new Row(trusted, wall, boot, steady, vouchedFor, anchor, digest);
        }

        byte[] digest(Account account) {
            return Hashes.of("nocontact-clock-1")
                    .add(account.name())
                    .add(trusted)
                    .add(wall)
                    .add(boot)
                    .add(steady)
                    .add(vouchedFor)
                    .add(anchor)
                    .hash();
        }

        private static String text(@Nullable Anchor anchor) {
            return anchor == null ? "" : anchor.trusted() + " " + anchor.wall();
        }

        private static @Nullable Anchor anchor(String text) {
            var space = text.indexOf(' ');
            return space < 0
                    ? null
                    : new Anchor(Instant.parse(text.substring(0, space)), Instant.parse(text.substring(space + 1)));
        }

        /// Empty when the row is damaged.
        Optional<Mark> mark(Account account) {
            if (!Arrays.equals(digest, digest(account))) {
                return Optional.empty();
            }
            try {
                var reading =
                        new TimeSource.Reading(Instant.parse(wall), boot, Duration.parse(steady), vouchedFor == 1);
                return Optional.of(new Mark(Instant.parse(trusted), reading, anchor(anchor)));
            } catch (DateTimeException damaged) {
                return Optional.empty();
            }
        }
    }

    /// Where no mark is kept, or a damaged one, time goes on from the last entry; whatever lies between counts for
    /// nothing until the network vouches for the clock on the wall.
    Optional<Mark> mark() {
        var kept = row().flatMap(row -> row.mark(account));
        return kept.isPresent() ? kept : ofTheLastEntry();
    }

    /// Whether what is kept is missing or not as it was written.
    boolean isDamaged() {
        return row().flatMap(row -> row.mark(account)).isEmpty();
    }

    private Optional<Row> row() {
        return connection.one(
                "select trusted, wall, boot, steady, vouched_for, anchor, digest from clock where account = ?",
                Row::read,
                account.name());
    }

    private Optional<Mark> ofTheLastEntry() {
        var entries = new Entries(connection, account);
        return entries.before(Long.MAX_VALUE, List.of(), 1).stream()
                .map(last -> new Mark(
                        Instant.parse(last.trusted()),
                        new TimeSource.Reading(Instant.parse(last.at()), NO_BOOT, Duration.ZERO, false),
                        null))
                .findFirst();
    }

    /// Keeps a mark for entries that came without one.
    void keepThatOfTheLastEntry() {
        ofTheLastEntry().ifPresent(this::keep);
    }

    void keep(Mark mark) {
        var kept = row().flatMap(row -> row.mark(account));
        if (kept.isPresent() && kept.get().trusted().isAfter(mark.trusted())) {
            return;
        }
        var row = Row.of(mark, account);
        connection.change(
                "insert into clock (account, trusted, wall, boot, steady, vouched_for, anchor, digest)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (account) do update set"
                        + " trusted = excluded.trusted, wall = excluded.wall, boot = excluded.boot,"
                        + " steady = excluded.steady, vouched_for = excluded.vouched_for, anchor = excluded.anchor, digest = excluded.digest",
                account.name(),
                row.trusted,
                row.wall,
                row.boot,
                row.steady,
                row.vouchedFor,
                row.anchor,
                row.digest);
    }
}
