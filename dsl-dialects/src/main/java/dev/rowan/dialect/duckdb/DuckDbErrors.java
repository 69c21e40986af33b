package dev.rowan.dialect.duckdb;

import dev.rowan.error.QueryException.Kind;
import dev.rowan.render.DeclaredConstraints;
import dev.rowan.render.Violation;
import java.util.Map;

/**
 * Goes by the kind of an error with which each of DuckDB's sentences begins, for its driver gives neither an SQLSTATE nor a code. Values
 * stand behind it, so only the beginning is read.
 */
final class DuckDbErrors {
    /** What the check of a text that is too long fails with; see {@link DuckDbDdl}. */
    static final String LENGTH = "longer than its type";

    private static final String TAKEN = "Constraint Error: Duplicate key \"";
    private static final String MISSING = "Constraint Error: NOT NULL constraint failed: ";

    private static final Map<String, Kind> CONSTRAINTS = Map.of(
            "Duplicate", Kind.UNIQUE_VIOLATION,
            "PRIMARY", Kind.UNIQUE_VIOLATION,
            "Violates", Kind.FOREIGN_KEY_VIOLATION,
            "NOT", Kind.NOT_NULL_VIOLATION,
            "CHECK", Kind.CHECK_VIOLATION);

    private DuckDbErrors() {}

    static Kind kind(String sentence) {
        int colon = sentence.indexOf(": ");
        String rest = colon < 0 ? "" : sentence.substring(colon + 2);
        return switch (colon < 0 ? "" : sentence.substring(0, colon)) {
            case "Constraint Error" -> constraint(rest);
            case "Conversion Error", "Out of Range Error", "Invalid Input Error" -> Kind.INVALID_VALUE;
            case "Binder Error", "Catalog Error", "Parser Error" -> Kind.INVALID_SQL;
            case "TransactionContext Error" -> Kind.CONFLICT;
            case "INTERRUPT Error" -> Kind.TIMEOUT;
            default -> Kind.OTHER;
        };
    }

    private static Kind constraint(String rest) {
        Kind kind = CONSTRAINTS.getOrDefault(rest.split(" ", 2)[0], Kind.OTHER);
        return kind == Kind.CHECK_VIOLATION && rest.endsWith(LENGTH + ")") ? Kind.INVALID_VALUE : kind;
    }

    /** A key is told by the name of its first column, before the first value. */
    static Violation violation(String sentence, Kind kind, DeclaredConstraints written) {
        return switch (kind) {
            case UNIQUE_VIOLATION ->
                written.key(declared ->
                        sentence.startsWith(TAKEN + declared.columns().get(0) + ": "));
            case NOT_NULL_VIOLATION -> written.notNull(column -> isOf(sentence, column));
            default -> Violation.UNKNOWN; // neither keys that point elsewhere nor checks are named
        };
    }

    private static boolean isOf(String sentence, String column) {
        return sentence.startsWith(MISSING)
                && (sentence.endsWith("." + column) || sentence.endsWith(".\"" + column.replace("\"", "\"\"") + "\""));
    }
}
