package dev.rowan.query;

import org.jspecify.annotations.Nullable;

/**
 * A query of three values that is compiled once, as {@link Compiled1} is. Immutable and thread-safe.
 *
 * @param <A> the first value
 * @param <B> the second value
 * @param <C> the third value
 * @param <R> what a row becomes
 */
public final class Compiled3<A, B, C, R extends @Nullable Object> {
    private final Variants<R> variants;

    private Compiled3(Variants<R> variants) {
        this.variants = variants;
    }

    /** Makes a query of what stands for three values. */
    @FunctionalInterface
    public interface Query<P1, P2, P3, R extends @Nullable Object> {
        /** Makes it. */
        RowQuery<R> of(P1 first, P2 second, P3 third);
    }

    @SuppressWarnings("unchecked") // each input makes a parameter of its own kind
    static <A, B, C, P1, P2, P3, R> Compiled3<A, B, C, R> of(
            Input<A, P1> first, Input<B, P2> second, Input<C, P3> third, Query<P1, P2, P3, R> query) {
        return new Compiled3<>(
                new Variants<>(all -> query.of((P1) all[0], (P2) all[1], (P3) all[2]), first, second, third));
    }

    /**
     * The query with its values.
     *
     * @throws IllegalArgumentException if a value, or one of a list, is null
     */
    public BoundQuery<R> with(A first, B second, C third) {
        return variants.with(first, second, third);
    }
}
