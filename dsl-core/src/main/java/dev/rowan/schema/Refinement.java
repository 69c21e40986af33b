package dev.rowan.schema;

import dev.rowan.expression.Condition;
import dev.rowan.expression.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an include says of the records that it loads, whatever alias of their table they are read from. Immutable.
 *
 * @param maxRows of one parent, 0 for all
 */
record Refinement<C, S extends Table<C>>(
        List<Function<? super S, ? extends Condition>> conditions,
        List<Function<? super S, SortKey>> sorts,
        int maxRows,
        boolean required,
        List<Include<C, ?, ?>> nested,
        boolean recursive,
        IncludeStrategy strategy,
        Set<String> unfiltered) {

    private static final Refinement<?, ?> NONE =
            new Refinement<>(List.of(), List.of(), 0, false, List.of(), false, IncludeStrategy.AUTO, Set.of());

    @SuppressWarnings("unchecked") // it says nothing of the table
    static <C, S extends Table<C>> Refinement<C, S> none() {
        return (Refinement<C, S>) NONE;
    }

    Refinement<C, S> where(Function<? super S, ? extends Condition> condition) {
        return new Refinement<>(
                append(conditions, condition), sorts, maxRows, required, nested, recursive, strategy, unfiltered);
    }

    Refinement<C, S> orderBy(Function<? super S, SortKey> key) {
        return new Refinement<>(
                conditions, append(sorts, key), maxRows, required, nested, recursive, strategy, unfiltered);
    }

    Refinement<C, S> limit(int rows) {
        return new Refinement<>(conditions, sorts, rows, required, nested, recursive, strategy, unfiltered);
    }

    Refinement<C, S> required(boolean is) {
        return new Refinement<>(conditions, sorts, maxRows, is, nested, recursive, strategy, unfiltered);
    }

    Refinement<C, S> include(Include<C, ?, ?> include) {
        return new Refinement<>(
                conditions, sorts, maxRows, required, append(nested, include), recursive, strategy, unfiltered);
    }

    Refinement<C, S> asRecursive() {
        return new Refinement<>(conditions, sorts, maxRows, required, nested, true, strategy, unfiltered);
    }

    Refinement<C, S> strategy(IncludeStrategy newStrategy) {
        return new Refinement<>(conditions, sorts, maxRows, required, nested, recursive, newStrategy, unfiltered);
    }

    Refinement<C, S> unfiltered(Set<String> names) {
        return new Refinement<>(conditions, sorts, maxRows, required, nested, recursive, strategy, names);
    }

    private static <T> List<T> append(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return List.copyOf(longer);
    }

    /** What the conditions say of the table, or null if they say nothing. */
    @Nullable
    Condition conditionOf(S rows) {
        Condition all = null;
        for (Function<? super S, ? extends Condition> one : conditions) {
            Condition added = Condition.required(one.apply(rows));
            all = added.isNeutral() ? all : all == null ? added : all.and(added);
        }
        return all;
    }

    List<SortKey> sortKeysOf(S rows) {
        return sorts.isEmpty()
                ? List.of()
                : sorts.stream().map(sort -> sort.apply(rows)).toList();
    }
}
