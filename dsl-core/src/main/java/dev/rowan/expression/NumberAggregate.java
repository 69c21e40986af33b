package dev.rowan.expression;

import org.jspecify.annotations.Nullable;

/**
 * An aggregate that yields a number. By itself it is an expression of a group; over a window it keeps the rows apart.
 *
 * @param <T> the Java type of its value; nullable if it can be NULL
 */
public interface NumberAggregate<T extends @Nullable Number> extends NumberExpression<T> {

    /** {@code sum(ORDER.TOTAL).filter(ORDER.STATUS.eq(PAID))} is {@code … filter (where status = ?)}: aggregates only such rows. */
    default NumberAggregate<T> filter(Condition condition) {
        return new Typed.OfNumber<>(Aggregate.of(this).filter(condition), type());
    }

    /** {@code sum(ORDER.TOTAL).over(partitionBy(ORDER.USER_ID))} is {@code … over (partition by user_id)}. */
    default NumberExpression<T> over(Window window) {
        return new Typed.OfNumber<>(new Windowed(Aggregate.of(this), window), type());
    }

    /** {@code sum(ORDER.TOTAL).over()} is {@code … over ()}: of all rows. */
    default NumberExpression<T> over() {
        return over(Window.ALL);
    }
}
