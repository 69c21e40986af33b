package dev.rowan.expression;

import java.util.function.Predicate;

/** Whether a subquery has a row. */
public record Exists(Subquery<?> subquery) implements Condition {

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitExists(this);
    }

    @Override
    public Precedence precedence() {
        return Precedence.PRIMARY;
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return false;
    }
}
