package dev.rowan.error;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement that the database or its driver refused, or a connection that could not be had. It keeps the SQL text, the SQLSTATE
 * and the vendor's code, and never the bound values, which may be secret; neither does its message repeat the driver's, which may
 * quote them. The driver's exception is the cause.
 */
public sealed class QueryException extends RowanException permits ConstraintViolationException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, the same on every database. */
    public enum Kind {
        /** A unique or primary key already holds the value. */
        UNIQUE_VIOLATION("a value that must be unique is taken already"),
        /** A foreign key points nowhere, or is pointed at by a row that should go. */
        FOREIGN_KEY_VIOLATION("something that is referred to does not exist, or is still referred to"),
        /** NULL for a column that is not null. */
        NOT_NULL_VIOLATION("a value that is needed is missing"),
        /** A check constraint failed. */
        CHECK_VIOLATION("a value is not allowed"),
        /** A value that does not fit its type: too long, out of range, malformed. */
        INVALID_VALUE("a value is not valid"),
        /** Deadlock or serialization failure: nothing of the transaction is left, and it may be tried again as a whole. */
        CONFLICT("others changed the same data at the same time; please try again"),
        /** A lock took longer than allowed. */
        LOCK_TIMEOUT("the data is in use; please try again"),
        /** The statement or its transaction took longer than allowed, or was cancelled. */
        TIMEOUT("the request took too long"),
        /** No connection of the pool was free in time, or too many callers wait for one. */
        POOL_TIMEOUT("the service is busy; please try again"),
        /** The server refuses the user or the password. */
        AUTHENTICATION("the service is not available"),
        /** The server has no such database. */
        UNKNOWN_DATABASE("the service is not available"),
        /** No address is known for the name of the server. */
        UNKNOWN_HOST("the service is not available"),
        /** The connection could not be made or was lost. */
        CONNECTION("the service is not available"),
        /** The handle of the database is closed, or was while the statement ran. */
        CLOSED("the service is not available"),
        /** The server cut something that it should have yielded, and warned of it: the result is not what was asked for. */
        INCOMPLETE("the request failed"),
        /** The SQL was refused: an unknown table or column, or a syntax that the server does not know. */
        INVALID_SQL("the request failed"),
        /** Anything else; {@link QueryException#sqlState()} and {@link QueryException#vendorCode()} tell more. */
        OTHER("the request failed");

        private final String publicWords;

        Kind(String publicWords) {
            this.publicWords = publicWords;
        }

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private static final Pattern MANY_ROWS = Pattern.compile("(\\((?:\\?, )*\\?\\), )\\1{3,}");
    private static final Pattern MANY_PLACEHOLDERS = Pattern.compile("(?:\\?, ){20,}"); // the whole is in sql()

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
        this(kind, message(kind, reason(sqlState), sql, sqlState, vendorCode), sql, sqlState, vendorCode, cause);
    }

    /**
     * Creates the exception for what no statement was sent for.
     *
     * @param message what was expected, what came, and what to do
     * @param cause null if it was not the driver that failed
     */
    public QueryException(Kind kind, String message, @Nullable Throwable cause) {
        this(kind, kind.words() + ": " + message, null, null, 0, cause);
    }

    QueryException(
            Kind kind,
            String message,
            @Nullable String sql,
            @Nullable String sqlState,
            int vendorCode,
            @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.sql = sql;
        this.sqlState = sqlState;
        this.vendorCode = vendorCode;
    }

    private static String shortened(String sql) {
        String rows = MANY_ROWS.matcher(sql).replaceAll("$1…, ");
        return MANY_PLACEHOLDERS.matcher(rows).replaceAll("?, …, ");
    }

    /** What the SQLSTATE says of what is named in the statement; empty if it says nothing of the kind. */
    private static String reason(@Nullable String sqlState) {
        return switch (Objects.requireNonNullElse(sqlState, "")) {
            case "42S01", "42P07" -> ", which makes what is there already";
            case "42S02", "42S03", "42S04", "42P01" -> ", which names a table or view that is not there";
            case "42S22", "42703" -> ", which names a column that is not there";
            default -> "";
        };
    }

    static String message(Kind kind, String detail, @Nullable String sql, @Nullable String sqlState, int vendorCode) {
        String where = sql == null ? "" : " in: " + shortened(sql);
        return kind.words() + detail + " (SQLSTATE " + sqlState + ", vendor code " + vendorCode + ")" + where
                + "; the driver's own words are in the cause";
    }

    /** What went wrong. */
    public final Kind kind() {
        return kind;
    }

    /** Whether the same transaction, tried again as a whole, may succeed: a deadlock or a serialization failure. */
    public final boolean isRetryable() {
        return kind == Kind.CONFLICT;
    }

    /** The statement's text with placeholders, or null when no statement was involved. */
    public final @Nullable String sql() {
        return sql;
    }

    /** The SQLSTATE, or null when the driver gave none. */
    public final @Nullable String sqlState() {
        return sqlState;
    }

    /** The vendor's error code, 0 when there is none. */
    public final int vendorCode() {
        return vendorCode;
    }

    @Override
    public final String publicMessage() {
        return kind.publicWords;
    }
}
