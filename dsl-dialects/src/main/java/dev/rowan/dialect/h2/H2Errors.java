package dev.rowan.dialect.h2;

import dev.rowan.error.QueryException.Kind;
import dev.rowan.render.DeclaredConstraints;
import dev.rowan.render.Violation;
import java.util.stream.Stream;

/**
 * Finds the constraint in a sentence such as {@code … violation: "PUBLIC.users_email_key INDEX … VALUES ( 'a@b.c' )"}, whose words
 * before the first quote depend on the language of the JVM. The value, which may hold anything, comes last: only the beginning is read.
 */
final class H2Errors {
    private static final String KEY = " INDEX ";
    private static final String PRIMARY_KEY = " PRIMARY KEY ON ";
    private static final String QUOTE = "\"\"";
    private static final String END_OF_NAME = ": ";

    private H2Errors() {}

    static Violation violation(String sentence, Kind kind, DeclaredConstraints written) {
        String named = sentence.substring(sentence.indexOf('"') + 1);
        return switch (kind) {
            case UNIQUE_VIOLATION -> key(named, written);
            case FOREIGN_KEY_VIOLATION, CHECK_VIOLATION -> constraint(named, written);
            case NOT_NULL_VIOLATION -> written.notNull(column -> named.startsWith(column + "\""));
            default -> Violation.UNKNOWN;
        };
    }

    private static Violation key(String named, DeclaredConstraints written) {
        int key = named.indexOf(KEY);
        int primary = named.indexOf(PRIMARY_KEY);
        if (primary >= 0 && (key < 0 || primary < key)) {
            String after = named.substring(primary + PRIMARY_KEY.length());
            String table = after.substring(after.indexOf('.') + 1);
            boolean isWritten =
                    spellings(String.valueOf(written.table())).anyMatch(name -> table.startsWith(name + "("));
            return isWritten ? written.primaryKey() : Violation.UNKNOWN;
        }
        String qualified = key < 0 ? "" : named.substring(0, key);
        return written.key(declared ->
                spellings(String.valueOf(declared.constraint())).anyMatch(name -> qualified.endsWith("." + name)));
    }

    /** A name as it is, or, if H2 finds that it needs them, between quotes, which are doubled within quotes. */
    private static Stream<String> spellings(String name) {
        return Stream.of(name, QUOTE + name.replace("\"", QUOTE + QUOTE) + QUOTE);
    }

    /** Before a colon there is only the name. */
    private static Violation constraint(String named, DeclaredConstraints written) {
        int end = named.indexOf(END_OF_NAME);
        if (end < 0) {
            return Violation.UNKNOWN;
        }
        String name = named.substring(0, end);
        boolean quoted = name.startsWith(QUOTE) && name.endsWith(QUOTE) && name.length() > 2 * QUOTE.length();
        return written.named(
                quoted
                        ? name.substring(QUOTE.length(), name.length() - QUOTE.length())
                                .replace(QUOTE + QUOTE, "\"")
                        : name);
    }
}
