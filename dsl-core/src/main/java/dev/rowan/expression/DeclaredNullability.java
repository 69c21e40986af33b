package dev.rowan.expression;

import dev.rowan.type.SqlType;
import java.util.function.Predicate;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * An expression of which its author states whether it can be NULL. In SQL it is the expression itself.
 *
 * @param nullable what is stated
 */
public record DeclaredNullability<T extends @Nullable Object>(Expression<?> operand, boolean nullable)
        implements Expression<T> {

    @Override
    public @Nullable String label() {
        return operand.label();
    }

    @Override
    @SuppressWarnings("unchecked") // only the nullness of T differs from the operand's
    public SqlType<@NonNull T> type() {
        return (SqlType<@NonNull T>) operand.type();
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitDeclared(this);
    }

    @Override
    public Precedence precedence() {
        return operand.precedence();
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return nullable;
    }
}
