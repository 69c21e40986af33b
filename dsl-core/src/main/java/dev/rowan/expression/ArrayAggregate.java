package dev.rowan.expression;

/**
 * An aggregate that yields an array.
 *
 * @param <E> the Java type of an element
 */
public interface ArrayAggregate<E>
        extends ArrayExpression<E>, AggregateOperators<ArrayAggregate<E>, ArrayExpression<E>> {}
