package dev.rowan.oracle;

import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row: the values of a table's columns, in their order. Compared by identity. */
final class StoredRow {
    private final Table<?> table;
    private final List<@Nullable Object> values;

    StoredRow(Table<?> table, List<@Nullable Object> values) {
        this.table = table;
        this.values = values;
    }

    Table<?> table() {
        return table;
    }

    /** The value of a column of the table. */
    @Nullable
    Object value(Column<?, ?> column) {
        return values.get(table.columns().indexOf(column));
    }

    @Override
    public String toString() {
        return table + "" + values;
    }
}
