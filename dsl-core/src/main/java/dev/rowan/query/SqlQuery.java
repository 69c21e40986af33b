package dev.rowan.query;

import dev.rowan.expression.Selectable;
import dev.rowan.row.RowTarget;
import dev.rowan.row.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that yields rows, for {@code db.fetch(…)}. Immutable.
 *
 * @param <R> what a row becomes
 */
public abstract sealed class SqlQuery<R extends @Nullable Object> extends SqlStatement
        permits RowQuery, Returning, RawQuery, BoundQuery {
    SqlQuery() {}

    /** What a row is made of. */
    public abstract Shape shape();

    /** What the rows become. */
    public abstract RowTarget<R> target();

    /** How many columns there are. */
    public abstract int width();

    /** The column at the 0-based index; of a set operation, that of its first select. */
    public abstract Selectable<?> column(int index);

    /** Whether the column at the 0-based index can be NULL. */
    public abstract boolean isNullable(int index);

    /** The columns; of a set operation, those of its first select. */
    public abstract List<Selectable<?>> columns();
}
