package dev.rowan.expression;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The values of a subquery, to compare with: {@code any (select …)} or {@code all (select …)}.
 *
 * @param all whether the comparison must hold with all of them, rather than with one
 */
public record Quantified<T extends @Nullable Object>(Subquery<T> subquery, boolean all) implements ExpressionNode {

    /**
     * Creates the right side of a comparison.
     *
     * @throws IllegalArgumentException if the rows of the subquery are not the values of one column
     */
    public Quantified {
        InSubquery.requireValue(subquery);
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitQuantified(this);
    }

    @Override
    public Precedence precedence() {
        return Precedence.PRIMARY;
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return subquery.yieldsNull();
    }
}
