package dev.rowan.expression;

import java.util.function.Predicate;

/** Two conditions joined by {@code and} or {@code or}. */
public record Logical(Condition left, Operator operator, Condition right) implements Condition {

    /** How they are joined. */
    public enum Operator {
        /** {@code and}. */
        AND,
        /** {@code or}. */
        OR
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitLogical(this);
    }

    @Override
    public Precedence precedence() {
        return operator == Operator.AND ? Precedence.AND : Precedence.OR;
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return left.isNullable(outerJoined) || right.isNullable(outerJoined);
    }
}
