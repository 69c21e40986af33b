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

    /** {@code a.and(b)} is {@code a and b}. */
    default Condition and(Condition other) {
        return new Logical(this, Logical.Operator.AND, required(other));
    }

    /** {@code a.or(b)} is {@code a or b}. */
    default Condition or(Condition other) {
        return new Logical(this, Logical.Operator.OR, required(other));
    }

    /** {@code a.not()} is {@code not a}. */
    default Condition not() {
        return new Not(this);
    }
}
