package dev.rowan.query;

import dev.rowan.expression.BoundValue;
import dev.rowan.expression.SortKey;
import dev.rowan.expression.Subquery;
import dev.rowan.row.RowTarget;
import dev.rowan.type.SqlType;
import java.util.List;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A query as a part of others: a {@link Select}, a {@link SetOperation} of several, or a {@link Selection} that needs no
 * table. Immutable.
 *
 * @param <R> what a row becomes
 */
public abstract sealed class RowQuery<R> extends SqlQuery<R> implements Subquery<R>
        permits Select, SetOperation, Selection {
    RowQuery() {}

    /** {@code a.union(b)} is {@code a union b}: the rows of both, equal ones once. */
    public final SetOperation<R> union(RowQuery<R> other) {
        return new SetOperation<>(this, SetOperation.Kind.UNION, false, other);
    }

    /** {@code a.unionAll(b)} is {@code a union all b}: the rows of both. */
    public final SetOperation<R> unionAll(RowQuery<R> other) {
        return new SetOperation<>(this, SetOperation.Kind.UNION, true, other);
    }

    /** {@code a.intersect(b)} is {@code a intersect b}: the rows that both have, equal ones once. */
    public final SetOperation<R> intersect(RowQuery<R> other) {
        return new SetOperation<>(this, SetOperation.Kind.INTERSECT, false, other);
    }

    /** {@code a.intersectAll(b)} is {@code a intersect all b}: the rows that both have, as often as both have them. */
    public final SetOperation<R> intersectAll(RowQuery<R> other) {
        return new SetOperation<>(this, SetOperation.Kind.INTERSECT, true, other);
    }

    /** {@code a.except(b)} is {@code a except b}: the rows that the other lacks, equal ones once. */
    public final SetOperation<R> except(RowQuery<R> other) {
        return new SetOperation<>(this, SetOperation.Kind.EXCEPT, false, other);
    }

    /** {@code a.exceptAll(b)} is {@code a except all b}: each row as often as it is more frequent here. */
    public final SetOperation<R> exceptAll(RowQuery<R> other) {
        return new SetOperation<>(this, SetOperation.Kind.EXCEPT, true, other);
    }

    /** The ORDER BY clause, empty if there is none. */
    public abstract List<SortKey> sortKeys();

    /** The limit, or null. */
    public abstract @Nullable BoundValue<Long> maxRows();

    /** The offset, 0 if there is none. */
    public abstract long skippedRows();

    /** Whether it has an order or a limit of its own, so that as an operand it needs parentheses. */
    public final boolean isLimited() {
        return !sortKeys().isEmpty() || maxRows() != null || skippedRows() > 0;
    }

    @Override
    public final boolean isValue() {
        return target() instanceof RowTarget.Value<R>;
    }

    @Override
    public final boolean yieldsNull() {
        return isNullable(0);
    }

    @Override
    @SuppressWarnings("unchecked") // only for those whose rows are the values
    public final SqlType<@NonNull R> valueType() {
        return (SqlType<@NonNull R>) column(0).type();
    }

    static void requireNotNegative(String clause, long rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("expected a " + clause + " of 0 or more rows, got " + rows);
        }
    }
}
