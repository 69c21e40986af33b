package dev.rowan.expression;

import org.jspecify.annotations.Nullable;

/**
 * An aggregate that yields a truth value.
 *
 * @param <T> the Java type of its value; nullable if it can be NULL
 */
public interface BooleanAggregate<T extends @Nullable Boolean>
        extends BooleanExpression<T>, AggregateOperators<BooleanAggregate<T>, BooleanExpression<T>> {}
