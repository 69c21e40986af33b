package dev.rowan.expression;

import org.jspecify.annotations.Nullable;

/**
 * An aggregate that yields a truth value. By itself it is an expression of a group; over a window it keeps the rows apart.
 *
 * @param <T> the Java type of its value; nullable if it can be NULL
 */
public interface BooleanAggregate<T extends @Nullable Boolean> extends BooleanExpression<T> {

    /** {@code every(USER.ACTIVE).filter(ORDER.STATUS.eq(PAID))} is {@code … filter (where status = ?)}: aggregates only such rows. */
    default BooleanAggregate<T> filter(Condition condition) {
        return new Typed.OfBoolean<>(Aggregate.of(this).filter(condition), type());
    }

    /** {@code every(USER.ACTIVE).over(partitionBy(ORDER.USER_ID))} is {@code … over (partition by user_id)}. */
    default BooleanExpression<T> over(Window window) {
        return new Typed.OfBoolean<>(new Windowed(Aggregate.of(this), window), type());
    }

    /** {@code every(USER.ACTIVE).over()} is {@code … over ()}: of all rows. */
    default BooleanExpression<T> over() {
        return over(Window.ALL);
    }
}
