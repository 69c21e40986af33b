package dev.rowan.expression;

import java.util.List;
import java.util.function.Function;

/**
 * A function that becomes an expression over a window: {@code rowNumber().over(Window.by(ORDER.ID.asc()))}. Immutable.
 *
 * @param <E> the expression that it becomes
 */
public final class WindowFunction<E extends Expression<?>> {
    private final Ranking call;
    private final Function<? super ExpressionNode, ? extends E> typed;

    WindowFunction(
            String function,
            Nullability nullability,
            List<Expression<?>> arguments,
            Function<? super ExpressionNode, ? extends E> typed) {
        this(new Ranking(function, nullability, false, arguments), typed);
    }

    private WindowFunction(Ranking call, Function<? super ExpressionNode, ? extends E> typed) {
        this.call = call;
        this.typed = typed;
    }

    /** {@code lag(ORDER.NOTE).ignoreNulls().over(…)} is {@code lag(note) ignore nulls over (…)}. */
    public WindowFunction<E> ignoreNulls() {
        return new WindowFunction<>(new Ranking(call.function(), Nullability.POSSIBLE, true, call.arguments()), typed);
    }

    /** {@code rank().over(partitionBy(ORDER.USER_ID))} is {@code rank() over (partition by user_id)}. */
    public E over(Window window) {
        return typed.apply(new Windowed(call, window));
    }

    /** {@code rowNumber().over()} is {@code row_number() over ()}. */
    public E over() {
        return over(Window.ALL);
    }
}
