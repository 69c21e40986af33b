package dev.rowan.expression;

import java.util.function.Predicate;

/** Whether an expression is NULL, or is not. */
public record NullCheck(Expression<?> operand, boolean negated) implements Condition {

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitNullCheck(this);
    }

    @Override
    public Precedence precedence() {
        return Precedence.COMPARISON;
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return false;
    }
}
