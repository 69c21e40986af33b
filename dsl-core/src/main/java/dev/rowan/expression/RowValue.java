package dev.rowan.expression;

import dev.rowan.expression.Comparison.Operator;
import dev.rowan.row.Row;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Several values compared as one, the first that differs deciding: {@code row(ITEM.ORDER_ID, ITEM.PRODUCT_ID)}. Immutable.
 *
 * @param <R> the tuple of the values
 */
public final class RowValue<R extends Row> implements ExpressionNode {
    private final List<Expression<?>> parts;

    /** Only for {@code Sql.row(…)}, which knows that the parts make up the tuple. */
    public RowValue(List<Expression<?>> parts) {
        this.parts = List.copyOf(parts);
    }

    /** The values, in order. */
    public List<Expression<?>> parts() {
        return parts;
    }

    /** {@code row(a, b).eq(row(c, d))} is {@code (a, b) = (c, d)}. */
    public Condition eq(RowValue<? extends R> other) {
        return new Comparison(this, Operator.EQUAL, other);
    }

    /** {@code row(a, b).ne(row(c, d))} is {@code (a, b) <> (c, d)}. */
    public Condition ne(RowValue<? extends R> other) {
        return new Comparison(this, Operator.NOT_EQUAL, other);
    }

    /** {@code row(a, b).lt(row(c, d))} is {@code (a, b) < (c, d)}. */
    public Condition lt(RowValue<? extends R> other) {
        return new Comparison(this, Operator.LESS, other);
    }

    /** {@code row(a, b).le(row(c, d))} is {@code (a, b) <= (c, d)}. */
    public Condition le(RowValue<? extends R> other) {
        return new Comparison(this, Operator.LESS_OR_EQUAL, other);
    }

    /** {@code row(a, b).gt(row(c, d))} is {@code (a, b) > (c, d)}. */
    public Condition gt(RowValue<? extends R> other) {
        return new Comparison(this, Operator.GREATER, other);
    }

    /** {@code row(a, b).ge(row(c, d))} is {@code (a, b) >= (c, d)}. */
    public Condition ge(RowValue<? extends R> other) {
        return new Comparison(this, Operator.GREATER_OR_EQUAL, other);
    }

    /**
     * {@code row(a, b).eq(new Row2<>(1L, "x"))} is {@code (a, b) = (?, ?)}.
     *
     * @throws IllegalArgumentException if a value is null
     */
    public Condition eq(R values) {
        return eq(bound(values));
    }

    /**
     * {@code row(a, b).gt(new Row2<>(1L, "x"))} is {@code (a, b) > (?, ?)}.
     *
     * @throws IllegalArgumentException if a value is null
     */
    public Condition gt(R values) {
        return gt(bound(values));
    }

    /**
     * {@code row(a, b).lt(new Row2<>(1L, "x"))} is {@code (a, b) < (?, ?)}.
     *
     * @throws IllegalArgumentException if a value is null
     */
    public Condition lt(R values) {
        return lt(bound(values));
    }

    /**
     * {@code row(a, b).in(List.of(new Row2<>(1L, "x")))} is {@code (a, b) in ((?, ?))}, and false if there is none.
     *
     * @throws IllegalArgumentException if a value is null
     */
    public Condition in(Collection<? extends R> rows) {
        List<RowValue<R>> bound = new ArrayList<>(rows.size());
        rows.forEach(values -> bound.add(bound(values)));
        return bound.isEmpty() ? Truth.FALSE : new InList<>(this, bound, false);
    }

    /** {@code row(a, b).in(select(C, D).from(T))} is {@code (a, b) in (select c, d from t)}. */
    public Condition in(Subquery<? extends R> subquery) {
        return new InSubquery(this, subquery, false);
    }

    private RowValue<R> bound(R values) {
        List<Expression<?>> bound = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            bound.add(bound(parts.get(i).type(), values.value(i)));
        }
        return new RowValue<>(bound);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the tuple's types are those of the parts; of(…) refuses null
    private static <T> BoundValue<T> bound(SqlType<T> type, @Nullable Object value) {
        return BoundValue.of(type, (T) value);
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitRowValue(this);
    }

    @Override
    public Precedence precedence() {
        return Precedence.PRIMARY;
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return parts.stream().anyMatch(part -> part.isNullable(outerJoined));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RowValue<?> that && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    @Override
    public String toString() {
        return parts.toString();
    }
}
