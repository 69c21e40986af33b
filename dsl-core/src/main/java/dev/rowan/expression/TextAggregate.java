package dev.rowan.expression;

import org.jspecify.annotations.Nullable;

/**
 * An aggregate that yields text. By itself it is an expression of a group; over a window it keeps the rows apart.
 *
 * @param <T> the Java type of its value; nullable if it can be NULL
 */
public interface TextAggregate<T extends @Nullable String> extends TextExpression<T> {

    /** {@code min(USER.NAME).filter(ORDER.STATUS.eq(PAID))} is {@code … filter (where status = ?)}: aggregates only such rows. */
    default TextAggregate<T> filter(Condition condition) {
        return new Typed.OfText<>(Aggregate.of(this).filter(condition), type());
    }

    /** {@code min(USER.NAME).over(partitionBy(ORDER.USER_ID))} is {@code … over (partition by user_id)}. */
    default TextExpression<T> over(Window window) {
        return new Typed.OfText<>(new Windowed(Aggregate.of(this), window), type());
    }

    /** {@code min(USER.NAME).over()} is {@code … over ()}: of all rows. */
    default TextExpression<T> over() {
        return over(Window.ALL);
    }
}
