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

    /** Two numbers of which the left one's type holds what the right one's can. */
    static <T extends @Nullable Number> Arithmetic<T> of(
            NumberExpression<T> left, Operator operator, NumberExpression<?> right) {
        if (!holds(left.type().kind(), right.type().kind())) {
            throw new IllegalArgumentException("expected a number that a " + left.type() + " can hold, got a "
                    + right.type() + "; the result has the type of the left side, so cast that to " + right.type()
                    + ", or exchange the sides");
        }
        return new Arithmetic<>(left, operator, right);
    }

    private static boolean holds(SqlType.Kind left, SqlType.Kind right) {
        boolean floating = right == SqlType.Kind.REAL || right == SqlType.Kind.DOUBLE;
        boolean wider = left.compareTo(right) > 0 && !(floating && left == SqlType.Kind.DECIMAL);
        return wider || left == right;
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
