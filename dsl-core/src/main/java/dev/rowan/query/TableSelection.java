package dev.rowan.query;

import dev.rowan.expression.Selectable;
import dev.rowan.row.RowTarget;
import dev.rowan.schema.Table;

/** The select of a whole table, waiting for {@code from}. */
public final class TableSelection {
    static final TableSelection INSTANCE = new TableSelection();

    private TableSelection() {}

    /** Selects all columns of a table as its record: {@code select().from(USER)} is {@code select id, name from users}. */
    public <R, S extends Table<R>> Select<R, S> from(S table) {
        Table<R> rows = table;
        Selectable<?>[] columns = rows.columns().toArray(Selectable<?>[]::new);
        return new Select<>(new Selection<>(RowTarget.record(rows.rowType()), columns), table);
    }
}
