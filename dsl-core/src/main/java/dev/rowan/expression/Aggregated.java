package dev.rowan.expression;

import org.jspecify.annotations.Nullable;

/**
 * An aggregate that yields a value without an order, such as an array. By itself it is an expression of a group; over a window it keeps the rows apart.
 *
 * @param <T> the Java type of its value; nullable if it can be NULL
 */
public interface Aggregated<T extends @Nullable Object> extends Expression<T> {

    /** {@code arrayAgg(USER.ID).filter(ORDER.STATUS.eq(PAID))} is {@code … filter (where status = ?)}: aggregates only such rows. */
    default Aggregated<T> filter(Condition condition) {
        return new Typed.OfAny<>(Aggregate.of(this).filter(condition), type());
    }

    /** {@code arrayAgg(USER.ID).over(partitionBy(ORDER.USER_ID))} is {@code … over (partition by user_id)}. */
    default Expression<T> over(Window window) {
        return new Typed.OfAny<>(new Windowed(Aggregate.of(this), window), type());
    }

    /** {@code arrayAgg(USER.ID).over()} is {@code … over ()}: of all rows. */
    default Expression<T> over() {
        return over(Window.ALL);
    }
}
