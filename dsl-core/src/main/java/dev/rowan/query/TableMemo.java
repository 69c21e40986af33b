package dev.rowan.query;

import dev.rowan.expression.Selectable;
import dev.rowan.row.RecordValues;
import dev.rowan.row.RowTarget;
import dev.rowan.schema.Automatic;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is found out about a table once: how it is selected, and which columns of its records are inserted. */
final class TableMemo<R> {
    private final Selection<R> selection;
    private @Nullable List<Column<R, ?>> inserted; // racy: any thread finds the same
    private @Nullable Taken<R> taken; // the same

    TableMemo(Selection<R> selection) {
        this.selection = selection;
    }

    @SuppressWarnings("unchecked") // only the query room remembers anything about a table, and only this
    static <R> TableMemo<R> of(Table<R> table) {
        if (table.memo() instanceof TableMemo<?> known) {
            return (TableMemo<R>) known;
        }
        Selectable<?>[] columns = table.visibleColumns().toArray(Selectable<?>[]::new);
        TableMemo<R> memo = new TableMemo<>(new Selection<>(RowTarget.record(table.rowType()), columns));
        table.remember(memo);
        return memo;
    }

    /** All columns as the record. */
    Selection<R> selection() {
        return selection;
    }

    /** Refuses, the first time, a record with a component that the table knows nothing of, which would be lost. */
    void requireRecord(Table<R> table) {
        inserted(table);
    }

    /** The columns that get what a record holds, unless the insert sets them. */
    List<Column<R, ?>> inserted(Table<R> table) {
        List<Column<R, ?>> known = inserted;
        if (known == null) {
            requireComponents(table);
            known = table.columns().stream().filter(TableMemo::isTaken).toList();
            inserted = known;
        }
        return known;
    }

    /** Refuses a record with a component that the table knows nothing of, which would be lost. */
    private static <R> void requireComponents(Table<R> table) {
        List<String> names = new ArrayList<>();
        table.columns().forEach(column -> names.add(column.label()));
        table.associations().forEach(association -> names.add(association.name()));
        RecordValues.requireKnown(table.rowType(), names, table.toString());
    }

    /** How what is inserted is taken out of records. */
    record Taken<R>(List<Column<R, ?>> columns, List<SqlType<?>> types, RecordValues<R> values) {}

    /**
     * How what is inserted is taken out of records.
     *
     * @throws dev.rowan.error.InvalidQueryException if a column has no component, or a component is neither column nor association
     */
    Taken<R> taken(Table<R> table) {
        Taken<R> known = taken;
        if (known == null) {
            List<Column<R, ?>> columns = inserted(table);
            known = new Taken<>(columns, types(columns), values(table.rowType(), columns));
            taken = known;
        }
        return known;
    }

    static List<SqlType<?>> types(List<? extends Column<?, ?>> columns) {
        List<SqlType<?>> types = new ArrayList<>(columns.size());
        columns.forEach(column -> types.add(column.type()));
        return types;
    }

    private static boolean isTaken(Column<?, ?> column) {
        boolean filled = column.automatic() instanceof Automatic.CreatedAt
                || column.automatic() instanceof Automatic.UpdatedAt
                || column.automatic() instanceof Automatic.Version;
        return !filled && !column.isIdentity() && column.computed() == null && !column.isHidden();
    }

    /** What takes the values of columns out of records. */
    static <R> RecordValues<R> values(Class<R> type, List<? extends Column<?, ?>> columns) {
        List<String> labels = new ArrayList<>(columns.size());
        for (Column<?, ?> column : columns) {
            labels.add(column.label());
        }
        return RecordValues.of(type, labels);
    }
}
