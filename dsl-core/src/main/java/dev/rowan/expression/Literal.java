package dev.rowan.expression;

import java.util.function.Predicate;

/** A value that stands by itself, so that nothing around it tells the database its type. It is bound all the same. */
public record Literal(BoundValue<?> value) implements ExpressionNode {

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitLiteral(this);
    }

    @Override
    public Precedence precedence() {
        return Precedence.PRIMARY;
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return value.isNullable(outerJoined);
    }
}
