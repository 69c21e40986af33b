package dev.rowan.expression;

import org.jspecify.annotations.Nullable;

/**
 * An aggregate that yields text.
 *
 * @param <T> the Java type of its value; nullable if it can be NULL
 */
public interface TextAggregate<T extends @Nullable String>
        extends TextExpression<T>, AggregateOperators<TextAggregate<T>, TextExpression<T>> {}
