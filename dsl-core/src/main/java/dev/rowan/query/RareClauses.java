package dev.rowan.query;

import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.expression.GroupKey;
import dev.rowan.schema.Include;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The clauses that most selects lack, kept apart so that those stay small.
 *
 * @param distinctKeys what {@code distinct on} names
 * @param withTies whether the limit lets equals of the last row in
 * @param unfiltered the names of the default filters that are switched off
 */
record RareClauses(
        boolean distinct,
        List<Expression<?>> distinctKeys,
        List<Join> joins,
        List<GroupKey> groupKeys,
        @Nullable Condition groupCondition,
        long skippedRows,
        boolean withTies,
        List<Include<?, ?, ?>> includes,
        @Nullable Lock lock,
        Set<String> unfiltered) {
    static final RareClauses NONE =
            new RareClauses(false, List.of(), List.of(), List.of(), null, 0, false, List.of(), null, Set.of());

    RareClauses withDistinct(List<Expression<?>> on) {
        return new RareClauses(
                true, on, joins, groupKeys, groupCondition, skippedRows, withTies, includes, lock, unfiltered);
    }

    RareClauses with(Join join) {
        List<Join> more = append(joins, join);
        return new RareClauses(
                distinct,
                distinctKeys,
                more,
                groupKeys,
                groupCondition,
                skippedRows,
                withTies,
                includes,
                lock,
                unfiltered);
    }

    RareClauses withGroupKeys(List<GroupKey> keys) {
        return new RareClauses(
                distinct, distinctKeys, joins, keys, groupCondition, skippedRows, withTies, includes, lock, unfiltered);
    }

    RareClauses withGroupCondition(Condition condition) {
        return new RareClauses(
                distinct, distinctKeys, joins, groupKeys, condition, skippedRows, withTies, includes, lock, unfiltered);
    }

    RareClauses withSkippedRows(long rows) {
        return new RareClauses(
                distinct, distinctKeys, joins, groupKeys, groupCondition, rows, withTies, includes, lock, unfiltered);
    }

    RareClauses withTies(boolean ties) {
        return new RareClauses(
                distinct,
                distinctKeys,
                joins,
                groupKeys,
                groupCondition,
                skippedRows,
                ties,
                includes,
                lock,
                unfiltered);
    }

    RareClauses with(Include<?, ?, ?> include) {
        List<Include<?, ?, ?>> more = append(includes, include);
        return new RareClauses(
                distinct,
                distinctKeys,
                joins,
                groupKeys,
                groupCondition,
                skippedRows,
                withTies,
                more,
                lock,
                unfiltered);
    }

    RareClauses withoutIncludes() {
        return new RareClauses(
                distinct,
                distinctKeys,
                joins,
                groupKeys,
                groupCondition,
                skippedRows,
                withTies,
                List.of(),
                lock,
                unfiltered);
    }

    RareClauses with(Lock newLock) {
        return new RareClauses(
                distinct,
                distinctKeys,
                joins,
                groupKeys,
                groupCondition,
                skippedRows,
                withTies,
                includes,
                newLock,
                unfiltered);
    }

    RareClauses withUnfiltered(Set<String> names) {
        return new RareClauses(
                distinct, distinctKeys, joins, groupKeys, groupCondition, skippedRows, withTies, includes, lock, names);
    }

    /** Without what neither finds nor leaves out rows. */
    RareClauses bare() {
        return new RareClauses(
                distinct,
                distinctKeys,
                joins,
                groupKeys,
                groupCondition,
                skippedRows,
                withTies,
                List.of(),
                null,
                unfiltered);
    }

    @SuppressWarnings("unchecked") // the array is of Objects, and only a list of T sees it
    static <T> List<T> append(List<T> list, T item) {
        if (list.isEmpty()) {
            return List.of(item);
        }
        T[] longer = (T[]) list.toArray(new Object[list.size() + 1]);
        longer[list.size()] = item;
        return List.of(longer);
    }
}
