package dev.rowan.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether an expression, or a row value, is one of several.
 *
 * @param values at least one
 */
public record InList<V extends ExpressionNode>(ExpressionNode operand, List<V> values, boolean negated)
        implements Condition {

    /** Creates the condition, copying the values. */
    public InList {
        values = List.copyOf(values);
    }

    static <T extends @Nullable Object> Condition of(
            Expression<T> operand, Collection<? extends T> values, boolean negated) {
        List<BoundValue<?>> bound = new ArrayList<>(values.size());
        for (T value : values) {
            bound.add(BoundValue.of(operand, value));
        }
        return ofBound(operand, bound, negated);
    }

    static Condition ofBound(Expression<?> operand, List<BoundValue<?>> values, boolean negated) {
        if (values.isEmpty()) {
            return negated ? Truth.TRUE : Truth.FALSE;
        }
        return new InList<>(operand, values, negated);
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitInList(this);
    }

    @Override
    public Precedence precedence() {
        return Precedence.COMPARISON;
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return operand.isNullable(outerJoined);
    }
}
