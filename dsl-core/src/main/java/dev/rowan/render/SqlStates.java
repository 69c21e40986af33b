package dev.rowan.render;

import dev.rowan.error.QueryException.Kind;
import java.util.Map;

/** What the SQLSTATEs of the standard mean, and those that databases have taken over from each other. */
final class SqlStates {
    private static final Map<String, Kind> STATES = Map.ofEntries(
            Map.entry("23505", Kind.UNIQUE_VIOLATION),
            Map.entry("23503", Kind.FOREIGN_KEY_VIOLATION),
            Map.entry("23506", Kind.FOREIGN_KEY_VIOLATION),
            Map.entry("23502", Kind.NOT_NULL_VIOLATION),
            Map.entry("23513", Kind.CHECK_VIOLATION),
            Map.entry("23514", Kind.CHECK_VIOLATION),
            Map.entry("3D000", Kind.UNKNOWN_DATABASE),
            Map.entry("40001", Kind.CONFLICT),
            Map.entry("40P01", Kind.CONFLICT),
            Map.entry("55P03", Kind.LOCK_TIMEOUT),
            Map.entry("57014", Kind.TIMEOUT),
            Map.entry("57P01", Kind.CONNECTION), // the server shuts down, has crashed, starts
            Map.entry("57P02", Kind.CONNECTION),
            Map.entry("57P03", Kind.CONNECTION),
            Map.entry("53300", Kind.CONNECTION), // too many
            Map.entry("HYT00", Kind.LOCK_TIMEOUT)); // of ODBC
    private static final Map<String, Kind> CLASSES = Map.of(
            "08", Kind.CONNECTION,
            "22", Kind.INVALID_VALUE,
            "28", Kind.AUTHENTICATION,
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
