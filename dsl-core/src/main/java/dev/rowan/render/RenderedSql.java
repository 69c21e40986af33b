package dev.rowan.render;

import dev.rowan.expression.BoundValue;
import dev.rowan.type.Codecs;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement in the SQL of one dialect: its text, with a {@code ?} for each of its binds. Immutable. */
public sealed class RenderedSql permits RenderedSql.Writing {
    private final String text;
    private final BoundValue<?>[] binds; // may be longer than it is filled
    private final int bindCount;

    RenderedSql(String text, BoundValue<?>[] binds, int bindCount) {
        this.text = text;
        this.binds = binds;
        this.bindCount = bindCount;
    }

    /** The text. */
    public final String text() {
        return text;
    }

    /** The values, in the order of their placeholders. */
    public final List<BoundValue<?>> binds() {
        return List.of(Arrays.copyOf(binds, bindCount));
    }

    RenderedSql withText(String newText) {
        return new RenderedSql(newText, binds, bindCount);
    }

    /** Whether it is a query that, when its rows are fetched, writes rows too. */
    public boolean writesRows() {
        return false;
    }

    int bindCount() {
        return bindCount;
    }

    /** The text with each clause on a line of its own, for logs and people. */
    public final String pretty() {
        return ReadableSql.pretty(text);
    }

    /** The text with the values in it, for people: it shows what may be secret, and must never be sent to a database. */
    public final String inlined() {
        return ReadableSql.inlined(text, binds());
    }

    /** Binds all values to a statement that was prepared with the text. */
    public final void bind(PreparedStatement statement, Codecs codecs) throws SQLException {
        for (int i = 0; i < bindCount; i++) {
            bind(binds[i], statement, i + 1, codecs);
        }
    }

    private static <T extends @Nullable Object> void bind(
            BoundValue<T> bound, PreparedStatement statement, int index, Codecs codecs) throws SQLException {
        bound.type().bind(codecs, statement, index, bound.value());
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof RenderedSql that && text.equals(that.text) && binds().equals(that.binds());
    }

    @Override
    public final int hashCode() {
        return text.hashCode();
    }

    /** The text without the values, which may be secret. */
    @Override
    public final String toString() {
        return text;
    }

    /** That of a query that writes rows too. */
    static final class Writing extends RenderedSql {
        Writing(String text, BoundValue<?>[] binds, int bindCount) {
            super(text, binds, bindCount);
        }

        @Override
        public boolean writesRows() {
            return true;
        }
    }
}
