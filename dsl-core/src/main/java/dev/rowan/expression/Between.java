package dev.rowan.expression;

import java.util.function.Predicate;

/** Whether an expression lies between two others, both included. */
public record Between(ExpressionNode operand, ExpressionNode low, ExpressionNode high) implements Condition {

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitBetween(this);
    }

    @Override
    public Precedence precedence() {
        return Precedence.COMPARISON;
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return operand.isNullable(outerJoined) || low.isNullable(outerJoined) || high.isNullable(outerJoined);
    }
}
