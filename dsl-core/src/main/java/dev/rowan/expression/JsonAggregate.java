package dev.rowan.expression;

import dev.rowan.type.Json;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate that yields JSON.
 *
 * @param <T> {@code Json}; nullable if it can be NULL
 */
public interface JsonAggregate<T extends @Nullable Json>
        extends JsonExpression<T>, AggregateOperators<JsonAggregate<T>, JsonExpression<T>> {}
