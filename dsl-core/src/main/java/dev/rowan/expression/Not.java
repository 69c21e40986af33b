package dev.rowan.expression;

import java.util.function.Predicate;

/** A condition negated. */
public record Not(Condition condition) implements Condition {

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitNot(this);
    }

    @Override
    public Precedence precedence() {
        return Precedence.NOT;
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return condition.isNullable(outerJoined);
    }
}
