package dev.rowan.expression;

/**
 * What every aggregate can do. By itself it is an expression of a group; over a window it keeps the rows apart.
 *
 * @param <A> the aggregate
 * @param <E> the expression that it is over a window
 */
public interface AggregateOperators<A extends Expression<?>, E extends Expression<?>> {

    /** {@code sum(ORDER.TOTAL).filter(ORDER.STATUS.eq(PAID))} is {@code … filter (where status = ?)}: aggregates only such rows. */
    @SuppressWarnings("unchecked") // another node with the face of this one
    default A filter(Condition condition) {
        Typed<?> typed = (Typed<?>) this;
        return (A) typed.with(Aggregate.of(typed).filter(condition));
    }

    /** {@code sum(ORDER.TOTAL).over(partitionBy(ORDER.USER_ID))} is {@code sum(total) over (partition by user_id)}. */
    @SuppressWarnings("unchecked") // the face of an aggregate is an E
    default E over(Window window) {
        Typed<?> typed = (Typed<?>) this;
        return (E) typed.with(new Windowed(Aggregate.of(typed), window));
    }

    /** {@code sum(ORDER.TOTAL).over()} is {@code sum(total) over ()}: of all rows. */
    default E over() {
        return over(Window.ALL);
    }
}
