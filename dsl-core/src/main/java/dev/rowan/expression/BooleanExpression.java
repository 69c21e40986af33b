package dev.rowan.expression;

import org.jspecify.annotations.Nullable;

/**
 * An expression whose value is true, false or NULL, which is a condition.
 *
 * @param <T> {@code Boolean}; nullable if it can be NULL
 */
public interface BooleanExpression<T extends @Nullable Boolean>
        extends Expression<T>, Condition, EqualityOperators<@Nullable Boolean> {

    @Override
    default BooleanExpression<T> as(String name) {
        return new Typed.OfBoolean<>(new Named(this, Identifier.of(name)), type());
    }
}
