package dev.rowan.dialect.mysql;

import dev.rowan.error.QueryException.Kind;
import dev.rowan.render.DeclaredConstraints;
import dev.rowan.render.Violation;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the constraint in a sentence such as {@code Duplicate entry 'a@b.c' for key 'users.users_email_key'}, whose words the
 * server takes from the session's language. The value, which may hold anything, comes first: only the end is read.
 */
final class MySqlErrors {
    private static final String KEY_OF_THE_TABLE = "PRIMARY";

    /** What some settings of the drivers add after the sentence, with values. */
    private static final Pattern ADDED = Pattern.compile("\\n\\s*(Query|thread name)", Pattern.CASE_INSENSITIVE);

    private static final Pattern FOREIGN_KEY = Pattern.compile(", CONSTRAINT `((?:[^`]|``)+)` FOREIGN KEY \\(");
    private static final Pattern QUOTED = Pattern.compile("['`]([^'`]+)['`]");

    private MySqlErrors() {}

    static Violation violation(String sentence, Kind kind, DeclaredConstraints written) {
        if (ADDED.matcher(sentence).find()) {
            return Violation.UNKNOWN;
        }
        return switch (kind) {
            case UNIQUE_VIOLATION -> key(sentence, written);
            case FOREIGN_KEY_VIOLATION -> foreignKey(sentence, written);
            case NOT_NULL_VIOLATION -> written.notNull(column -> sentence.contains("'" + column + "'"));
            case CHECK_VIOLATION -> check(sentence, written);
            default -> Violation.UNKNOWN;
        };
    }

    private static Violation key(String sentence, DeclaredConstraints written) {
        String end = sentence.substring(0, sentence.lastIndexOf('\'') + 1);
        Predicate<String> isLast = name -> end.endsWith("'" + name + "'") // MariaDB
                || end.endsWith("'" + written.table() + "." + name + "'"); // MySQL
        return isLast.test(KEY_OF_THE_TABLE)
                ? written.primaryKey()
                : written.key(declared -> isLast.test(String.valueOf(declared.constraint())));
    }

    /** The sentence holds names only. */
    private static Violation foreignKey(String sentence, DeclaredConstraints written) {
        Matcher name = FOREIGN_KEY.matcher(sentence);
        return name.find() ? written.named(name.group(1).replace("``", "`")) : Violation.UNKNOWN;
    }

    /** The sentence holds names only, and that of the constraint comes first. */
    private static Violation check(String sentence, DeclaredConstraints written) {
        Matcher name = QUOTED.matcher(sentence);
        return name.find() ? written.named(name.group(1)) : new Violation(null, List.of());
    }
}
