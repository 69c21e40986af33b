package dev.rowan.dialect.h2;

import dev.rowan.error.QueryException.Kind;
import dev.rowan.render.DeclaredConstraints;
import dev.rowan.render.Violation;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the constraint in a sentence such as {@code … violation: "PUBLIC.users_email_key INDEX … VALUES ( 'a@b.c' )"}, whose words
 * before the first quote depend on the language of the JVM. Versions 2.2 and 2.3 name the index of the constraint only, {@code
 * PUBLIC.users_email_key_INDEX_3 ON …}, and no primary key. The value, which may hold anything, comes last: only the beginning is read.
 */
final class H2Errors {
    private static final String QUOTE = "\"\"";
    private static final String NAME = "(?:[^\\s\".(]+|\"\"(?:[^\"]|\"{4})*\"\")";
    private static final Pattern PRIMARY_KEY = Pattern.compile(
            "(?:(?:" + NAME + "\\.)?" + NAME + " )?PRIMARY KEY ON (?:" + NAME + "\\.)?(" + NAME + ")\\(");
    private static final Pattern KEY = Pattern.compile("(?:" + NAME + "\\.)?(" + NAME + ") (?:INDEX|ON) ");
    private static final Pattern OF_INDEX = Pattern.compile("_INDEX_[0-9A-F]+$");
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
        Matcher primary = PRIMARY_KEY.matcher(named);
        if (primary.lookingAt()) {
            return unquoted(primary.group(1)).equals(written.table()) ? written.primaryKey() : Violation.UNKNOWN;
        }
        Matcher key = KEY.matcher(named);
        if (!key.lookingAt()) {
            return Violation.UNKNOWN;
        }
        String name = unquoted(key.group(1));
        String ofIndex = OF_INDEX.matcher(name).replaceFirst("");
        Violation found = written.key(declared -> name.equals(declared.constraint()));
        return found.equals(Violation.UNKNOWN) ? written.key(declared -> ofIndex.equals(declared.constraint())) : found;
    }

    /** H2 puts a name between quotes, which are doubled within quotes, if it finds that it needs them. */
    private static String unquoted(String name) {
        boolean quoted = name.startsWith(QUOTE) && name.endsWith(QUOTE) && name.length() > 2 * QUOTE.length();
        return quoted
                ? name.substring(QUOTE.length(), name.length() - QUOTE.length()).replace(QUOTE + QUOTE, "\"")
                : name;
    }

    /** Before a colon there is only the name. */
    private static Violation constraint(String named, DeclaredConstraints written) {
        int end = named.indexOf(END_OF_NAME);
        if (end < 0) {
            return Violation.UNKNOWN;
        }
        return written.named(unquoted(named.substring(0, end)));
    }
}
