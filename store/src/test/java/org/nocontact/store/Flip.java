package org.nocontact.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/// Changes one bit of one column of one row of a ledger file, behind its back.
final class Flip {
    private static final List<String> TABLES = List.of("entry", "words", "head", "clock", "snapshot");

    private Flip() {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Cell(String table, String column, String type, byte[] value, String account, long seq) {}

    /// @return what was flipped
    static String one(Path folder, int where, int bit) throws SQLException {
        var url = "jdbc:sqlite:" + folder.resolve("ledger.db").toUri();
        try (var connection = JDBC.createConnection(url, new SQLiteConfig().toProperties())) {
            var cells = new ArrayList<Cell>();
            for (var table : TABLES) {
                addCells(connection, table, cells);
            }
            var random = new Random(where);
            return flip(connection, cells.get(random.nextInt(cells.size())), random.nextInt(1 << 20), bit);
        }
    }

    private static void addCells(Connection connection, String table, List<Cell> cells) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select * from " + table)) {
            var columns = rows.getMetaData();
            while (rows.next()) {
                for (var column = 1; column <= columns.getColumnCount(); column++) {
                    var value = rows.getBytes(column);
                    if (value != null && value.length > 0) {
                        cells.add(new Cell(
                                table,
                                columns.getColumnName(column),
                                columns.getColumnTypeName(column),
                                value,
                                rows.getString("account"),
                                table.equals("clock") ? 0 : rows.getLong("seq")));
                    }
                }
            }
        }
    }

    private static String flip(Connection connection, Cell cell, int where, int bit) throws SQLException {
        var number = cell.type.equals("INTEGER");
        var value = number ? cell.column + " + " + (256 << bit) : "cast(? as " + cell.type + ")";
        var row = cell.table.equals("clock") ? "account = ?" : "account = ? and seq = ?";
        try (var update = connection.prepareStatement(
                "update %s set %s = %s where %s".formatted(cell.table, cell.column, value, row))) {
            var index = 1;
            if (!number) {
                update.setBytes(index++, flipped(cell.value, where, bit));
            }
            update.setString(index++, cell.account);
            if (!cell.table.equals("clock")) {
                update.setLong(index, cell.seq);
            }
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("Nothing flipped: " + cell);
            }
            return "bit " + bit + " of byte " + where + " in " + cell + ": " + new String(cell.value, ISO_8859_1);
        }
    }

    private static byte[] flipped(byte[] value, int where, int bit) {
        var changed = value.clone();
        changed[where % changed.length] ^= (byte) (1 << bit);
        return changed;
    }
}
