package dev.rowan.expression;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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

    /** The name of an expression that has one, or that only declares something of one; null for any other. */
    public static @Nullable Identifier nameOf(Expression<?> expression) {
        if (!(expression instanceof Typed<?> typed)) {
            return null;
        }
        if (typed.node() instanceof Declared declared) {
            return nameOf(declared.operand());
        }
        return typed.node() instanceof Named named ? named.name() : null;
    }
}
