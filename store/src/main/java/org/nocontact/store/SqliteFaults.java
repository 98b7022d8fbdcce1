package org.nocontact.store;

import static org.sqlite.SQLiteErrorCode.SQLITE_AUTH;
import static org.sqlite.SQLiteErrorCode.SQLITE_BUSY;
import static org.sqlite.SQLiteErrorCode.SQLITE_CANTOPEN;
import static org.sqlite.SQLiteErrorCode.SQLITE_CORRUPT;
import static org.sqlite.SQLiteErrorCode.SQLITE_FULL;
import static org.sqlite.SQLiteErrorCode.SQLITE_IOERR;
import static org.sqlite.SQLiteErrorCode.SQLITE_LOCKED;
import static org.sqlite.SQLiteErrorCode.SQLITE_NOTADB;
import static org.sqlite.SQLiteErrorCode.SQLITE_PERM;
import static org.sqlite.SQLiteErrorCode.SQLITE_READONLY;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import org.nocontact.core.LedgerFault;
import org.nocontact.core.NoRoom;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Says in one plain sentence what went wrong with a ledger file, what that means for it, and what to do.
final class SqliteFaults {
    /// SQLite's extended codes carry the plain code in their lowest byte.
    private static final int PLAIN_CODE = 0xff;
    /// In bytes; the index of the log takes 32 KiB.
    private static final long SMALLEST_ROOM = 64 << 10;

    private SqliteFaults() {}

    static LedgerFault of(SQLException fault, Path file) {
        var sentence = sentence(fault, file);
        return sentence.equals(full(file)) ? new NoRoom(sentence, fault) : new LedgerFault(sentence, fault);
    }

    private static String sentence(SQLException fault, Path file) {
        if (!(fault instanceof SQLiteException sqlite)) {
            return unknown(fault, file);
        }
        var code = sqlite.getResultCode().code & PLAIN_CODE;
        if (isOneOf(code, SQLITE_CORRUPT, SQLITE_NOTADB)) {
            return damaged(file);
        }
        if (isOneOf(code, SQLITE_BUSY, SQLITE_LOCKED)) {
            return "Another program is using " + file
                    + ", so nothing was changed: close that program, or try once more in a moment.";
        }
        if (isOneOf(code, SQLITE_FULL) || isFull(file)) {
            return full(file);
        }
        if (isOneOf(code, SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH)) {
            return cannotBeUsed(file);
        }
        if (isOneOf(code, SQLITE_IOERR)) {
            return "The disk that holds " + file
                    + " answered with an error, so nothing was written and nothing that was kept is changed: check the"
                    + " disk, and try once more.";
        }
        return unknown(fault, file);
    }

    private static boolean isOneOf(int code, SQLiteErrorCode... codes) {
        return Arrays.stream(codes).anyMatch(one -> one.code == code);
    }

    static LedgerFault of(IOException fault, Path file) {
        return isFull(file) || saysItIsFull(fault)
                ? new NoRoom(full(file), fault)
                : new LedgerFault(cannotBeUsed(file), fault);
    }

    private static boolean saysItIsFull(IOException fault) {
        var said = String.valueOf(fault.getMessage());
        return said.contains("No space left") || said.contains("quota exceeded") || said.contains("not enough space");
    }

    private static String full(Path file) {
        return "The disk that holds " + file
                + " is full, so nothing was written and nothing that was kept is lost: make room on it and try once more.";
    }

    /// A full disk shows in many ways: a file that cannot be made, memory that cannot be shared.
    private static boolean isFull(Path file) {
        var folder = file.toAbsolutePath().getParent();
        return folder != null
                && folder.toFile().getTotalSpace() > 0
                && folder.toFile().getUsableSpace() < SMALLEST_ROOM;
    }

    private static String cannotBeUsed(Path file) {
        return file
                + " cannot be opened for reading and writing, so nothing was changed: give yourself the right to write"
                + " to it and to its folder, or choose another folder with --data.";
    }

    static String damaged(Path file) {
        return file
                + " is damaged and was left as it is: keep a copy of it, then put the newest file from the folder"
                + " backups in its place, or import your last export into a new folder.";
    }

    static LedgerFault newer(Path file) {
        return new LedgerFault(
                file + " was written by a newer version of this program and was left as it is: start that version.");
    }

    static LedgerFault closed(Path file) {
        return new LedgerFault(file + " was closed, so nothing was changed: start the program once more.");
    }

    static LedgerFault unreadable(Path file, long seq, RuntimeException why) {
        return new LedgerFault(
                "Entry " + seq + " in " + file + " cannot be read (" + why.getMessage()
                        + "), and nothing was changed: run verify to see what is damaged.",
                why);
    }

    private static String unknown(SQLException fault, Path file) {
        return file + " could not be used (" + fault.getMessage()
                + "), and nothing was changed: try once more, and tell the makers of this program if it stays so.";
    }
}
