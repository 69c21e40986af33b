package dev.rowan.expression;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A call of an aggregate.
 *
 * @param function the name by which dialects know the aggregate
 * @param nullable whether it is NULL where there is no row
 * @param distinct whether equal values count once
 * @param arguments what is aggregated, and what else the aggregate asks for
 * @param order the order in which the values come, empty if it does not matter
 * @param condition which rows count, or null for all
 */
public record Aggregate(
        String function,
        boolean nullable,
        boolean distinct,
        List<Expression<?>> arguments,
        List<SortKey> order,
        @Nullable Condition condition)
        implements WindowCall {

    /**
     * Creates the call, copying the lists.
     *
     * @throws IllegalArgumentException if the name of the function is none
     */
    public Aggregate {
        FunctionName.checked(function);
        arguments = List.copyOf(arguments);
        order = List.copyOf(order);
    }

    static Aggregate of(String function, boolean nullable, Expression<?>... arguments) {
        return new Aggregate(function, nullable, false, List.of(arguments), List.of(), null);
    }

    /** The call within an expression that is one. */
    static Aggregate of(Expression<?> expression) {
        if (expression instanceof Typed<?> typed && typed.node() instanceof Aggregate aggregate) {
            return aggregate;
        }
        throw new IllegalArgumentException("expected an aggregate, got " + expression);
    }

    Aggregate onlyDistinct() {
        return new Aggregate(function, nullable, true, arguments, order, condition);
    }

    Aggregate orderedBy(SortKey... keys) {
        return new Aggregate(function, nullable, distinct, arguments, List.of(keys), condition);
    }

    Aggregate filter(Condition added) {
        if (Condition.required(added).isNeutral()) {
            return this;
        }
        Condition all = condition == null ? added : condition.and(added);
        return new Aggregate(function, nullable, distinct, arguments, order, all);
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitAggregate(this);
    }

    @Override
    public Precedence precedence() {
        return Precedence.PRIMARY;
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return nullable;
    }
}
