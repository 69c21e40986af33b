package dev.rowan.expression;

import java.util.function.Predicate;

/** The only value of a subquery, NULL if it has no row: {@code (select max(id) from orders)}. */
public record ScalarSubquery(Subquery<?> subquery) implements ExpressionNode {

    /**
     * Creates the expression.
     *
     * @throws IllegalArgumentException if the rows of the subquery are not the values of one column
     */
    public ScalarSubquery {
        InSubquery.requireValue(subquery);
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitScalarSubquery(this);
    }

    @Override
    public Precedence precedence() {
        return Precedence.PRIMARY;
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return true;
    }
}
