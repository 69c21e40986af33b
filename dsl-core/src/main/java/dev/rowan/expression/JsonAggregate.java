package dev.rowan.expression;

import dev.rowan.type.Json;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate that yields JSON. By itself it is an expression of a group; over a window it keeps the rows apart.
 *
 * @param <T> {@code Json}; nullable if it can be NULL
 */
public interface JsonAggregate<T extends @Nullable Json> extends JsonExpression<T> {

    /** {@code jsonArrayAgg(DOC.DATA).filter(DOC.DRAFT)} is {@code … filter (where draft)}: aggregates only such rows. */
    default JsonAggregate<T> filter(Condition condition) {
        return new Typed.OfJson<>(Aggregate.of(this).filter(condition), type());
    }

    /** {@code jsonArrayAgg(DOC.DATA).over(partitionBy(DOC.KIND))} is {@code … over (partition by kind)}. */
    default JsonExpression<T> over(Window window) {
        return new Typed.OfJson<>(new Windowed(Aggregate.of(this), window), type());
    }

    /** {@code jsonArrayAgg(DOC.DATA).over()} is {@code … over ()}: of all rows. */
    default JsonExpression<T> over() {
        return over(Window.ALL);
    }
}
