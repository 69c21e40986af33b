package dev.rowan.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A choice that is being written. Immutable.
 *
 * <pre>{@code
 * when(PRODUCT.STOCK.eq(0), "none").when(PRODUCT.STOCK.lt(10), "few").otherwise("many")
 * // case when stock = ? then ? when stock < ? then ? else ? end
 * }</pre>
 *
 * @param <V> the Java type of its value
 * @param <E> the expression of each branch
 * @param <N> the expression without {@code otherwise}, which can be NULL
 */
public final class Case<V, E extends Expression<?>, N extends Expression<?>> {
    private final List<CaseWhen.Branch> branches;
    private final Function<? super V, ? extends E> value;
    private final Function<? super ExpressionNode, ? extends Expression<?>> typed;

    Case(
            List<CaseWhen.Branch> branches,
            Function<? super V, ? extends E> value,
            Function<? super ExpressionNode, ? extends Expression<?>> typed) {
        this.branches = branches;
        this.value = value;
        this.typed = typed;
    }

    /** Adds a branch: {@code when condition then result}. */
    public Case<V, E, N> when(Condition condition, E result) {
        List<CaseWhen.Branch> more = new ArrayList<>(branches);
        more.add(new CaseWhen.Branch(Condition.saying(condition), result));
        return new Case<>(List.copyOf(more), value, typed);
    }

    /** Adds a branch: {@code when condition then ?}. */
    public Case<V, E, N> when(Condition condition, V result) {
        return when(condition, value.apply(result));
    }

    /** Ends the choice: {@code else result end}. */
    @SuppressWarnings("unchecked") // the function makes expressions of E's kind
    public E otherwise(E result) {
        return (E) typed.apply(new CaseWhen(branches, result));
    }

    /** Ends the choice: {@code else ? end}. */
    public E otherwise(V result) {
        return otherwise(value.apply(result));
    }

    /** Ends the choice, which is NULL where no condition is true. */
    @SuppressWarnings("unchecked") // the function makes expressions of N's kind
    public N end() {
        return (N) typed.apply(new CaseWhen(branches, null));
    }
}
