package dev.rowan.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * SQL that was written by hand, cut at its named parameters. Strings, quoted names, comments, dollar quotes and casts are left
 * as they are; a {@code ?} is an operator. Immutable.
 */
public final class RawText {

    /** A piece of the text. */
    public sealed interface Part {}

    /** SQL as it was written. */
    public record Plain(String sql) implements Part {}

    /** A named parameter, {@code :name}. */
    public record Parameter(String name) implements Part {}

    /** A {@code ?} that is an operator, which some drivers want written in their own way. */
    public record QuestionMark() implements Part {}

    private final String sql;
    private final List<Part> parts = new ArrayList<>();
    private int position;
    private int plainStart;

    private RawText(String sql) {
        this.sql = sql;
        while (position < sql.length()) {
            step();
        }
        plainUpTo(sql.length());
    }

    /**
     * Cuts a text.
     *
     * @throws IllegalArgumentException if a string, a name or a comment does not end, or a string ends differently from
     *     database to database
     */
    public static RawText parse(String sql) {
        return new RawText(sql);
    }

    /** The pieces, in order. */
    public List<Part> parts() {
        return List.copyOf(parts);
    }

    /** The names of the parameters. */
    public Set<String> parameters() {
        Set<String> names = new TreeSet<>();
        for (Part part : parts) {
            if (part instanceof Parameter parameter) {
                names.add(parameter.name());
            }
        }
        return names;
    }

    private void step() {
        char c = sql.charAt(position);
        switch (c) {
            case '\'' -> string();
            case '"', '`' -> position = after(String.valueOf(c), position + 1);
            case '$' -> dollar();
            case ':' -> colon();
            case '?' -> questionMark();
            case '-' -> position = startsWith("--") ? endOfLine() : position + 1;
            case '/' -> position = startsWith("/*") ? endOfComment() : position + 1;
            default -> position++;
        }
    }

    private boolean startsWith(String token) {
        return sql.startsWith(token, position);
    }

    private char at(int index) {
        return index >= 0 && index < sql.length() ? sql.charAt(index) : ' ';
    }

    /** A string in the standard's sense; one with a backslash at a quote ends elsewhere on MySQL. */
    private void string() {
        boolean escapes = (at(position - 1) == 'E' || at(position - 1) == 'e') && !isNamePart(at(position - 2));
        int end = position + 1;
        while (at(end) != '\'' || at(end + 1) == '\'') {
            if (end >= sql.length()) {
                throw unfinished("string");
            }
            if (at(end) == '\\' && escapes) {
                end += 2;
            } else if (at(end) == '\\' && at(end + 1) == '\'') {
                throw new IllegalArgumentException(
                        "expected strings that every database reads alike, got a backslash before" + " a quote at "
                                + end + " of: " + sql + "; give the text as a parameter");
            } else {
                end += at(end) == '\'' ? 2 : 1;
            }
        }
        position = end + 1;
    }

    /** A dollar quote, {@code $tag$ … $tag$}, or else a dollar. */
    private void dollar() {
        int end = position + 1;
        while (isNamePart(at(end))) {
            end++;
        }
        boolean quotes = at(end) == '$' && !Character.isDigit(at(position + 1)) && !isNamePart(at(position - 1));
        position = quotes ? after(sql.substring(position, end + 1), end + 1) : position + 1;
    }

    private void colon() {
        boolean cast = at(position + 1) == ':';
        if (cast) {
            position += 2;
        } else if (Character.isLetter(at(position + 1)) || at(position + 1) == '_') {
            parameter();
        } else {
            position++;
        }
    }

    private void parameter() {
        plainUpTo(position);
        int end = position + 1;
        while (isNamePart(at(end))) {
            end++;
        }
        parts.add(new Parameter(sql.substring(position + 1, end)));
        position = end;
        plainStart = end;
    }

    private void questionMark() {
        plainUpTo(position);
        parts.add(new QuestionMark());
        position++;
        plainStart = position;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private int endOfLine() {
        int end = sql.indexOf('\n', position);
        return end < 0 ? sql.length() : end;
    }

    private int endOfComment() {
        int depth = 1;
        int end = position + 2;
        while (depth > 0) {
            if (end >= sql.length()) {
                throw unfinished("comment");
            }
            boolean opens = sql.startsWith("/*", end);
            boolean closes = sql.startsWith("*/", end);
            depth += opens ? 1 : closes ? -1 : 0;
            end += opens || closes ? 2 : 1;
        }
        return end;
    }

    private int after(String quote, int from) {
        int end = sql.indexOf(quote, from);
        if (end < 0) {
            throw unfinished("quote " + quote);
        }
        return end + quote.length();
    }

    private IllegalArgumentException unfinished(String what) {
        return new IllegalArgumentException(
                "expected the end of the " + what + " that begins at " + position + " of: " + sql);
    }

    private void plainUpTo(int end) {
        if (end > plainStart) {
            parts.add(new Plain(sql.substring(plainStart, end)));
        }
        plainStart = end;
    }

    @Override
    public String toString() {
        return sql;
    }
}
