package dev.rowan.dialect.sqlite;

import dev.rowan.error.QueryException.Kind;
import dev.rowan.render.DeclaredConstraints;
import dev.rowan.render.Violation;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an error means. SQLite has no SQLSTATE, and the driver gives the exact code in its message only. */
final class SqliteErrors {
    private static final Pattern CODE = Pattern.compile("^\\[(SQLITE_\\w+)]");
    private static final Pattern CHECK = Pattern.compile("\\(CHECK constraint failed: (.+)\\)$");
    private static final String OVERFLOW = "(integer overflow)";
    private static final String FAILED_RANGE = "CHECK constraint failed: " + SqliteDdl.RANGE;

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
            Map.entry("SQLITE_BUSY", Kind.LOCK_TIMEOUT),
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

    /** The sentence holds names only, unquoted; of a foreign key none at all. */
    static Violation violation(SQLException exception, Kind kind, DeclaredConstraints written) {
        String message = String.valueOf(exception.getMessage());
        return switch (kind) {
            case UNIQUE_VIOLATION ->
                written.key(declared ->
                        message.endsWith("(UNIQUE constraint failed: " + qualified(declared.columns(), written) + ")"));
            case NOT_NULL_VIOLATION ->
                written.notNull(column ->
                        message.endsWith("(NOT NULL constraint failed: " + written.table() + "." + column + ")"));
            case CHECK_VIOLATION -> check(message, written);
            default -> Violation.UNKNOWN;
        };
    }

    private static String qualified(List<String> columns, DeclaredConstraints written) {
        return columns.stream().map(column -> written.table() + "." + column).collect(Collectors.joining(", "));
    }

    private static Violation check(String message, DeclaredConstraints written) {
        Matcher name = CHECK.matcher(message);
        return name.find() ? written.named(name.group(1)) : Violation.UNKNOWN;
    }
}
