package dev.rowan.expression;

import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate that yields a date or a time.
 *
 * @param <T> the Java type of its value; nullable if it can be NULL
 */
public interface TemporalAggregate<T extends @Nullable Temporal>
        extends TemporalExpression<T>, AggregateOperators<TemporalAggregate<T>, TemporalExpression<T>> {}
