package dev.rowan.expression;

import java.util.function.Predicate;

/**
 * The condition that says nothing: joined to another by {@code and} or {@code or} it leaves the other, and a query that
 * has no other condition has none. It is no guard of an update or a delete.
 */
enum Neutral implements Condition {
    /** The only one. */
    CONDITION;

    @Override
    public Condition and(Condition other) {
        return Condition.required(other);
    }

    @Override
    public Condition or(Condition other) {
        return Condition.required(other);
    }

    @Override
    public Condition not() {
        return this;
    }

    @Override
    public boolean isNeutral() {
        return true;
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        throw new IllegalStateException("expected a condition that says something; a neutral one stands nowhere");
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
