package dev.rowan.expression;

import java.util.function.Predicate;

/** Whether an expression is among the values of a subquery. */
public record InSubquery(ExpressionNode operand, Subquery<?> subquery, boolean negated) implements Condition {

    static InSubquery of(ExpressionNode operand, Subquery<?> subquery) {
        requireValue(subquery);
        return new InSubquery(operand, subquery, false);
    }

    static void requireValue(Subquery<?> subquery) {
        if (!subquery.isValue()) {
            throw new IllegalArgumentException("expected a subquery of one column, as it is, got one whose rows become"
                    + " something else; leave out as(…)");
        }
    }

    static InSubquery negated(ExpressionNode operand, Subquery<?> subquery) {
        requireValue(subquery);
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
