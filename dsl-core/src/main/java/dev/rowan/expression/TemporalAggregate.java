package dev.rowan.expression;

import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate that yields a date or a time. By itself it is an expression of a group; over a window it keeps the rows apart.
 *
 * @param <T> the Java type of its value; nullable if it can be NULL
 */
public interface TemporalAggregate<T extends @Nullable Temporal> extends TemporalExpression<T> {

    /** {@code max(ORDER.CREATED_AT).filter(ORDER.STATUS.eq(PAID))} is {@code … filter (where status = ?)}: aggregates only such rows. */
    default TemporalAggregate<T> filter(Condition condition) {
        return new Typed.OfTemporal<>(Aggregate.of(this).filter(condition), type());
    }

    /** {@code max(ORDER.CREATED_AT).over(partitionBy(ORDER.USER_ID))} is {@code … over (partition by user_id)}. */
    default TemporalExpression<T> over(Window window) {
        return new Typed.OfTemporal<>(new Windowed(Aggregate.of(this), window), type());
    }

    /** {@code max(ORDER.CREATED_AT).over()} is {@code … over ()}: of all rows. */
    default TemporalExpression<T> over() {
        return over(Window.ALL);
    }
}
