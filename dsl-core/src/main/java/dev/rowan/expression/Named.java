package dev.rowan.expression;

import java.util.function.Predicate;

/**
 * An expression with a name: {@code count().as("orders")} is {@code count(*) as "orders"} in a select list, and the
 * expression itself elsewhere.
 */
public record Named(Expression<?> expression, Identifier name) implements ExpressionNode {

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitNamed(this);
    }

    @Override
    public Precedence precedence() {
        return expression.precedence();
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return expression.isNullable(outerJoined);
    }

    /** The expression that a named one names; any other expression is itself. */
    public static Expression<?> unwrap(Expression<?> expression) {
        return expression instanceof Typed<?> typed && typed.node() instanceof Named named
                ? named.expression
                : expression;
    }

    /** Whether it is a named expression, or one that only declares something of one, and so names a column of a result. */
    public static boolean isNamed(Expression<?> expression) {
        if (!(expression instanceof Typed<?> typed)) {
            return false;
        }
        return typed.node() instanceof Declared declared ? isNamed(declared.operand()) : typed.node() instanceof Named;
    }
}
