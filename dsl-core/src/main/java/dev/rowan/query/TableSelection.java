package dev.rowan.query;

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
    static <R> Selection<R> selection(Table<R> table) {
        return TableMemo.of(table).selection();
    }
}
