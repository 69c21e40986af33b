package dev.rowan.render;

import dev.rowan.error.QueryException.Kind;
import java.util.Map;

/** What the SQLSTATEs of the standard, and those that PostgreSQL and H2 share, mean. */
final class SqlStates {
    private static final Map<String, Kind> STATES = Map.of(
            "23505", Kind.UNIQUE_VIOLATION,
            "23503", Kind.FOREIGN_KEY_VIOLATION,
            "23506", Kind.FOREIGN_KEY_VIOLATION,
            "23502", Kind.NOT_NULL_VIOLATION,
            "23513", Kind.CHECK_VIOLATION,
            "23514", Kind.CHECK_VIOLATION,
            "55P03", Kind.TIMEOUT,
            "57014", Kind.TIMEOUT,
            "HYT00", Kind.TIMEOUT);
    private static final Map<String, Kind> CLASSES = Map.of(
            "08", Kind.CONNECTION,
            "22", Kind.INVALID_VALUE,
            "40", Kind.CONFLICT,
            "42", Kind.INVALID_SQL);

    private SqlStates() {}

    static Kind kind(String state) {
        Kind exact = STATES.get(state);
        if (exact != null) {
            return exact;
        }
        return state.length() < 2 ? Kind.OTHER : CLASSES.getOrDefault(state.substring(0, 2), Kind.OTHER);
    }
}
