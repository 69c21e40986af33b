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
public interface Expression<T extends @Nullable Object> extends GroupKey, Selectable<T> {

    @Override
    default Expression<T> expression() {
        return this;
    }

    @Override
    default @Nullable String label() {
        return null;
    }

    /** Gives the expression a name in the result: {@code count().as("orders")} is {@code count(*) as "orders"}. */
    default Expression<T> as(String name) {
        return new Typed.OfAny<>(new Named(this, Identifier.of(name)), type());
    }

    /** {@code ORDER.STATUS.eq(PAID)} is {@code status = ?}. */
    default Condition eq(@NonNull T value) {
        return Comparison.of(this, Operator.EQUAL, value);
    }

    /** {@code ORDER.STATUS.ne(PAID)} is {@code status <> ?}. */
    default Condition ne(@NonNull T value) {
        return Comparison.of(this, Operator.NOT_EQUAL, value);
    }

    /** {@code ORDER.NOTE.isDistinctFrom("x")} is {@code note is distinct from ?}: NULL is a value like others here. */
    default Condition isDistinctFrom(@Nullable T value) {
        return new Comparison(this, Operator.DISTINCT, new BoundValue<T>(type(), value));
    }

    /** {@code ORDER.NOTE.isNotDistinctFrom(note)} is {@code note is not distinct from ?}: null finds NULL. */
    default Condition isNotDistinctFrom(@Nullable T value) {
        return new Comparison(this, Operator.NOT_DISTINCT, new BoundValue<T>(type(), value));
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
     * {@code USER.NAME.eqAny(DOC.TAGS)} is {@code name = any (tags)}: whether it equals an element; NULL if the array is, or if
     * it equals none and a comparison with one is unknown.
     */
    default Condition eqAny(ArrayExpression<@NonNull T> array) {
        return ArrayCalls.equalsAny(this, array);
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
