package dev.rowan.expression;

import dev.rowan.type.SqlType;
import java.util.function.Predicate;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/** Two numbers added, subtracted or multiplied; the result is read as the left one's type. */
public record Arithmetic<T extends @Nullable Number>(NumberExpression<T> left, Operator operator, Expression<?> right)
        implements NumberExpression<T> {

    /** What is done with them. */
    public enum Operator {
        /** {@code +}. */
        PLUS,
        /** {@code -}. */
        MINUS,
        /** {@code *}. */
        TIMES
    }

    @Override
    public SqlType<@NonNull T> type() {
        return left.type();
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitArithmetic(this);
    }

    @Override
    public Precedence precedence() {
        return operator == Operator.TIMES ? Precedence.MULTIPLICATIVE : Precedence.ADDITIVE;
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return left.isNullable(outerJoined) || right.isNullable(outerJoined);
    }
}
