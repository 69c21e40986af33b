package dev.rowan.schema;

import java.util.List;

/** Several columns that point at one row together. */
record ColumnGroup<R>(List<Column<R, ?>> foreignKeyColumns) implements ForeignKey<R> {

    ColumnGroup {
        foreignKeyColumns = List.copyOf(foreignKeyColumns);
    }

    @Override
    public String toString() {
        return foreignKeyColumns.toString();
    }
}
