package dev.rowan.dialect.trino;

import dev.rowan.error.QueryException.Kind;
import java.sql.SQLException;

/** Goes by the numbers of Trino's error codes, for its driver gives an SQLSTATE only where a connection fails. */
final class TrinoErrors {
    private static final int INTERNAL = 0x1_0000;
    private static final int RESOURCES = 0x2_0000;

    private TrinoErrors() {}

    static Kind kind(SQLException exception) {
        String state = exception.getSQLState();
        if (state != null && state.startsWith("08")) {
            return Kind.CONNECTION;
        }
        int code = exception.getErrorCode();
        return code < INTERNAL ? ofUser(code) : ofServer(code);
    }

    private static Kind ofUser(int code) {
        return switch (code) {
            case 3, 38 -> Kind.TIMEOUT; // USER_CANCELED, ADMINISTRATIVELY_KILLED
            case 7, 8, 9, 19, 28 ->
                Kind.INVALID_VALUE; // arguments, division by zero, casts, ranges, several rows for one
            case 16 -> Kind.CHECK_VIOLATION; // CONSTRAINT_VIOLATION
            case 17 -> Kind.CONFLICT; // TRANSACTION_CONFLICT
            case 44, 45 -> Kind.UNKNOWN_DATABASE; // CATALOG_NOT_FOUND, SCHEMA_NOT_FOUND
            case 1, 5, 6, 10, 12, 13, 14, 15, 18, 23, 24, 25 ->
                Kind.INVALID_SQL; // and writes that no transaction takes
            default -> code >= 29 ? Kind.INVALID_SQL : Kind.OTHER;
        };
    }

    private static Kind ofServer(int code) {
        return switch (code) {
            case INTERNAL + 4, INTERNAL + 5, INTERNAL + 9, INTERNAL + 12, INTERNAL + 22 ->
                Kind.CONNECTION; // nodes are gone, or start
            case RESOURCES + 3, RESOURCES + 5 -> Kind.TIMEOUT; // EXCEEDED_TIME_LIMIT, EXCEEDED_CPU_LIMIT
            default -> Kind.OTHER;
        };
    }
}
