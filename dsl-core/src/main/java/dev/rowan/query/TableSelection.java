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
        return new Select<>(selection(table), table);
    }

    /** All columns of a table as its record. */
    @SuppressWarnings("unchecked") // only this method remembers anything about a table
    static <R> Selection<R> selection(Table<R> table) {
        if (table.memo() instanceof Selection<?> known) {
            return (Selection<R>) known;
        }
        Selectable<?>[] columns = table.visibleColumns().toArray(Selectable<?>[]::new);
        Selection<R> selection = new Selection<>(RowTarget.record(table.rowType()), columns);
        table.remember(selection);
        return selection;
    }
}
