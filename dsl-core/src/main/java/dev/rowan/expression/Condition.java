package dev.rowan.expression;

/** A condition: true, false or unknown. Immutable. A boolean column is one. */
public interface Condition extends ExpressionNode {

    /**
     * Refuses null, which would silently find, change or delete too many rows.
     *
     * @throws IllegalArgumentException if the condition is null
     */
    static <C extends Condition> C required(C condition) {
        if (condition == null) {
            throw new IllegalArgumentException("expected a condition, got null; leave out the call, or say everyRow()");
        }
        return condition;
    }

    /**
     * Refuses null, and the condition that says nothing, where one must be true or false.
     *
     * @throws IllegalArgumentException if the condition is null or neutral
     */
    static <C extends Condition> C saying(C condition) {
        if (required(condition).isNeutral()) {
            throw new IllegalArgumentException(
                    "expected a condition that can be true or false, got noCondition(); choose" + " without it");
        }
        return condition;
    }

    /** {@code a.and(b)} is {@code a and b}. */
    default Condition and(Condition other) {
        return required(other).isNeutral() ? this : new Logical(this, Logical.Operator.AND, other);
    }

    /** {@code a.or(b)} is {@code a or b}. */
    default Condition or(Condition other) {
        return required(other).isNeutral() ? this : new Logical(this, Logical.Operator.OR, other);
    }

    /** {@code a.not()} is {@code not a}. */
    default Condition not() {
        return new Not(this);
    }

    /** Whether it says nothing, as {@link Functions#noCondition()} does. */
    default boolean isNeutral() {
        return false;
    }
}
