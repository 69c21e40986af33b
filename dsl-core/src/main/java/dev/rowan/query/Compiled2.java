package dev.rowan.query;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A query of two values that is compiled once, as {@link Compiled1} is. Immutable and thread-safe.
 *
 * @param <A> the first value
 * @param <B> the second value
 * @param <R> what a row becomes
 */
public final class Compiled2<A, B, R extends @Nullable Object> {
    private final Variants<R> variants;

    private Compiled2(Variants<R> variants) {
        this.variants = variants;
    }

    @SuppressWarnings("unchecked") // each input makes a parameter of its own kind
    static <A, B, P1, P2, R> Compiled2<A, B, R> of(
            Input<A, P1> first, Input<B, P2> second, BiFunction<P1, P2, RowQuery<R>> query) {
        return new Compiled2<>(new Variants<>(all -> query.apply((P1) all[0], (P2) all[1]), first, second));
    }

    /**
     * The query with its values.
     *
     * @throws IllegalArgumentException if a value, or one of a list, is null
     */
    public BoundQuery<R> with(A first, B second) {
        return variants.with(first, second);
    }
}
