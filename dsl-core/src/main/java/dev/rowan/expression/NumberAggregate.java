package dev.rowan.expression;

import org.jspecify.annotations.Nullable;

/**
 * An aggregate that yields a number.
 *
 * @param <T> the Java type of its value; nullable if it can be NULL
 */
public interface NumberAggregate<T extends @Nullable Number>
        extends NumberExpression<T>, AggregateOperators<NumberAggregate<T>, NumberExpression<T>> {}
