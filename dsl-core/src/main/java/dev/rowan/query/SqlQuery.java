package dev.rowan.query;

/**
 * A statement that yields rows, for {@code db.fetch(…)}. Immutable.
 *
 * @param <R> what a row becomes
 */
public abstract sealed class SqlQuery<R> extends SqlStatement permits RowQuery, RawQuery {
    SqlQuery() {}
}
