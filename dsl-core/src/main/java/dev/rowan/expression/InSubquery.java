package dev.rowan.expression;

import java.util.function.Predicate;

/** Whether an expression is among the values of a subquery. */
public record InSubquery(Expression<?> operand, Subquery<?> subquery, boolean negated) implements Condition {

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
