package dev.rowan.expression;

import dev.rowan.expression.Comparison.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * An expression of a query. Immutable. A null given where a value is expected throws {@link IllegalArgumentException}
 * that names {@link #isNull()}.
 *
 * @param <T> the Java type of its value; nullable if it can be NULL
 */
public interface Expression<T extends @Nullable Object> extends ExpressionNode, Selectable<T> {

    @Override
    default Expression<T> expression() {
        return this;
    }

    @Override
    default @Nullable String label() {
        return null;
    }

    /** Gives the expression a name in the result: {@code count().as("orders")} is {@code count(*) as "orders"}. */
    default Aliased<T> as(String name) {
        return new Aliased<>(this, Identifier.of(name));
    }

    /** {@code ORDER.STATUS.eq(PAID)} is {@code status = ?}. */
    default Condition eq(@NonNull T value) {
        return Comparison.of(this, Operator.EQUAL, value);
    }

    /** {@code ORDER.USER_ID.eq(USER.ID)} is {@code user_id = id}. */
    default Condition eq(Expression<? extends T> other) {
        return new Comparison(this, Operator.EQUAL, other);
    }

    /** {@code ORDER.STATUS.ne(PAID)} is {@code status <> ?}. */
    default Condition ne(@NonNull T value) {
        return Comparison.of(this, Operator.NOT_EQUAL, value);
    }

    /** {@code ORDER.USER_ID.ne(USER.ID)} is {@code user_id <> id}. */
    default Condition ne(Expression<? extends T> other) {
        return new Comparison(this, Operator.NOT_EQUAL, other);
    }

    /** {@code ORDER.STATUS.in(PAID, SHIPPED)} is {@code status in (?, ?)}. */
    @SuppressWarnings("unchecked") // the array is only read
    default Condition in(@NonNull T first, @NonNull T... rest) {
        List<T> values = new ArrayList<>();
        values.add(first);
        values.addAll(Arrays.asList(rest));
        return in(values);
    }

    /** {@code ORDER.STATUS.in(statuses)} is {@code status in (?, ?, …)}, and false if there is none. */
    default Condition in(Collection<? extends @NonNull T> values) {
        return InList.of(this, values, false);
    }

    /** {@code ORDER.USER_ID.in(select(USER.ID).from(USER))} is {@code user_id in (select …)}. */
    default Condition in(Subquery<? extends T> subquery) {
        return new InSubquery(this, subquery, false);
    }

    /** {@code ORDER.STATUS.notIn(PAID, SHIPPED)} is {@code status not in (?, ?)}. */
    @SuppressWarnings("unchecked") // the array is only read
    default Condition notIn(@NonNull T first, @NonNull T... rest) {
        List<T> values = new ArrayList<>();
        values.add(first);
        values.addAll(Arrays.asList(rest));
        return notIn(values);
    }

    /**
     * {@code ORDER.STATUS.notIn(statuses)} is {@code status not in (?, ?, …)}, and true if there is none.
     *
     * @throws IllegalArgumentException if a value is null, for then no row would ever be found
     */
    default Condition notIn(Collection<? extends @NonNull T> values) {
        return InList.of(this, values, true);
    }

    /**
     * {@code ORDER.USER_ID.notIn(select(USER.ID).from(USER))} is {@code user_id not in (select …)}.
     *
     * @throws IllegalArgumentException if the subquery can yield NULL, for then no row would be found once it does
     */
    default Condition notIn(Subquery<? extends T> subquery) {
        return InSubquery.negated(this, subquery);
    }

    /** {@code ORDER.NOTE.isNull()} is {@code note is null}. */
    default Condition isNull() {
        return new NullCheck(this, false);
    }

    /** {@code ORDER.NOTE.isNotNull()} is {@code note is not null}. */
    default Condition isNotNull() {
        return new NullCheck(this, true);
    }

    /** {@code ORDER.ID.asc()} is {@code order by id asc}. */
    default SortKey asc() {
        return new SortKey(this, false, SortKey.Nulls.UNSPECIFIED);
    }

    /** {@code ORDER.ID.desc()} is {@code order by id desc}. */
    default SortKey desc() {
        return new SortKey(this, true, SortKey.Nulls.UNSPECIFIED);
    }
}
