package dev.rowan.render;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Identifier;
import java.util.Arrays;

/** Collects the text of a statement and its binds, in step. For one statement and one thread. */
public final class SqlWriter {
    private static final BoundValue<?>[] NO_BINDS = {};

    private final StringBuilder text = new StringBuilder(256);
    private final Identifier.Quotes quotes;
    private final int longestIdentifier;
    private BoundValue<?>[] binds = NO_BINDS;
    private int bindCount;

    SqlWriter(Dialect dialect) {
        this.quotes = dialect.quotes();
        this.longestIdentifier = dialect.longestIdentifier();
    }

    /** Appends SQL text, which must never come from a value. */
    public SqlWriter append(String sql) {
        text.append(sql);
        return this;
    }

    /**
     * Appends a name in quotes.
     *
     * @throws InvalidQueryException if the name is longer than the server allows
     */
    public SqlWriter append(Identifier identifier) {
        if (identifier.longestPart() > longestIdentifier) {
            throw new InvalidQueryException(
                    "expected names of at most " + longestIdentifier + " bytes, got one of " + identifier.longestPart()
                            + ": " + identifier + "; shorten it, for the server would cut it or fail");
        }
        text.append(identifier.quoted(quotes));
        return this;
    }

    /** How long the text is, for {@link #insert}. */
    public int length() {
        return text.length();
    }

    /** Inserts SQL text without binds before what has been written since the text was that long. */
    public SqlWriter insert(int position, String sql) {
        text.insert(position, sql);
        return this;
    }

    /** Appends a placeholder and keeps the value for it. */
    public SqlWriter bind(BoundValue<?> value) {
        keep(value);
        text.append('?');
        return this;
    }

    /** Appends SQL text that holds one placeholder, and keeps the value for it. */
    public SqlWriter append(String sql, BoundValue<?> value) {
        keep(value);
        text.append(sql);
        return this;
    }

    private void keep(BoundValue<?> value) {
        if (bindCount == binds.length) {
            binds = bindCount == 0 ? new BoundValue<?>[4] : Arrays.copyOf(binds, bindCount * 2);
        }
        binds[bindCount++] = value;
    }

    RenderedSql finish() {
        return new RenderedSql(text.toString(), binds, bindCount);
    }

    int bindCount() {
        return bindCount;
    }
}
