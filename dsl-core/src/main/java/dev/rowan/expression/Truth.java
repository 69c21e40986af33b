package dev.rowan.expression;

import java.util.function.Predicate;

/** The condition that is always true, and the one that is always false. */
public enum Truth implements Condition {
    /** Always true. */
    TRUE,
    /** Always false. */
    FALSE;

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitTruth(this);
    }

    @Override
    public Precedence precedence() {
        return Precedence.COMPARISON;
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return false;
    }
}
