package dev.rowan.expression;

import java.util.function.Predicate;

/** A condition as a value: true, false, or NULL where it is unknown. */
public record ConditionValue(Condition condition) implements ExpressionNode {

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitConditionValue(this);
    }

    /** An {@code exists} is no operand by the grammar of SQL: {@code (exists (…)) is null}. */
    @Override
    public Precedence precedence() {
        return condition instanceof Exists ? Precedence.COMPARISON : condition.precedence();
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return condition.isNullable(outerJoined);
    }
}
