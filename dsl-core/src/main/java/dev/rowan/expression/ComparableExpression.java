package dev.rowan.expression;

import dev.rowan.expression.Comparison.Operator;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * An expression whose values have an order: numbers, texts, dates and times.
 *
 * @param <T> the Java type of its value; nullable if it can be NULL
 */
public interface ComparableExpression<T extends @Nullable Object> extends Expression<T> {

    /** {@code USER.NAME.lt("m")} is {@code name < ?}. */
    default Condition lt(@NonNull T value) {
        return Comparison.of(this, Operator.LESS, value);
    }

    /** {@code USER.NAME.le("m")} is {@code name <= ?}. */
    default Condition le(@NonNull T value) {
        return Comparison.of(this, Operator.LESS_OR_EQUAL, value);
    }

    /** {@code USER.NAME.gt("m")} is {@code name > ?}. */
    default Condition gt(@NonNull T value) {
        return Comparison.of(this, Operator.GREATER, value);
    }

    /** {@code USER.NAME.ge("m")} is {@code name >= ?}. */
    default Condition ge(@NonNull T value) {
        return Comparison.of(this, Operator.GREATER_OR_EQUAL, value);
    }

    /** {@code ORDER.CREATED_AT.between(from, to)} is {@code created_at between ? and ?}, both ends included. */
    default Condition between(@NonNull T low, @NonNull T high) {
        return new Between(this, BoundValue.of(this, low), BoundValue.of(this, high));
    }
}
