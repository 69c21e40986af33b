package dev.rowan.query;

import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.schema.Include;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clauses that most selects lack, kept apart so that those stay small. */
record RareClauses(
        boolean distinct,
        List<Join> joins,
        List<Expression<?>> groupKeys,
        @Nullable Condition groupCondition,
        long skippedRows,
        List<Include<?, ?, ?>> includes) {
    static final RareClauses NONE = new RareClauses(false, List.of(), List.of(), null, 0, List.of());

    RareClauses withDistinct() {
        return new RareClauses(true, joins, groupKeys, groupCondition, skippedRows, includes);
    }

    RareClauses with(Join join) {
        return new RareClauses(distinct, append(joins, join), groupKeys, groupCondition, skippedRows, includes);
    }

    RareClauses withGroupKeys(List<Expression<?>> keys) {
        return new RareClauses(distinct, joins, keys, groupCondition, skippedRows, includes);
    }

    RareClauses withGroupCondition(Condition condition) {
        return new RareClauses(distinct, joins, groupKeys, condition, skippedRows, includes);
    }

    RareClauses withSkippedRows(long rows) {
        return new RareClauses(distinct, joins, groupKeys, groupCondition, rows, includes);
    }

    RareClauses with(Include<?, ?, ?> include) {
        return new RareClauses(distinct, joins, groupKeys, groupCondition, skippedRows, append(includes, include));
    }

    static <T> List<T> append(List<T> list, T item) {
        if (list.isEmpty()) {
            return List.of(item);
        }
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return List.copyOf(longer);
    }
}
