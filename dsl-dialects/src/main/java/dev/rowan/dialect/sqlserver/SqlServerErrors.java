package dev.rowan.dialect.sqlserver;

import dev.rowan.error.QueryException.Kind;
import dev.rowan.render.DeclaredConstraints;
import dev.rowan.render.Violation;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Goes by the numbers of SQL Server's errors. A sentence is read only for the name of a constraint, which stands before any value, and
 * between quotes in every language.
 */
final class SqlServerErrors {
    private static final int UNIQUE_CONSTRAINT = 2627;
    private static final int UNIQUE_INDEX = 2601;
    private static final int CONSTRAINT = 547;
    private static final int NULL_VALUE = 515;

    private static final Map<Integer, Kind> KINDS = Map.ofEntries(
            Map.entry(UNIQUE_CONSTRAINT, Kind.UNIQUE_VIOLATION),
            Map.entry(UNIQUE_INDEX, Kind.UNIQUE_VIOLATION),
            Map.entry(CONSTRAINT, Kind.CHECK_VIOLATION), // or of a foreign key: see kind(SQLException)
            Map.entry(NULL_VALUE, Kind.NOT_NULL_VIOLATION),
            Map.entry(220, Kind.INVALID_VALUE), // overflow of a small type
            Map.entry(232, Kind.INVALID_VALUE),
            Map.entry(241, Kind.INVALID_VALUE), // conversions
            Map.entry(242, Kind.INVALID_VALUE),
            Map.entry(245, Kind.INVALID_VALUE),
            Map.entry(248, Kind.INVALID_VALUE),
            Map.entry(517, Kind.INVALID_VALUE), // a date out of range
            Map.entry(2628, Kind.INVALID_VALUE), // too long
            Map.entry(8152, Kind.INVALID_VALUE),
            Map.entry(3623, Kind.INVALID_VALUE), // an invalid operation of floating point
            Map.entry(8114, Kind.INVALID_VALUE),
            Map.entry(8115, Kind.INVALID_VALUE), // overflow
            Map.entry(8134, Kind.INVALID_VALUE), // division by zero
            Map.entry(8169, Kind.INVALID_VALUE), // no UUID
            Map.entry(9829, Kind.INVALID_VALUE), // joined texts too long
            Map.entry(512, Kind.INVALID_VALUE), // several rows for one value
            Map.entry(102, Kind.INVALID_SQL),
            Map.entry(156, Kind.INVALID_SQL),
            Map.entry(207, Kind.INVALID_SQL),
            Map.entry(208, Kind.INVALID_SQL),
            Map.entry(2714, Kind.INVALID_SQL), // there already
            Map.entry(4104, Kind.INVALID_SQL),
            Map.entry(1205, Kind.CONFLICT), // the victim of a deadlock
            Map.entry(3960, Kind.CONFLICT), // snapshots
            Map.entry(3961, Kind.CONFLICT),
            Map.entry(1222, Kind.LOCK_TIMEOUT),
            Map.entry(3617, Kind.TIMEOUT), // cancelled
            Map.entry(18456, Kind.AUTHENTICATION),
            Map.entry(18452, Kind.AUTHENTICATION),
            Map.entry(4060, Kind.UNKNOWN_DATABASE),
            Map.entry(911, Kind.UNKNOWN_DATABASE),
            Map.entry(6005, Kind.CONNECTION), // shutdown
            Map.entry(17142, Kind.CONNECTION),
            Map.entry(40197, Kind.CONNECTION),
            Map.entry(40501, Kind.CONNECTION),
            Map.entry(40613, Kind.CONNECTION));

    private static final Pattern QUOTED = Pattern.compile("[\"'«„“]([^\"'»“”]+)[\"'»“”]");

    private SqlServerErrors() {}

    /** What a number means; that of constraints is a check's until {@link #kind(SQLException)} has read more. */
    static Kind kind(int number) {
        return KINDS.getOrDefault(number, Kind.OTHER);
    }

    /** Checks and foreign keys share a number; the words for the latter, which no language of the server translates, tell them apart. */
    static Kind kind(SQLException exception) {
        Kind kind = kind(exception.getErrorCode());
        String sentence = String.valueOf(exception.getMessage());
        boolean ofKey = exception.getErrorCode() == CONSTRAINT
                && (sentence.contains("FOREIGN KEY") || sentence.contains("REFERENCE"));
        return ofKey ? Kind.FOREIGN_KEY_VIOLATION : kind;
    }

    static Violation violation(SQLException exception, DeclaredConstraints written) {
        String sentence = String.valueOf(exception.getMessage());
        return switch (exception.getErrorCode()) {
            case UNIQUE_CONSTRAINT ->
                named(sentence, 1, written); // Violation of … constraint 'key'. Cannot … object 'table'
            case CONSTRAINT -> named(sentence, 1, written);
            case UNIQUE_INDEX -> named(sentence, 2, written); // Cannot … object 'table' with unique index 'key'
            case NULL_VALUE -> column(sentence, written); // Cannot … column 'name', table 'table'
            default -> Violation.UNKNOWN;
        };
    }

    private static Violation named(String sentence, int place, DeclaredConstraints written) {
        String name = quoted(sentence, place);
        return name.isEmpty() ? Violation.UNKNOWN : written.named(name);
    }

    private static Violation column(String sentence, DeclaredConstraints written) {
        String name = quoted(sentence, 1);
        return written.notNull(name::equals);
    }

    private static String quoted(String sentence, int place) {
        Matcher quoted = QUOTED.matcher(sentence);
        for (int i = 1; quoted.find(); i++) {
            if (i == place) {
                return quoted.group(1);
            }
        }
        return "";
    }
}
