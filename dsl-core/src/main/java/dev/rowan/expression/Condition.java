package dev.rowan.expression;

/** A condition: true, false or unknown. Immutable. A boolean column is one. */
public interface Condition extends ExpressionNode {

    /** {@code a.and(b)} is {@code a and b}. */
    default Condition and(Condition other) {
        return new Logical(this, Logical.Operator.AND, other);
    }

    /** {@code a.or(b)} is {@code a or b}. */
    default Condition or(Condition other) {
        return new Logical(this, Logical.Operator.OR, other);
    }

    /** {@code a.not()} is {@code not a}. */
    default Condition not() {
        return new Not(this);
    }
}
