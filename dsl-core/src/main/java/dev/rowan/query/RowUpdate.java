package dev.rowan.query;

import dev.rowan.expression.Comparison;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.schema.Automatic;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The update of a row to what a record holds. */
final class RowUpdate {
    private RowUpdate() {}

    static <R> Update<R> of(Table<R> table, List<Assignment> assigned, R record) {
        if (table.primaryKeyColumns().isEmpty()) {
            throw new IllegalArgumentException(
                    "expected a table with a primary key, by which the row of the record is found, got " + table
                            + "; say primaryKey(), or set(…) and where(…)");
        }
        TableMemo.of(table).requireRecord(table);
        List<Column<R, ?>> columns = table.visibleColumns();
        @Nullable Object[] values = TableMemo.values(table.rowType(), columns).values(record);
        List<Assignment> all = new ArrayList<>();
        Condition key = null;
        Condition version = null;
        for (int i = 0; i < values.length; i++) {
            Column<R, ?> column = columns.get(i);
            Expression<?> value = Insert.bound(column, values[i]);
            if (column.isPrimaryKey()) {
                key = and(key, column, value);
            } else if (column.automatic() instanceof Automatic.Version) {
                version = and(null, column, value);
            } else if (isWritten(column) && assigned.stream().noneMatch(a -> a.column() == column)) {
                all.add(new Assignment(column, value));
            }
        }
        List<Column<R, ?>> taken = columns.stream()
                .filter(column -> column.automatic() == null && all.stream().anyMatch(a -> a.column() == column))
                .toList();
        all.addAll(assigned);
        Condition only = java.util.Objects.requireNonNull(key, "the table has a primary key");
        return new Update<>(
                        table,
                        all,
                        version == null ? only : only.and(version),
                        Set.of(),
                        version == null ? null : only,
                        true)
                .taking(record, taken);
    }

    private static boolean isWritten(Column<?, ?> column) {
        return !column.isIdentity()
                && column.computed() == null
                && (column.automatic() == null || column.automatic() instanceof Automatic.Generated)
                && column != column.table().deletedAt();
    }

    private static Condition and(@Nullable Condition before, Column<?, ?> column, Expression<?> value) {
        Condition equal = new Comparison(column, Comparison.Operator.EQUAL, value);
        return before == null ? equal : before.and(equal);
    }
}
