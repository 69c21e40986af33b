package dev.rowan.expression;

import java.util.function.Predicate;

/**
 * An expression of which its author states whether it can be NULL. In SQL it is the expression itself.
 *
 * @param nullable what is stated
 */
public record Declared(Expression<?> operand, boolean nullable) implements ExpressionNode {

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitDeclared(this);
    }

    @Override
    public Precedence precedence() {
        return operand.precedence();
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return nullable;
    }
}
