package dev.rowan.error;

import org.jspecify.annotations.Nullable;

/**
 * A statement that the database or its driver refused. It keeps the SQL text, the SQLSTATE and the vendor's code, and
 * never the bound values, which may be secret; neither does its message repeat the driver's, which may quote them. The
 * driver's exception is the cause.
 */
public final class QueryException extends RowanException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, the same on every database. */
    public enum Kind {
        /** A unique or primary key already holds the value. */
        UNIQUE_VIOLATION,
        /** A foreign key points nowhere, or is pointed at by a row that should go. */
        FOREIGN_KEY_VIOLATION,
        /** NULL for a column that is not null. */
        NOT_NULL_VIOLATION,
        /** A check constraint failed. */
        CHECK_VIOLATION,
        /** A value that does not fit its type: too long, out of range, malformed. */
        INVALID_VALUE,
        /** Deadlock or serialization failure: the transaction may be tried again. */
        CONFLICT,
        /** A lock or the statement took longer than allowed. */
        TIMEOUT,
        /** The connection could not be made or was lost. */
        CONNECTION,
        /** The server cut something that it should have yielded, and warned of it: the result is not what was asked for. */
        INCOMPLETE,
        /** The SQL was refused: an unknown table or column, or a syntax that the server does not know. */
        INVALID_SQL,
        /** Anything else; {@link QueryException#sqlState()} and {@link QueryException#vendorCode()} tell more. */
        OTHER
    }

    private final Kind kind;
    private final @Nullable String sql;
    private final @Nullable String sqlState;
    private final int vendorCode;

    /**
     * Creates the exception.
     *
     * @param sql the statement's text with its placeholders, or null when no statement was involved
     * @param sqlState the SQLSTATE, or null when the driver gave none
     */
    public QueryException(Kind kind, @Nullable String sql, @Nullable String sqlState, int vendorCode, Throwable cause) {
        super(message(kind, sql, sqlState, vendorCode), cause);
        this.kind = kind;
        this.sql = sql;
        this.sqlState = sqlState;
        this.vendorCode = vendorCode;
    }

    private static String message(Kind kind, @Nullable String sql, @Nullable String sqlState, int vendorCode) {
        String what = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        String where = sql == null ? "" : " in: " + sql;
        return what + " (SQLSTATE " + sqlState + ", vendor code " + vendorCode + ")" + where
                + "; the driver's own words are in the cause";
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }

    /** The statement's text with placeholders, or null when no statement was involved. */
    public @Nullable String sql() {
        return sql;
    }

    /** The SQLSTATE, or null when the driver gave none. */
    public @Nullable String sqlState() {
        return sqlState;
    }

    /** The vendor's error code, 0 when there is none. */
    public int vendorCode() {
        return vendorCode;
    }
}
