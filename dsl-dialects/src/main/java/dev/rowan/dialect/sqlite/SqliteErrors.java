package dev.rowan.dialect.sqlite;

import dev.rowan.error.QueryException.Kind;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an error means. SQLite has no SQLSTATE, and the driver gives the exact code in its message only. */
final class SqliteErrors {
    private static final Pattern CODE = Pattern.compile("^\\[(SQLITE_\\w+)]");
    private static final String OVERFLOW = "(integer overflow)";
    private static final String FAILED_RANGE = "CHECK constraint failed: " + SqliteDdlRenderer.RANGE;

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("SQLITE_CONSTRAINT_UNIQUE", Kind.UNIQUE_VIOLATION),
            Map.entry("SQLITE_CONSTRAINT_PRIMARYKEY", Kind.UNIQUE_VIOLATION),
            Map.entry("SQLITE_CONSTRAINT_ROWID", Kind.UNIQUE_VIOLATION),
            Map.entry("SQLITE_CONSTRAINT_FOREIGNKEY", Kind.FOREIGN_KEY_VIOLATION),
            Map.entry("SQLITE_CONSTRAINT_NOTNULL", Kind.NOT_NULL_VIOLATION),
            Map.entry("SQLITE_CONSTRAINT_CHECK", Kind.CHECK_VIOLATION),
            Map.entry("SQLITE_CONSTRAINT_DATATYPE", Kind.INVALID_VALUE),
            Map.entry("SQLITE_MISMATCH", Kind.INVALID_VALUE),
            Map.entry("SQLITE_TOOBIG", Kind.INVALID_VALUE),
            Map.entry("SQLITE_RANGE", Kind.INVALID_VALUE),
            Map.entry("SQLITE_BUSY_SNAPSHOT", Kind.CONFLICT),
            Map.entry("SQLITE_LOCKED", Kind.CONFLICT),
            Map.entry("SQLITE_LOCKED_SHAREDCACHE", Kind.CONFLICT),
            Map.entry("SQLITE_BUSY", Kind.TIMEOUT),
            Map.entry("SQLITE_INTERRUPT", Kind.TIMEOUT),
            Map.entry("SQLITE_CANTOPEN", Kind.CONNECTION),
            Map.entry("SQLITE_NOTADB", Kind.CONNECTION),
            Map.entry("SQLITE_ERROR", Kind.INVALID_SQL));

    private SqliteErrors() {}

    static Kind kind(SQLException exception) {
        String message = String.valueOf(exception.getMessage());
        Matcher code = CODE.matcher(message);
        if (!code.find()) {
            return Kind.OTHER;
        }
        boolean outOfRange = message.contains(FAILED_RANGE) || message.endsWith(OVERFLOW);
        return outOfRange ? Kind.INVALID_VALUE : KINDS.getOrDefault(code.group(1), Kind.OTHER);
    }
}
