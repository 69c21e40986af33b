package dev.rowan.query;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.Comparison;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.expression.ExpressionNode;
import dev.rowan.expression.GroupKey;
import dev.rowan.expression.Logical;
import dev.rowan.expression.Named;
import dev.rowan.expression.Selectable;
import dev.rowan.expression.SortKey;
import dev.rowan.schema.Column;
import dev.rowan.schema.Rows;
import dev.rowan.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the keys that break the ties of an order. */
final class DefiniteOrder {
    private DefiniteOrder() {}

    /** The keys that the order of a query lacks, in the direction of its last key, so that one index can serve both. */
    static List<SortKey> missing(RowQuery<?> query) {
        List<SortKey> keys = query.sortKeys();
        boolean descending = !keys.isEmpty() && keys.get(keys.size() - 1).descending();
        Set<Object> sorted = new HashSet<>();
        keys.forEach(key -> sorted.add(Named.unwrap(key.expression())));
        List<SortKey> missing = new ArrayList<>();
        for (Expression<?> tie : ties(query)) {
            if (sorted.add(Named.unwrap(tie))) {
                missing.add(
                        descending
                                ? requireSortable(tie).desc()
                                : requireSortable(tie).asc());
            }
        }
        return missing;
    }

    private static List<Expression<?>> ties(RowQuery<?> query) {
        if (!(query instanceof Select<?, ?> select)) {
            return columnsOf(query);
        } else if (select.isDistinct() && select.distinctKeys().isEmpty()) {
            return columnsOf(query);
        } else if (!select.groupKeys().isEmpty()) {
            return groupsOf(select);
        }
        List<Expression<?>> ties = new ArrayList<>(keyOf(select.table()));
        for (Join join : select.joins()) {
            if (!findsOneRow(join)) {
                ties.addAll(keyOf(join.table()));
            }
        }
        return ties;
    }

    private static List<Expression<?>> columnsOf(RowQuery<?> query) {
        List<Expression<?>> columns = new ArrayList<>();
        for (Selectable<?> column : query.columns()) {
            columns.add(column.expression());
        }
        return columns;
    }

    private static List<Expression<?>> groupsOf(Select<?, ?> select) {
        List<Expression<?>> groups = new ArrayList<>();
        for (GroupKey key : select.groupKeys()) {
            if (!(key instanceof Expression<?> expression)) {
                throw new InvalidQueryException(
                        "expected rows that a key tells apart, to put them into one order, got subtotals of " + key
                                + ", in which NULL stands for any; fetch them all");
            }
            groups.add(expression);
        }
        return groups;
    }

    /** What tells the rows of a table apart: its primary key, or, of rows that a query computes, all columns. */
    private static List<? extends Expression<?>> keyOf(Table<?> table) {
        if (table.rows() != Rows.STORED) {
            return table.columns();
        }
        List<? extends Column<?, ?>> key = table.primaryKeyColumns();
        if (key.isEmpty()) {
            throw new InvalidQueryException("expected a primary key of " + table
                    + ", to put rows that are equal in the order into one order, got a table without; declare"
                    + " primaryKey(), or fetch by limit(…) and offset(…)");
        }
        return key;
    }

    private static Expression<?> requireSortable(Expression<?> tie) {
        return switch (tie.type().kind()) {
            case JSON, ARRAY ->
                throw new InvalidQueryException("expected columns that have an order, to break ties by, got " + tie
                        + " of type " + tie.type() + "; leave it out of the select");
            default -> tie;
        };
    }

    /** Whether a joined row is told by the rows before it: its whole primary key is compared with their columns. */
    private static boolean findsOneRow(Join join) {
        if (join.kind() != Join.Kind.INNER && join.kind() != Join.Kind.LEFT) {
            return false;
        }
        Set<Object> compared = new HashSet<>();
        addCompared(join.condition(), join.table(), compared);
        List<? extends Column<?, ?>> key = join.table().primaryKeyColumns();
        return !key.isEmpty() && compared.containsAll(key);
    }

    private static void addCompared(@Nullable Condition condition, Table<?> joined, Set<Object> compared) {
        if (condition instanceof Logical logical && logical.operator() == Logical.Operator.AND) {
            addCompared(logical.left(), joined, compared);
            addCompared(logical.right(), joined, compared);
        } else if (condition instanceof Comparison comparison && comparison.operator() == Comparison.Operator.EQUAL) {
            if (isOf(joined, comparison.left()) && isOfAnother(joined, comparison.right())) {
                compared.add(comparison.left());
            } else if (isOf(joined, comparison.right()) && isOfAnother(joined, comparison.left())) {
                compared.add(comparison.right());
            }
        }
    }

    private static boolean isOf(Table<?> table, ExpressionNode node) {
        return node instanceof Column<?, ?> column && column.table() == table;
    }

    private static boolean isOfAnother(Table<?> table, ExpressionNode node) {
        return node instanceof Column<?, ?> column && column.table() != table;
    }
}
