package dev.rowan.expression;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A name, possibly qualified by another. Names are always quoted; the quoted text is computed once per kind of quotes.
 * Immutable, compared by text.
 */
public final class Identifier {

    /** The quotes that databases put around names. */
    public enum Quotes {
        /** The standard's. */
        DOUBLE('"', '"'),
        /** MySQL's and MariaDB's. */
        BACKTICKS('`', '`'),
        /** SQL Server's. */
        BRACKETS('[', ']');

        private final char open;
        private final char close;

        Quotes(char open, char close) {
            this.open = open;
            this.close = close;
        }

        private String quote(String name) {
            return open + doubled(name) + close;
        }

        private void append(String name, StringBuilder sql) {
            sql.append(open).append(doubled(name)).append(close);
        }

        private String doubled(String name) {
            return name.indexOf(close) < 0 ? name : name.replace("" + close, "" + close + close);
        }
    }

    private final @Nullable Identifier qualifier;
    private final String name;
    private final int longestPart;
    private @Nullable String inDoubleQuotes; // racy single-check: any thread computes the same text
    private @Nullable String inBackticks;
    private @Nullable String inBrackets;
    private boolean wasAppended; // racy too

    private Identifier(@Nullable Identifier qualifier, String name) {
        this.qualifier = qualifier;
        this.name = name;
        int bytes = isAscii(name) ? name.length() : name.getBytes(StandardCharsets.UTF_8).length;
        this.longestPart = qualifier == null ? bytes : Math.max(bytes, qualifier.longestPart);
    }

    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /**
     * A name without a qualifier.
     *
     * @throws IllegalArgumentException if the name is empty or contains U+0000, which no database can quote
     */
    public static Identifier of(String name) {
        return checked(null, name);
    }

    /** This name qualified: {@code Identifier.of("id").in(Identifier.of("users"))} is {@code "users"."id"}. */
    public Identifier in(Identifier newQualifier) {
        return checked(newQualifier, name);
    }

    private static Identifier checked(@Nullable Identifier qualifier, String name) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("expected a name of at least one character and without U+0000, got '"
                    + name.replace("\0", "\\0") + "'");
        }
        return new Identifier(qualifier, name);
    }

    /** The name itself, unquoted and without its qualifier. */
    public String name() {
        return name;
    }

    /** How many bytes of UTF-8 the longest part of the name has, which servers limit. */
    public int longestPart() {
        return longestPart;
    }

    /** The text in SQL: every part in quotes, quotes within doubled. */
    public String quoted(Quotes quotes) {
        String text = known(quotes);
        return text == null ? compute(quotes) : text;
    }

    private @Nullable String known(Quotes quotes) {
        return quotes == Quotes.DOUBLE ? inDoubleQuotes : quotes == Quotes.BACKTICKS ? inBackticks : inBrackets;
    }

    /** Appends the text in SQL. That of a name made for one statement is not worth keeping, so the first time it is not. */
    public void appendTo(StringBuilder sql, Quotes quotes) {
        String text = known(quotes);
        if (text != null) {
            sql.append(text);
        } else if (wasAppended) {
            sql.append(compute(quotes));
        } else {
            wasAppended = true;
            if (qualifier != null) {
                qualifier.appendTo(sql, quotes);
                sql.append('.');
            }
            quotes.append(name, sql);
        }
    }

    private String compute(Quotes quotes) {
        String own = quotes.quote(name);
        String text = qualifier == null ? own : qualifier.quoted(quotes) + "." + own;
        if (quotes == Quotes.DOUBLE) {
            inDoubleQuotes = text;
        } else if (quotes == Quotes.BACKTICKS) {
            inBackticks = text;
        } else {
            inBrackets = text;
        }
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Identifier that && name.equals(that.name) && Objects.equals(qualifier, that.qualifier);
    }

    @Override
    public int hashCode() {
        return Objects.hash(qualifier, name);
    }

    @Override
    public String toString() {
        return qualifier == null ? name : qualifier + "." + name;
    }
}
