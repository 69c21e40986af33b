package dev.rowan.query;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A query that is compiled once: its text, the order of its binds and the reader of its rows are found at the first run, and each later run only
 * brings a value.
 *
 * <pre>{@code
 * static final Compiled1<Long, Order> ORDERS_OF = compile(SqlType.BIGINT, user -> select().from(ORDER).where(ORDER.USER_ID.eq(user)));
 * db.fetch(ORDERS_OF.with(42L))      // select … from orders where user_id = ?
 * }</pre>
 *
 * Immutable and thread-safe: keep it in a constant. The function that makes the query is called when it is compiled, and once more for each number
 * of places that a list needs, see {@link Input#list}, so it must make the same of the same.
 *
 * @param <A> the first value
 * @param <R> what a row becomes
 */
public final class Compiled1<A, R extends @Nullable Object> {
    private final Variants<R> variants;

    private Compiled1(Variants<R> variants) {
        this.variants = variants;
    }

    @SuppressWarnings("unchecked") // each input makes a parameter of its own kind
    static <A, P1, R> Compiled1<A, R> of(Input<A, P1> first, Function<P1, RowQuery<R>> query) {
        return new Compiled1<>(new Variants<>(all -> query.apply((P1) all[0]), first));
    }

    /**
     * The query with its value.
     *
     * @throws IllegalArgumentException if the value, or one of a list, is null
     */
    public BoundQuery<R> with(A first) {
        return variants.with(first);
    }
}
