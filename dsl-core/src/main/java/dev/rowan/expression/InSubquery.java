package dev.rowan.expression;

import java.util.function.Predicate;

/** Whether an expression is among the values of a subquery. */
public record InSubquery(Expression<?> operand, Subquery<?> subquery, boolean negated) implements Condition {

    /**
     * Creates the condition.
     *
     * @throws IllegalArgumentException if the rows of the subquery are not the values of one column
     */
    public InSubquery {
        if (!subquery.isValue()) {
            throw new IllegalArgumentException("expected a subquery of one column, as it is, got one whose rows become"
                    + " something else; leave out as(…)");
        }
    }

    static InSubquery negated(Expression<?> operand, Subquery<?> subquery) {
        if (subquery.yieldsNull()) {
            throw new IllegalArgumentException(
                    "expected a subquery of notIn that never yields NULL, for one NULL makes the"
                            + " condition unknown for every row; exclude it by where(column.isNotNull()) and select"
                            + " notNull(column), or use notExists(…)");
        }
        return new InSubquery(operand, subquery, true);
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitInSubquery(this);
    }

    @Override
    public Precedence precedence() {
        return Precedence.COMPARISON;
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return operand.isNullable(outerJoined) || subquery.yieldsNull();
    }
}
