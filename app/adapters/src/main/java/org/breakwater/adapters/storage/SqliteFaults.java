package org.breakwater.adapters.storage;

import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.StoreFault;

/// What SQLite and the file system say, as faults of the store.
final class SqliteFaults {

    /// Primary result codes of SQLite (sqlite.org/rescode.html).
    private static final int PERMISSION = 3;

    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CONSTRAINT = 19;
    private static final int NOT_A_DATABASE = 26;

    /// The extended code for a file that was moved or deleted while it was open.
    private static final int MOVED = 1032;

    private SqliteFaults() {}

    static IndexException exception(Path store, SQLException failed) {
        return new IndexException(of(store, failed), failed);
    }

    static StoreFault of(Path store, SQLException failed) {
        var path = store.toString();
        if (failed instanceof DamagedRow) {
            return new StoreFault.Corrupt(path, words(failed));
        }
        if (failed.getErrorCode() == MOVED) {
            return new StoreFault.Unusable(path, "the file was moved or deleted while it was open");
        }
        return switch (failed.getErrorCode() & 0xff) {
            case PERMISSION, READ_ONLY -> new StoreFault.ReadOnly(path);
            case BUSY, LOCKED -> new StoreFault.InUse(path);
            case FULL -> new StoreFault.Full(path);
            case CORRUPT, CONSTRAINT -> new StoreFault.Corrupt(path, words(failed));
            case NOT_A_DATABASE -> new StoreFault.NotAnIndex(path);
            default -> new StoreFault.Unusable(path, words(failed));
        };
    }

    static StoreFault of(Path store, FileSystemException refused) {
        var why = refused instanceof NoSuchFileException
                ? "its folder does not exist"
                : String.valueOf(refused.getReason()).toLowerCase(Locale.ROOT);
        return why.contains("read-only") || why.contains("not permitted")
                ? new StoreFault.ReadOnly(store.toString())
                : new StoreFault.Unusable(store.toString(), why);
    }

    /// What a database said, on one line.
    static String words(SQLException failed) {
        return String.valueOf(failed.getMessage()).replaceAll("\\s+", " ").strip();
    }
}
