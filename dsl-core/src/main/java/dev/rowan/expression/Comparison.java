package dev.rowan.expression;

import java.util.function.Predicate;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/** Two expressions, or two row values, compared. */
public record Comparison(ExpressionNode left, Operator operator, ExpressionNode right) implements Condition {

    /** How they are compared. */
    public enum Operator {
        /** {@code =}. */
        EQUAL,
        /** {@code <>}. */
        NOT_EQUAL,
        /** {@code <}. */
        LESS,
        /** {@code <=}. */
        LESS_OR_EQUAL,
        /** {@code >}. */
        GREATER,
        /** {@code >=}. */
        GREATER_OR_EQUAL,
        /** {@code is distinct from}. */
        DISTINCT,
        /** {@code is not distinct from}. */
        NOT_DISTINCT
    }

    static <T extends @Nullable Object> Comparison of(Expression<T> left, Operator operator, @NonNull T value) {
        return new Comparison(left, operator, BoundValue.of(left, value));
    }

    static Comparison ofNumber(NumberExpression<?> left, Operator operator, long value) {
        return new Comparison(left, operator, BoundValue.ofNumber(left.type(), value));
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitComparison(this);
    }

    @Override
    public Precedence precedence() {
        return Precedence.COMPARISON;
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return operator != Operator.DISTINCT
                && operator != Operator.NOT_DISTINCT
                && (left.isNullable(outerJoined) || right.isNullable(outerJoined));
    }
}
