package dev.rowan.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Several groupings at once: {@code rollup(a, b)}, {@code cube(a, b)} or {@code grouping sets ((a, b), (a), ())}. In the
 * rows of a grouping the keys that it lacks are NULL.
 *
 * @param sets the groupings; of a rollup or a cube each stands for one key
 */
public record GroupingSets(Kind kind, List<List<Expression<?>>> sets) implements GroupKey {

    /** Which groupings are meant. */
    public enum Kind {
        /** All keys, all but the last, and so on to none. */
        ROLLUP,
        /** Every subset of the keys. */
        CUBE,
        /** Just these. */
        SETS
    }

    /** {@code groupBy(rollup(a, b))} is {@code group by rollup (a, b)}. */
    public static GroupingSets rollup(Expression<?>... keys) {
        return new GroupingSets(Kind.ROLLUP, each(keys));
    }

    /** {@code groupBy(cube(a, b))} is {@code group by cube (a, b)}. */
    public static GroupingSets cube(Expression<?>... keys) {
        return new GroupingSets(Kind.CUBE, each(keys));
    }

    /** {@code groupBy(groupingSets(List.of(a, b), List.of()))} is {@code group by grouping sets ((a, b), ())}. */
    @SafeVarargs
    public static GroupingSets groupingSets(List<? extends Expression<?>>... sets) {
        List<List<Expression<?>>> copies = new ArrayList<>();
        for (List<? extends Expression<?>> set : sets) {
            copies.add(List.copyOf(set));
        }
        return new GroupingSets(Kind.SETS, List.copyOf(copies));
    }

    private static List<List<Expression<?>>> each(Expression<?>... keys) {
        List<List<Expression<?>>> sets = new ArrayList<>();
        Arrays.stream(keys).forEach(key -> sets.add(List.of(key)));
        return List.copyOf(sets);
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitGroupingSets(this);
    }

    @Override
    public Precedence precedence() {
        return Precedence.PRIMARY;
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return true;
    }
}
