package dev.rowan.expression;

import dev.rowan.type.SqlType;
import java.util.function.Predicate;

/** A conversion by the database: {@code cast(total as decimal(20, 4))}. */
public record Cast(Expression<?> operand, SqlType<?> type) implements ExpressionNode {

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitCast(this);
    }

    @Override
    public Precedence precedence() {
        return Precedence.PRIMARY;
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return operand.isNullable(outerJoined);
    }
}
