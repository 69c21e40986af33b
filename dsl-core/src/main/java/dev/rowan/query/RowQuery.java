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
public abstract sealed class RowQuery<R extends @Nullable Object> extends SqlQuery<R> implements Subquery<R>
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

    /**
     * A query of one row: how many this one yields, limits and offsets considered. {@code select().from(ORDER).where(…)} becomes
     * {@code select count(*) from orders where …}; one that groups, limits, combines or leaves out equal rows becomes a derived
     * table. What it includes, its lock and an order of no consequence are left out.
     */
    public final RowQuery<Long> counted() {
        return Counting.number(this);
    }

    /** A query of one row at most: one if this one yields any. What does not matter for that is left out. */
    public final RowQuery<?> anyRow() {
        return Counting.existence(this);
    }

    /**
     * The same query in an order that leaves no two rows equal: {@code select().from(ORDER).orderBy(ORDER.STATUS.desc())} becomes
     * {@code … order by status desc, id desc}. Added, in the direction of the last key, and unless they are there already, are
     * the primary keys of the table and of those joined to it, but for a join on the whole primary key; of rows that are
     * grouped the group keys; of distinct rows, of a set operation and of a derived table all columns.
     *
     * @throws dev.rowan.error.InvalidQueryException if nothing tells the rows apart: a table without primary key, subtotals, JSON
     *     or an array among columns that would have to be sorted by
     */
    public abstract RowQuery<R> inDefiniteOrder();

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
