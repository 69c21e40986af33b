package dev.rowan.expression;

import java.util.function.Predicate;

/** A function over a window: {@code sum(total) over (partition by user_id)}. */
public record Windowed(WindowCall call, Window window) implements ExpressionNode {

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitWindowed(this);
    }

    @Override
    public Precedence precedence() {
        return Precedence.PRIMARY;
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return call.isNullable(outerJoined);
    }
}
