package dev.rowan.expression;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A condition as a value: true, false, or NULL where it is unknown. */
public record ConditionValue(Condition condition) implements ExpressionNode {

    /** The condition, be it SQL that was written by hand, that an expression is the value of; null of any other expression. */
    public static @Nullable ExpressionNode within(ExpressionNode expression) {
        if (!(expression instanceof Typed<?> typed)) {
            return null;
        } else if (typed.node() instanceof ConditionValue value) {
            return value.condition;
        }
        return typed.node() instanceof RawSql raw ? raw : null;
    }

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
