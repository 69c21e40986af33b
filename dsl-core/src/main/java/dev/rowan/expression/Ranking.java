package dev.rowan.expression;

import java.util.List;
import java.util.function.Predicate;

/**
 * A call of a function that exists only over a window, such as {@code row_number()}.
 *
 * @param ignoresNulls whether rows in which the value is NULL are skipped
 */
public record Ranking(String function, Nullability nullability, boolean ignoresNulls, List<Expression<?>> arguments)
        implements WindowCall {

    /**
     * Creates the call, copying the arguments.
     *
     * @throws IllegalArgumentException if the name of the function is none
     */
    public Ranking {
        FunctionName.checked(function);
        arguments = List.copyOf(arguments);
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitRanking(this);
    }

    @Override
    public Precedence precedence() {
        return Precedence.PRIMARY;
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return nullability.of(arguments, outerJoined);
    }
}
